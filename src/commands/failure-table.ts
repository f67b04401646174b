// `npm run failure-table`: every row of docs/failures.md with the tests that show it; fails on a row without one at a place it names.
import { readFileSync } from 'node:fs';
import { compareFailuresWithTests, readFailureRows } from './checks/compare-failures-with-tests.ts';
import { readTestTitles } from './checks/read-test-titles.ts';

const rows = compareFailuresWithTests(
  readFailureRows(readFileSync('docs/failures.md', 'utf8')),
  readTestTitles(['src', 'e2e']),
);
for (const { id, when, where, tests, missing } of rows) {
  console.log(`${id}  ${where.join(' ').padEnd(5)}  ${when}`);
  for (const test of tests) console.log(`     ${test.place}  ${test.title}  (${test.file})`);
  for (const place of missing) console.log(`     ${place}  MISSING`);
}
const open = rows.filter((row) => row.missing.length > 0);
const asked = rows.flatMap((row) => row.where).length;
const shown = asked - open.flatMap((row) => row.missing).length;
console.log(`${rows.length} rows, shown at ${shown} of ${asked} places.`);
if (open.length > 0)
  console.error(`Without a test: ${open.map((row) => `${row.id} ${row.missing.join(' ')}`).join(', ')}`);
process.exitCode = open.length > 0 ? 1 : 0;
