/** The simulation itself: what it finds, that it finds what is planted, and that it tells the same story twice. */
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { chanceStream } from './chance-stream.ts';
import { KEPT_SEEDS } from './kept-seeds.ts';
import { makePlan } from './make-plan.ts';
import { MUTANTS } from './mutants.ts';
import { installPlainPlatform } from './plain-platform.ts';
import { runPlan } from './run-plan.ts';
import { runSeeds } from './run-seeds.ts';
import { shrink } from './shrink.ts';

const FRESH_SEEDS = 60;
const SEEDS_TO_CATCH = 500;
/** A planted bug may need all of them. */
const LONG_MS = 240_000;

vi.setConfig({ testTimeout: LONG_MS });

beforeAll(() => {
  installPlainPlatform(chanceStream(0, 'platform'));
});

test('SIM-1 P4 P6 bad days from seeds: nothing lost, nothing twice, nothing waits once faults end', async () => {
  const seeds = { from: 1, step: 1, count: FRESH_SEEDS, withinMs: null, mutant: null };
  const { failure, sales } = await runSeeds(seeds, () => 0);
  expect(failure).toBeNull();
  expect(sales).toBeGreaterThan(FRESH_SEEDS);
});

test.each(KEPT_SEEDS)('SIM-1 seed %i, kept because of: %s', async (seed) => {
  expect((await runPlan(makePlan(seed))).problems).toEqual([]);
});

test('SIM-2 the same seed tells the same story, and another one another', async () => {
  const [one, same, other] = [
    await runPlan(makePlan(5)),
    await runPlan(makePlan(5)),
    await runPlan(makePlan(6)),
  ];
  expect(same.fingerprint).toBe(one.fingerprint);
  expect(other.fingerprint).not.toBe(one.fingerprint);
});

describe('SIM-3 planted bugs are caught', () => {
  test.each(MUTANTS.map(({ name }) => name))('SIM-3 %s', async (mutant) => {
    const seeds = { from: 1, step: 1, count: SEEDS_TO_CATCH, withinMs: null, mutant };
    expect((await runSeeds(seeds, () => 0)).failure).not.toBeNull();
  });
});

test('SIM-4 a bad day is told in its shortest form', async () => {
  const mutant = MUTANTS.find(({ name }) => name === 'never moves the watermark down');
  const options = mutant === undefined ? {} : { bend: mutant.bend };
  const seeds = { from: 1, step: 1, count: SEEDS_TO_CATCH, withinMs: null, mutant: mutant?.name ?? null };
  const { failure } = await runSeeds(seeds, () => 0);
  const plan = makePlan(failure?.seed ?? 0);
  const shortest = await shrink(plan, options);
  expect(shortest.happenings.length).toBeLessThan(plan.happenings.length / 2);
  expect((await runPlan(shortest, options)).problems).not.toEqual([]);
});
