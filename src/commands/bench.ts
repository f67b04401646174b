/**
 * `npm run bench -- till`: measures what docs promise of speed, against a reference in the same run, and says on which machine.
 *   --json FILE   writes the figures there too
 * `npm run bench -- acts`: ten everyday acts on the real screens, in taps and seconds.
 */
import { writeFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import { parseArgs } from 'node:util';
import { FOOD_CATALOGUE } from '../testing/food-catalogue.ts';
import { hasSharedData } from '../testing/shared-data.ts';
import { actsTable, measureActs } from './bench/acts.ts';
import { benchTable } from './bench/bench-table.ts';
import { searchRow } from './bench/search-row.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'string' },
  },
});
const [group = 'till'] = positionals;

const machine = {
  cpu: cpus()[0]?.model ?? 'unknown',
  cores: cpus().length,
  memoryGb: Math.round(totalmem() / 2 ** 30),
  loadBefore: loadavg()[0] ?? 0,
  node: process.version,
};

if (group === 'acts') await tellActs();
else if (group === 'till') tellTill();
else throw new Error(`nothing to measure: till and acts are known, not ${group}`);

async function tellActs(): Promise<void> {
  const figures = await measureActs();
  tell(actsTable(figures), { machine, acts: figures });
}

function tellTill(): void {
  if (!hasSharedData(FOOD_CATALOGUE)) {
    console.log('skipped: the catalogue of 100,000 products is not there');
    return;
  }
  const rows = [searchRow()];
  tell(benchTable(rows), { machine, rows });
}

function tell(table: string, figures: object): void {
  console.log(table);
  const json = JSON.stringify(figures, null, 2);
  console.log(json);
  if (values.json !== undefined) writeFileSync(values.json, `${json}\n`);
}
