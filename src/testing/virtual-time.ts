/** Time that passes only when everybody waits: hours of retries in a second, in the same order every run. */
import type { Clock, Timers } from '../sync/ports.ts';

interface Waiter {
  readonly at: number;
  readonly release: () => void;
}

export interface VirtualTime {
  readonly clock: Clock;
  readonly timers: Timers;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** All at once, as for a tablet that slept. */
  readonly leap: (ms: number) => void;
  /** Lets time pass until the condition holds. `waiters` is how many wait when nothing else is going on. */
  readonly runUntil: (
    condition: () => boolean | Promise<boolean>,
    limits: { waiters: number; limitMs: number },
  ) => Promise<void>;
}

export function makeVirtualTime(start: number): VirtualTime {
  let now = start;
  let waiting: Waiter[] = [];

  function wait(ms: number, signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const waiter = { at: now + Math.max(0, ms), release: done };
      function done(): void {
        waiting = waiting.filter((one) => one !== waiter);
        signal.removeEventListener('abort', done);
        resolve();
      }
      waiting.push(waiter);
      signal.addEventListener('abort', done);
      if (signal.aborted) done();
    });
  }

  async function everybodyWaits(waiters: number): Promise<void> {
    while (waiting.length < waiters) await new Promise((resolve) => setImmediate(resolve));
  }

  function passToNext(): void {
    const next = waiting.reduce<Waiter | null>(
      (first, one) => (first === null || one.at < first.at ? one : first),
      null,
    );
    if (next === null) return;
    now = Math.max(now, next.at);
    next.release();
  }

  return {
    clock: { wall: () => now, mono: () => now - start, anchored: () => now },
    timers: { wait },
    now: () => now,
    leap: (ms) => {
      now += ms;
    },
    runUntil: async (condition, { waiters, limitMs }) => {
      const end = now + limitMs;
      await everybodyWaits(waiters);
      while (!(await condition())) {
        if (now > end) throw new Error(`not within ${String(limitMs)} ms`);
        passToNext();
        await everybodyWaits(waiters);
      }
    },
  };
}
