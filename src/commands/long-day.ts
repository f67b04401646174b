// `npm run long-day`: twelve hours of sales at a till that is never loaded anew, and what they leave behind; `-- --sales 5` an hour for a quick look.
import { parseArgs } from 'node:util';
import { grown, longDayTable, measureLongDay, SALES_AN_HOUR } from './bench/long-day.ts';

const { values } = parseArgs({ options: { sales: { type: 'string', default: String(SALES_AN_HOUR) } } });

const hours = await measureLongDay(Number(values.sales));
console.log(longDayTable(hours));
for (const what of grown(hours)) {
  console.log(`grew over the day: ${what}`);
  process.exitCode = 1;
}
