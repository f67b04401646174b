// Runs one step and says how it ended. Its output is shown at once, or in one piece afterwards when several run side by side.
import { spawn } from 'node:child_process';
import { delimiter, resolve } from 'node:path';
import type { Step, StepResult } from './step.ts';

export type Showing = 'at once' | 'afterwards';

export async function runStep(step: Step, showing: Showing): Promise<StepResult> {
  const start = performance.now();
  if (showing === 'at once') console.log(`\n── ${step.name}`);
  const { code, output } = await run(step, showing);
  const seconds = (performance.now() - start) / 1000;
  const ok = code === 0;
  if (showing === 'afterwards' && !ok) console.log(`\n── ${step.name}\n${output.trimEnd()}`);
  console.log(`${ok ? '✓' : '✗'} ${step.name} (${seconds.toFixed(1)} s)`);
  return { step, ok, seconds, output };
}

/** Runs a step, unless one it needs has failed: an old build must never be tested in place of one that does not build. */
export function runIfReady(step: Step, before: readonly StepResult[]): Promise<StepResult> {
  const missing = before.find((result) => !result.ok && step.needs?.includes(result.step.name));
  if (missing === undefined) return runStep(step, 'at once');
  console.log(`\n✗ ${step.name}: not run, because ${missing.step.name} failed`);
  return Promise.resolve({ step, ok: false, seconds: 0, output: '' });
}

/** Runs the steps in their order, as many side by side as there are lanes. */
export async function runInLanes(steps: readonly Step[], lanes: number): Promise<StepResult[]> {
  const waiting = [...steps];
  const results: StepResult[] = [];
  const lane = async () => {
    for (let step = waiting.shift(); step !== undefined; step = waiting.shift()) {
      results.push(await runStep(step, 'afterwards'));
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return results;
}

function run(step: Step, showing: Showing): Promise<{ code: number | null; output: string }> {
  return new Promise((done) => {
    const child = spawn(step.program, step.args, {
      env: { ...process.env, PATH: pathWithOurTools(), ...step.env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    const collect = (chunk: Buffer, shown: NodeJS.WriteStream) => {
      output += chunk.toString();
      if (showing === 'at once') shown.write(chunk);
    };
    child.stdout.on('data', (chunk: Buffer) => collect(chunk, process.stdout));
    child.stderr.on('data', (chunk: Buffer) => collect(chunk, process.stderr));
    child.on('error', (error) => done({ code: null, output: `${output}${error.message}` }));
    child.on('close', (code) => done({ code, output }));
  });
}

function pathWithOurTools(): string {
  return [resolve('node_modules/.bin'), process.env['PATH'] ?? ''].join(delimiter);
}
