/** Plants each known bug in turn and prints the seed that caught it. One that is not caught shows what the oracle cannot see. */
import { MUTANTS } from '../../simulation/mutants.ts';
import { addTallies } from '../../simulation/run-seeds.ts';
import { bundleSimulation, runInThreads } from './run-in-threads.ts';

export const SEEDS_TO_CATCH = 500;

/** @returns whether every planted bug was caught. */
export async function simulateMutants(threads: number): Promise<boolean> {
  const file = await bundleSimulation();
  let missed = 0;
  for (const { name } of MUTANTS) {
    const work = Array.from({ length: threads }, (_, thread) => ({
      from: 1 + thread,
      step: threads,
      count: Math.ceil(SEEDS_TO_CATCH / threads),
      withinMs: null,
      mutant: name,
    }));
    const { failure } = addTallies(await runInThreads(file, work));
    if (failure === null) missed += 1;
    const caught =
      failure === null
        ? 'NOT CAUGHT'
        : `seed ${String(failure.seed).padStart(3)}  ${failure.problems[0] ?? ''}`;
    console.log(`${name.padEnd(42)} ${caught}`);
  }
  console.log(
    `${String(MUTANTS.length - missed)} of ${String(MUTANTS.length)} planted bugs caught within ${String(SEEDS_TO_CATCH)} seeds each`,
  );
  return missed === 0;
}
