// `npm test`: all that continuous integration runs, one after the other, ending with one line that counts the tests.
import { mkdirSync, rmSync } from 'node:fs';
import { checkSteps } from './checks/check-steps.ts';
import { countTests, summaryLine } from './checks/count-tests.ts';
import { nameFailures } from './checks/name-failures.ts';
import { runIfReady, runInLanes } from './checks/run-step.ts';
import type { Step, StepResult } from './checks/step.ts';
import { reportsFolder, vitestStep } from './checks/vitest-step.ts';

const node = (name: string, file: string, needs: readonly string[] = []): Step => ({
  name,
  program: 'node',
  args: ['--import', 'tsx', file],
  needs,
});

const inOrder: readonly Step[] = [
  vitestStep('server tests', 'server'),
  { name: 'build', program: 'vite', args: ['build'] },
  node('size', 'src/commands/size.ts', ['build']),
  node('browser', 'src/commands/find-browser.ts'),
  {
    name: 'browser tests',
    program: 'playwright',
    args: ['test'],
    needs: ['build', 'browser'],
    report: { of: 'playwright', file: `${reportsFolder}/e2e.json` },
  },
  node('engines', 'src/commands/find-engines.ts'),
  {
    name: 'engine tests',
    program: 'playwright',
    args: ['test', '-c', 'playwright.engines.config.ts'],
    needs: ['build', 'engines'],
    report: { of: 'playwright', file: `${reportsFolder}/engines.json` },
  },
];

// A report of an earlier run must never be counted in place of one that was not written.
rmSync(reportsFolder, { recursive: true, force: true });
mkdirSync(reportsFolder, { recursive: true });

const results: StepResult[] = await runInLanes(checkSteps, 2);
for (const step of inOrder) results.push(await runIfReady(step, results));

const count = countTests(results);
console.log();
for (const result of results) {
  console.log(`${result.ok ? 'passed' : 'FAILED'}  ${result.step.name} (${result.seconds.toFixed(0)} s)`);
}
for (const failure of nameFailures(results)) console.log(`failed  ${failure}`);
console.log(summaryLine(count));
process.exitCode = count.failed === 0 ? 0 : 1;
