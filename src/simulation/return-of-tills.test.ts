/** The row of the failure table in which all tills return at once. */
import { expect, test } from 'vitest';
import { ADMISSION_LIMITS } from '../server/till-plane/admission-rule.ts';
import { returnOfTills } from './return-of-tills.ts';

test('LEDG-20 S F41 2,000 tills return at once: drained in 1.3 × ideal with a bounded queue; without shedding it is worse', async () => {
  const shedding = await returnOfTills(2_000, true);
  const endless = await returnOfTills(2_000, false);
  expect(shedding.drained).toBe(true);
  expect(shedding.timesIdeal).toBeLessThanOrEqual(1.3);
  expect(shedding.waitingMost).toBeLessThanOrEqual(ADMISSION_LIMITS.waitingMax);
  expect(endless.timesIdeal).toBeGreaterThan(1.3);
  expect(endless.waitingMost).toBeGreaterThan(ADMISSION_LIMITS.waitingMax);
});
