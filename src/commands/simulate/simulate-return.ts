/** Prints how long the return of many tills takes, with the door of head office and without it. */
import { returnOfTills, type Return } from '../../simulation/return-of-tills.ts';

const TIMES_IDEAL_MAX = 1.3;

/** @returns whether it is as quick as it must be. */
export async function simulateReturn(tills: number): Promise<boolean> {
  const shedding = await returnOfTills(tills, true);
  print('with shedding', shedding);
  print('without', await returnOfTills(tills, false));
  return shedding.drained && shedding.timesIdeal <= TIMES_IDEAL_MAX;
}

function print(how: string, { timesIdeal, drained, waitingMost }: Return): void {
  const time = drained ? `drained in ${timesIdeal.toFixed(2)} × ideal` : 'never drained';
  console.log(`${how.padEnd(14)} ${time}, at most ${String(waitingMost)} waiting`);
}
