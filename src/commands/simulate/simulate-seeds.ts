/** Runs fresh seeds and prints what was done to the shops, what came of it, and the first bad day in its shortest form. */
import { addTallies } from '../../simulation/run-seeds.ts';
import { SOMETIMES } from '../../simulation/sometimes.ts';
import { printTally } from './print-tally.ts';
import { bundleSimulation, runInThreads } from './run-in-threads.ts';
import { tellSeed } from './tell-seed.ts';

export interface SeedsWanted {
  readonly from: number;
  readonly threads: number;
  readonly count: number;
  readonly withinMs: number | null;
}

/** Fewer seeds than this need not have shown everything. */
const SEEDS_TO_SHOW_ALL = 2_000;

/** @returns whether all went well. */
export async function simulateSeeds({ from, threads, count, withinMs }: SeedsWanted): Promise<boolean> {
  const file = await bundleSimulation();
  const began = performance.now();
  const work = Array.from({ length: threads }, (_, thread) => ({
    from: from + thread,
    step: threads,
    count,
    withinMs,
    mutant: null,
  }));
  const tally = addTallies(await runInThreads(file, work));
  const minutes = (performance.now() - began) / 60_000;
  printTally(tally, minutes, from);
  const never =
    tally.seeds < SEEDS_TO_SHOW_ALL ? [] : SOMETIMES.filter((what) => tally.counts[what] === undefined);
  for (const what of never) console.error(`Never happened: ${what}`);
  if (tally.failure !== null) await tellSeed(tally.failure.seed);
  return tally.failure === null && never.length === 0;
}
