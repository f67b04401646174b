/** Runs seeds on the real adapters, in a process for each core, and prints what was done and what came of it. */
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';
import { addTallies, type Tally } from '../../simulation/run-seeds.ts';
import type { RealSeeds } from '../../simulation/real/run-real-seeds.ts';
import { printTally } from './print-tally.ts';

const worker = fileURLToPath(new URL('real-worker.ts', import.meta.url));

const tallySchema = z.object({
  seeds: z.int(),
  sales: z.int(),
  requests: z.int(),
  counts: z.record(z.string(), z.int()),
  failure: z.nullable(z.object({ seed: z.int(), problems: z.array(z.string()) })),
});

export interface RealSeedsWanted {
  readonly from: number;
  readonly seeds: number;
  readonly processes: number;
  /** None is begun after this many milliseconds; null runs them all. */
  readonly withinMs: number | null;
}

/** @returns whether all went well. */
export async function simulateReal({ from, seeds, processes, withinMs }: RealSeedsWanted): Promise<boolean> {
  const began = performance.now();
  const shares = Array.from({ length: processes }, (_, index) => ({
    from: from + index,
    step: processes,
    count: Math.ceil((seeds - index) / processes),
    withinMs,
  }));
  const tally = addTallies(await Promise.all(shares.map(runInProcess)));
  printTally(tally, (performance.now() - began) / 60_000, from);
  const { failure } = tally;
  if (failure !== null) console.error(`Seed ${String(failure.seed)} goes wrong on the real adapters:`);
  for (const problem of failure?.problems ?? []) console.error(`  ${problem}`);
  return failure === null;
}

function runInProcess(seeds: RealSeeds): Promise<Tally> {
  return new Promise((resolve, reject) => {
    const child = fork(worker, [JSON.stringify(seeds)], { execArgv: process.execArgv });
    child.on('message', (told) => resolve(tallySchema.parse(told)));
    child.on('error', reject);
    child.on('exit', (code) => reject(new Error(`a process ended early, with ${String(code)}`)));
  });
}
