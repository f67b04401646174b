/** Runs one seed after the other on the real adapters and adds up what they showed. */
import { makePlan } from '../make-plan.ts';
import type { SeedsToRun, Tally } from '../run-seeds.ts';
import { layGround } from './office-ground.ts';
import { runRealPlan } from './run-real-plan.ts';

export type RealSeeds = Pick<SeedsToRun, 'from' | 'step' | 'count' | 'withinMs'>;

export async function runRealSeeds(
  { from, step, count, withinMs }: RealSeeds,
  monotonicMs: () => number,
): Promise<Tally> {
  const end = withinMs === null ? Infinity : monotonicMs() + withinMs;
  const tally: Tally = { seeds: 0, sales: 0, requests: 0, counts: {}, failure: null };
  const ground = await layGround();
  try {
    for (let turn = 0; turn < count && monotonicMs() < end && tally.failure === null; turn += 1) {
      const seed = from + turn * step;
      const { problems, counts, sales, requests } = await runRealPlan(makePlan(seed), ground);
      tally.seeds += 1;
      tally.sales += sales;
      tally.requests += requests;
      for (const [what, times] of counts) tally.counts[what] = (tally.counts[what] ?? 0) + times;
      if (problems.length > 0) tally.failure = { seed, problems };
    }
  } finally {
    await ground.stop();
  }
  return tally;
}
