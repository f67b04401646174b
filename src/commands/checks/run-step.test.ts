import { expect, test } from 'vitest';
import { runIfReady, runInLanes } from './run-step.ts';
import type { Step, StepResult } from './step.ts';

const script = (name: string, code: string): Step => ({ name, program: 'node', args: ['-e', code] });
const failed: StepResult = { step: script('build', ''), ok: false, seconds: 1, output: '' };

test('a step fails by its exit code, and one that cannot start fails too', async () => {
  const steps = [
    script('good', ''),
    script('bad', 'console.error("why"); process.exit(3)'),
    { name: 'absent', program: 'no-such-program', args: [] },
  ];
  const results = await runInLanes(steps, 2);
  expect(results.filter((result) => result.ok).map((result) => result.step.name)).toEqual(['good']);
  expect(results).toHaveLength(3);
  expect(results.find((result) => result.step.name === 'bad')?.output).toBe('why\n');
});

test('a step whose need failed is not run and counts as failed; the others run', async () => {
  const needsBuild = { ...script('size', ''), needs: ['build'] };
  expect((await runIfReady(needsBuild, [failed])).ok).toBe(false);
  expect((await runIfReady(needsBuild, [{ ...failed, ok: true }])).ok).toBe(true);
  expect((await runIfReady(script('other', ''), [failed])).ok).toBe(true);
});
