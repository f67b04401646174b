/**
 * `npm run bench -- till`: measures what docs promise of speed, against a reference in the same run, and says on which machine.
 *   --row NAME    one row only      --json FILE   writes the figures there too
 */
import { writeFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import { parseArgs } from 'node:util';
import type { BenchRow } from './bench/bench-row.ts';
import { benchTable } from './bench/bench-table.ts';
import { searchRow } from './bench/search-row.ts';

/** One file each; a row is null where what it needs is not there. */
const rowsOf: Readonly<Record<string, Readonly<Record<string, () => Promise<BenchRow | null>>>>> = {
  till: { search: searchRow },
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { row: { type: 'string' }, json: { type: 'string' } },
});
const [group = 'till'] = positionals;
const wanted = Object.entries(rowsOf[group] ?? {}).filter(
  ([name]) => values.row === undefined || values.row === name,
);
if (wanted.length === 0) throw new Error(`nothing to measure: ${Object.keys(rowsOf).join(', ')} are known`);

const machine = {
  cpu: cpus()[0]?.model ?? 'unknown',
  cores: cpus().length,
  memoryGb: Math.round(totalmem() / 2 ** 30),
  loadBefore: loadavg()[0] ?? 0,
  node: process.version,
};
const rows: BenchRow[] = [];
for (const [name, measure] of wanted) {
  const row = await measure();
  if (row === null) console.log(`${name}: skipped, its data is not there`);
  else rows.push(row);
}
console.log(benchTable(rows));
const json = JSON.stringify({ machine, rows }, null, 2);
console.log(json);
if (values.json !== undefined) writeFileSync(values.json, `${json}\n`);
