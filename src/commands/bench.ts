/**
 * `npm run bench -- GROUP`: measures what docs/BENCHMARKS.md promises of speed, each against a reference in the same run.
 *   till       the counter and the tablet: scan, pay, search, PIN, cold start, catalogue, what waits
 *   server     head office's ledger against PostgreSQL alone
 *   acts       ten everyday acts on the real screens, in taps and seconds
 *   office     the office over months of real receipts: --receipts FILE, --until DAY for fewer of them, --data DIR keeps its server
 *   all        everything, the office where its receipts are given
 *   --at-server         the office's rows at the server alone, without a browser
 *   --products 100000   in the big shop
 *   --rounds 40         how often each thing is done
 *   --full              ten minutes of scanning at 60 a minute, instead of as many scans in quicker time
 *   --json FILE         writes the figures there too
 *   --keep              and the tables to docs/BENCHMARKS.md
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { actsTable, measureActs } from './bench/acts.ts';
import { DEFAULT_OPTIONS, type BenchOptions } from './bench/bench-options.ts';
import type { BenchRow } from './bench/bench-row.ts';
import { benchTable } from './bench/bench-table.ts';
import { keepResults } from './bench/keep-results.ts';
import { machineWords, readMachine } from './bench/machine.ts';
import { measureOffice } from './bench/office/measure-office.ts';
import { searchRow } from './bench/search-row.ts';
import { serverRows } from './bench/server-rows.ts';
import { tillRows } from './bench/till-rows.ts';
import { buildClientIfNeeded } from './build-client.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const OFFICE_TILLS = 8;
const GROUPS = ['till', 'server', 'office', 'acts', 'all'];

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'string' },
    products: { type: 'string', default: String(DEFAULT_OPTIONS.products) },
    rounds: { type: 'string', default: String(DEFAULT_OPTIONS.rounds) },
    full: { type: 'boolean', default: DEFAULT_OPTIONS.full },
    keep: { type: 'boolean', default: false },
    receipts: { type: 'string' },
    until: { type: 'string' },
    data: { type: 'string' },
    'at-server': { type: 'boolean', default: false },
  },
});
const [group = 'till'] = positionals;
if (!GROUPS.includes(group))
  throw new Error(`nothing to measure: ${GROUPS.join(', ')} are known, not ${group}`);
const options: BenchOptions = {
  products: Number(values.products),
  rounds: Number(values.rounds),
  full: values.full,
};
const machine = readMachine(root);
const wants = (one: string): boolean => group === 'all' || group === one;

if (group !== 'server') await buildClientIfNeeded(root, console.log);
const began = performance.now();
const kept: { readonly group: string; readonly table: string }[] = [];
const measured: BenchRow[] = [];
const tell = (more: readonly BenchRow[]): void => {
  measured.push(...more);
  for (const { what, verdict } of more) console.log(`${verdict.is}: ${what}`);
};
if (wants('till')) {
  tell([searchRow()]);
  await tillRows(options, tell);
  kept.push({ group: 'till', table: benchTable(measured) });
}
if (wants('server')) {
  const rows = await serverRows(options);
  tell(rows);
  kept.push({ group: 'server', table: benchTable(rows) });
}
const { receipts, until = null, data = null, 'at-server': atServerAlone } = values;
if (group === 'office' && receipts === undefined) throw new Error('--receipts FILE is needed');
if (wants('office') && receipts !== undefined) {
  const office = await measureOffice({
    ...{ file: receipts, until, keep: data, tills: OFFICE_TILLS },
    atServerAlone,
  });
  tell(office.rows);
  console.log(`\n${office.sums}`);
  kept.push({ group: 'office', table: benchTable(office.rows) });
  if (!office.agreed) process.exitCode = 1;
}
const acts = wants('acts') ? await measureActs() : [];
if (acts.length > 0) kept.push({ group: 'acts', table: actsTable(acts) });

const figures = {
  machine: { ...machine, minutes: (performance.now() - began) / 60_000 },
  options,
  rows: measured,
  acts,
};
const json = JSON.stringify(figures, null, 2);
console.log(json);
if (values.json !== undefined) writeFileSync(values.json, `${json}\n`);
for (const { group: of, table } of kept) {
  console.log(`\n${table}`);
  if (values.keep)
    keepResults(join(root, 'docs', 'BENCHMARKS.md'), of, `${table}\n\n${machineWords(machine)}`);
}
