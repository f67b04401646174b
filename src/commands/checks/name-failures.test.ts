import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { nameFailures } from './name-failures.ts';
import type { StepResult, TestReport } from './step.ts';

let folder = '';
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'name-failures-'))));
afterEach(() => rmSync(folder, { recursive: true }));

function reported(of: TestReport['of'], content: unknown): StepResult {
  const file = join(folder, of);
  writeFileSync(file, JSON.stringify(content));
  return {
    step: { name: 'a', program: 'a', args: [], report: { of, file } },
    ok: false,
    seconds: 1,
    output: 'much',
  };
}

test('a failed test of each kind of report is named with its file and the beginning of its reason', () => {
  const vitest = reported('vitest', {
    testResults: [
      {
        name: resolve('src/a.test.ts'),
        assertionResults: [
          {
            fullName: 'adds up',
            status: 'failed',
            failureMessages: ['\u001b[31mexpected 1\u001b[39m\n\n to be 2'],
          },
          { fullName: 'holds', status: 'passed', failureMessages: [] },
        ],
      },
      { name: resolve('src/b.test.ts'), message: 'SyntaxError: no', assertionResults: [] },
    ],
  });
  const playwright = reported('playwright', {
    suites: [
      {
        suites: [
          {
            specs: [
              { title: 'sells', file: 'sell.spec.ts', ok: true, tests: [{ results: [{}] }] },
              {
                title: 'pays',
                file: 'pay.spec.ts',
                ok: false,
                tests: [{ results: [{ error: { message: `Timeout\n${'x'.repeat(300)}` } }] }],
              },
            ],
          },
        ],
      },
    ],
  });
  expect(nameFailures([vitest, playwright])).toEqual([
    'src/a.test.ts › adds up: expected 1 to be 2',
    'src/b.test.ts › the file: SyntaxError: no',
    `pay.spec.ts › pays: Timeout ${'x'.repeat(192)}`,
  ]);
});

test('a step that failed without a failed test is told by what it said last', () => {
  const step = { name: 'tests', program: 'a', args: [] };
  const failed = {
    step,
    ok: false,
    seconds: 1,
    output: `${'before\n'.repeat(60)}\n\u001b[31mUnhandled\u001b[39m\nend\n`,
  };
  const gone = { of: 'vitest', file: join(folder, 'gone') } as const;
  const said = nameFailures([failed]);
  expect(said).toHaveLength(60);
  expect(said.slice(-2)).toEqual(['tests: Unhandled', 'tests: end']);
  expect(nameFailures([{ ...failed, step: { ...step, report: gone } }])).toEqual(said);
  expect(
    nameFailures([
      { ...failed, output: '' },
      { ...failed, ok: true },
    ]),
  ).toEqual([]);
});
