// Adds up what the steps' test reports say. A step that failed without a failed test counts as one failure, so nothing red is lost.
import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import type { StepResult, TestReport } from './step.ts';

export interface TestCount {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

const vitestReport = z
  .object({
    numPassedTests: z.int(),
    numFailedTests: z.int(),
    numPendingTests: z.int(),
    numTodoTests: z.int(),
  })
  .transform((report): TestCount => ({
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    skipped: report.numPendingTests + report.numTodoTests,
  }));

const playwrightReport = z
  .object({
    stats: z.object({ expected: z.int(), unexpected: z.int(), flaky: z.int(), skipped: z.int() }),
  })
  .transform(({ stats }): TestCount => ({
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky,
    skipped: stats.skipped,
  }));

const none: TestCount = { passed: 0, failed: 0, skipped: 0 };

export function countTests(results: readonly StepResult[]): TestCount {
  return results.map(countOf).reduce(
    (sum, one) => ({
      passed: sum.passed + one.passed,
      failed: sum.failed + one.failed,
      skipped: sum.skipped + one.skipped,
    }),
    none,
  );
}

export function summaryLine({ passed, failed, skipped }: TestCount): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

function countOf({ step, ok }: StepResult): TestCount {
  const read = step.report === undefined ? none : readReport(step.report);
  if (read === undefined) return { ...none, failed: 1 };
  return !ok && read.failed === 0 ? { ...read, failed: 1 } : read;
}

/** `undefined` when a step that should have run tests left no report that can be read. */
function readReport({ of, file }: TestReport): TestCount | undefined {
  if (!existsSync(file)) return undefined;
  const schema = of === 'vitest' ? vitestReport : playwrightReport;
  return schema.safeParse(JSON.parse(readFileSync(file, 'utf8'))).data;
}
