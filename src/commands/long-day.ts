// `npm run long-day`: twelve hours of sales at a till that is never loaded anew, and what they leave behind; `-- --sales 5` an hour for a quick look, `--keep` writes the table to docs/BENCHMARKS.md.
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { keepResults } from './bench/keep-results.ts';
import { grown, longDayTable, measureLongDay, SALES_AN_HOUR } from './bench/long-day.ts';
import { machineWords, readMachine } from './bench/machine.ts';

const { values } = parseArgs({
  options: {
    sales: { type: 'string', default: String(SALES_AN_HOUR) },
    keep: { type: 'boolean', default: false },
  },
});
const root = fileURLToPath(new URL('../..', import.meta.url));
const machine = readMachine(root);

const hours = await measureLongDay(Number(values.sales));
const table = longDayTable(hours);
console.log(table);
if (values.keep)
  keepResults(join(root, 'docs', 'BENCHMARKS.md'), 'long-day', `${table}\n\n${machineWords(machine)}`);
for (const what of grown(hours)) {
  console.log(`grew over the day: ${what}`);
  process.exitCode = 1;
}
