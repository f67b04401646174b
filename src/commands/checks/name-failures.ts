// Why the failed steps failed, for the end of a long log is often all that is kept of it: which tests their reports call failed and how
// the reason begins, or what a step said last that failed without one.
import { existsSync, readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { z } from 'zod';
import type { StepResult, TestReport } from './step.ts';

const REASON_CHARACTERS_MAX = 200;
/** As much as an error between the tests takes, with its trace and the test runner's own last words. */
const LAST_LINES = 60;

const vitestReport = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      /** Of a file that could not even be read. */
      message: z.string().default(''),
      assertionResults: z.array(
        z.object({
          fullName: z.string(),
          status: z.string(),
          failureMessages: z.array(z.string()).nullish(),
        }),
      ),
    }),
  ),
});

const spec = z.object({
  title: z.string(),
  file: z.string(),
  ok: z.boolean(),
  tests: z.array(
    z.object({
      results: z.array(z.object({ error: z.object({ message: z.string() }).partial().optional() })),
    }),
  ),
});
interface Suite {
  readonly specs: readonly z.infer<typeof spec>[];
  readonly suites: readonly Suite[];
}
const suite: z.ZodType<Suite> = z.object({
  specs: z.array(spec).default([]),
  get suites() {
    return z.array(suite).default([]);
  },
});
const playwrightReport = z.object({ suites: z.array(suite) });

/** A line for each failed test: `file › title: reason`; several for a step that names none. Empty when all passed. */
export function nameFailures(results: readonly StepResult[]): string[] {
  return results
    .filter((result) => !result.ok)
    .flatMap(({ step, output }) => {
      const named = step.report === undefined ? [] : failuresOf(step.report);
      return named.length > 0 ? named : lastWords(output).map((one) => `${step.name}: ${one}`);
    });
}

function lastWords(output: string): string[] {
  return stripVTControlCharacters(output)
    .split('\n')
    .filter((one) => one.trim() !== '')
    .slice(-LAST_LINES);
}

function failuresOf({ of, file }: TestReport): string[] {
  if (!existsSync(file)) return [];
  const content: unknown = JSON.parse(readFileSync(file, 'utf8'));
  return of === 'vitest' ? ofVitest(content) : ofPlaywright(content);
}

function ofVitest(content: unknown): string[] {
  return (vitestReport.safeParse(content).data?.testResults ?? []).flatMap((file) => {
    const name = relative(process.cwd(), file.name);
    const failed = file.assertionResults.filter((one) => one.status === 'failed');
    if (failed.length === 0) return file.message === '' ? [] : [line(name, 'the file', file.message)];
    return failed.map((one) => line(name, one.fullName, one.failureMessages?.[0]));
  });
}

function ofPlaywright(content: unknown): string[] {
  return (playwrightReport.safeParse(content).data?.suites ?? [])
    .flatMap(specsOf)
    .filter((one) => !one.ok)
    .map((one) => {
      const errors = one.tests.flatMap((test) => test.results).map((result) => result.error?.message);
      return line(one.file, one.title, errors.find(Boolean));
    });
}

function specsOf(of: Suite): z.infer<typeof spec>[] {
  return [...of.specs, ...of.suites.flatMap(specsOf)];
}

function line(file: string, title: string, reason = 'says no reason'): string {
  const first = stripVTControlCharacters(reason)
    .split('\n')
    .map((one) => one.trim())
    .filter(Boolean)
    .slice(0, 3)
    .join(' ');
  return `${file} › ${title}: ${first.slice(0, REASON_CHARACTERS_MAX)}`;
}
