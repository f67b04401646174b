/** The same bad days on the real adapters, a few of them: `npm run simulate -- --real` runs hundreds. */
import 'fake-indexeddb/auto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makePlan } from '../make-plan.ts';
import { layGround, type OfficeGround } from './office-ground.ts';
import { runRealPlan } from './run-real-plan.ts';

let ground: OfficeGround;
beforeAll(async () => {
  ground = await layGround();
});
afterAll(() => ground.stop());

test.each([5, 19, 31])(
  'SIM-6 P3 P4 P12 F15 F39 S P seed %i on the real database, server, journal and keys',
  async (seed) => {
    const { problems, sales } = await runRealPlan(makePlan(seed), ground);
    expect(problems).toEqual([]);
    expect(sales).toBeGreaterThan(0);
  },
);
