/** Every call of the fixed day goes wrong once: the disk refuses, the reply is lost, or the app dies right there. */
import { expect, test } from 'vitest';
import { runFixedDay, type Strike } from './every-call.ts';

const STRIKES: readonly Strike[] = ['fails', 'kills'];
/** Every seventh here, so that the tests stay quick; the command runs them all. */
const EVERY = 7;

test.each(STRIKES)('SIM-5 P3 P4 the Nth call %s, for one N after the other', async (strike) => {
  const { calls, problems } = await runFixedDay(null, strike);
  expect(problems).toEqual([]);
  expect(calls).toBeGreaterThan(100);
  for (let struck = 1; struck <= calls; struck += EVERY)
    expect([struck, (await runFixedDay(struck, strike)).problems]).toEqual([struck, []]);
});
