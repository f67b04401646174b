/** Runs one seed after the other and adds up what they showed. */
import { makePlan } from './make-plan.ts';
import { mutantNamed } from './mutants.ts';
import { runPlan, type RunOptions } from './run-plan.ts';

export interface Failure {
  readonly seed: number;
  readonly problems: readonly string[];
}

export interface Tally {
  seeds: number;
  sales: number;
  requests: number;
  readonly counts: Record<string, number>;
  failure: Failure | null;
}

export interface SeedsToRun {
  readonly from: number;
  /** Each worker takes every so-manieth. */
  readonly step: number;
  readonly count: number;
  /** Not begun after this many milliseconds; null runs them all. */
  readonly withinMs: number | null;
  /** A planted bug, by name. */
  readonly mutant: string | null;
}

/** Every so often a seed is run twice: it must tell the same story. */
const TWICE_EVERY = 25;

export async function runSeeds(
  { from, step, count, withinMs, mutant }: SeedsToRun,
  monotonicMs: () => number,
): Promise<Tally> {
  const tally: Tally = { seeds: 0, sales: 0, requests: 0, counts: {}, failure: null };
  const end = withinMs === null ? Infinity : monotonicMs() + withinMs;
  const options: RunOptions = mutant === null ? {} : { bend: mutantNamed(mutant).bend };
  for (let turn = 0; turn < count && monotonicMs() < end && tally.failure === null; turn += 1) {
    const seed = from + turn * step;
    tally.failure = await runOne(tally, seed, options, mutant === null && turn % TWICE_EVERY === 0);
  }
  return tally;
}

async function runOne(
  tally: Tally,
  seed: number,
  options: RunOptions,
  isTwice: boolean,
): Promise<Failure | null> {
  const verdict = await runPlan(makePlan(seed), options);
  tally.seeds += 1;
  tally.sales += verdict.sales;
  tally.requests += verdict.requests;
  for (const [what, times] of verdict.counts) tally.counts[what] = (tally.counts[what] ?? 0) + times;
  if (verdict.problems.length > 0) return { seed, problems: verdict.problems };
  if (!isTwice) return null;
  const again = await runPlan(makePlan(seed), options);
  return again.fingerprint === verdict.fingerprint
    ? null
    : { seed, problems: ['the same seed told another story the second time'] };
}

export function addTallies(tallies: readonly Tally[]): Tally {
  const sum: Tally = { seeds: 0, sales: 0, requests: 0, counts: {}, failure: null };
  for (const { seeds, sales, requests, counts, failure } of tallies) {
    sum.seeds += seeds;
    sum.sales += sales;
    sum.requests += requests;
    sum.failure ??= failure;
    for (const [what, times] of Object.entries(counts)) sum.counts[what] = (sum.counts[what] ?? 0) + times;
  }
  return sum;
}
