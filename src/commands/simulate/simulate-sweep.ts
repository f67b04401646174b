/** Every call of the fixed day goes wrong once, in each way; prints what became of those days. */
import { runFixedDay, type Strike } from '../../simulation/every-call.ts';

const STRIKES: readonly Strike[] = ['fails', 'kills'];

/** @returns whether all days ended as they should. */
export async function simulateSweep(): Promise<boolean> {
  let failures = 0;
  for (const strike of STRIKES) failures += await sweep(strike);
  return failures === 0;
}

async function sweep(strike: Strike): Promise<number> {
  const { calls, problems } = await runFixedDay(null, strike);
  let failures = problems.length > 0 ? 1 : 0;
  for (let struck = 1; struck <= calls; struck += 1) {
    const day = await runFixedDay(struck, strike);
    if (day.problems.length === 0) continue;
    failures += 1;
    console.error(`call ${String(struck)} ${strike}: ${day.problems.join('; ')}`);
  }
  console.log(
    `${String(calls)} calls in the fixed day; each ${strike} once: ${String(calls)} struck, ${String(failures)} failures`,
  );
  return failures;
}
