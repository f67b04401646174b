import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { countTests, summaryLine } from './count-tests.ts';
import type { StepResult, TestReport } from './step.ts';

let folder = '';
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'count-tests-'))));
afterEach(() => rmSync(folder, { recursive: true }));

const vitest = { numPassedTests: 5, numFailedTests: 0, numPendingTests: 2, numTodoTests: 0 };
const playwright = { stats: { expected: 3, unexpected: 1, flaky: 1, skipped: 0 } };

function result(ok: boolean, report?: TestReport): StepResult {
  return {
    step: { name: 'a', program: 'a', args: [], ...(report && { report }) },
    ok,
    seconds: 1,
    output: '',
  };
}

function reported(of: TestReport['of'], name: string, content: unknown): TestReport {
  const file = join(folder, name);
  writeFileSync(file, JSON.stringify(content));
  return { of, file };
}

test('the counts of both kinds of report are added; a flaky test is a failed one', () => {
  const results = [
    result(true, reported('vitest', 'a', vitest)),
    result(false, reported('playwright', 'b', playwright)),
  ];
  expect(countTests(results)).toEqual({ passed: 8, failed: 2, skipped: 2 });
});

test('a failed step that is no test, or whose tests all passed, counts as one failure', () => {
  expect(countTests([result(true), result(false)])).toEqual({ passed: 0, failed: 1, skipped: 0 });
  expect(countTests([result(false, reported('vitest', 'a', vitest))])).toMatchObject({
    passed: 5,
    failed: 1,
  });
});

test('a report that is missing or says nothing counts as one failure, even when the step said all is well', () => {
  expect(countTests([result(true, { of: 'vitest', file: join(folder, 'none') })])).toMatchObject({
    failed: 1,
  });
  expect(countTests([result(true, reported('vitest', 'a', {}))])).toMatchObject({ failed: 1 });
});

test('the last line counts, and names skipped tests only when there are some', () => {
  expect(summaryLine({ passed: 8, failed: 0, skipped: 0 })).toBe('8 passed, 0 failed');
  expect(summaryLine({ passed: 8, failed: 1, skipped: 2 })).toBe('8 passed, 1 failed, 2 skipped');
});
