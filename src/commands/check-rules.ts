// `npm run rules`: every numbered rule has a test that quotes it, and no test quotes a rule that does not exist.
import { readFileSync } from 'node:fs';
import { compareRulesWithTests } from './checks/compare-rules-with-tests.ts';
import { readTestTitles } from './checks/read-test-titles.ts';

const verdict = compareRulesWithTests(readFileSync('docs/RULES.md', 'utf8'), readTestTitles(['src', 'e2e']));
for (const problem of verdict.problems) console.error(problem);
if (verdict.promisesWithoutTest.length > 0) {
  console.log(`Promises no test quotes yet: ${verdict.promisesWithoutTest.join(', ')}`);
}
console.log(`${verdict.rules} rules, ${verdict.rulesWithTest} quoted by a test.`);
process.exitCode = verdict.problems.length > 0 ? 1 : 0;
