/** Asks again until the answer is as wanted, or the time is over. */
import { setTimeout as wait } from 'node:timers/promises';
import { SmokeFailure } from './smoke-failure.ts';

const POLL_MS = 200;
const WAIT_MS_MAX = 30_000;

export async function until<Value>(
  what: string,
  ask: () => Promise<Value>,
  isWanted: (value: Value) => boolean,
  waitMsMax = WAIT_MS_MAX,
): Promise<Value> {
  const end = performance.now() + waitMsMax;
  for (;;) {
    const value = await ask();
    if (isWanted(value)) return value;
    if (performance.now() >= end)
      throw new SmokeFailure(`${what} did not come in ${String(waitMsMax / 1_000)} s`);
    await wait(POLL_MS);
  }
}
