/** Lets a lane wait until a time or until it is woken; a wake that comes while the lane is busy is not lost. */
import type { Timers } from './ports.ts';

export interface Waker {
  readonly wake: () => void;
  readonly wait: (ms: number) => Promise<void>;
}

/** @param stop wakes the lane for good. */
export function makeWaker(timers: Timers, stop: AbortSignal): Waker {
  let isWoken = false;
  let waiting: AbortController | null = null;
  const wake = (): void => {
    isWoken = true;
    // With a reason of our own: the platform's is an exception with its stack, at every wake.
    waiting?.abort('woken');
  };
  stop.addEventListener('abort', wake);
  return {
    wake,
    wait: async (ms) => {
      waiting = new AbortController();
      if (!isWoken && !stop.aborted) await timers.wait(ms, waiting.signal);
      waiting = null;
      isWoken = false;
    },
  };
}
