/**
 * The world everything simulated lives in: one time that passes only when nobody has anything to do, one order of things.
 * No timer, thread or real clock is involved, so the same seed runs the same way everywhere.
 */
import { chanceStream, type ChanceStream } from './chance-stream.ts';
import { makeEventQueue } from './event-queue.ts';
import type { Life } from './life.ts';

export interface World {
  readonly seed: number;
  /** Milliseconds since 1970: the true time. */
  readonly now: () => number;
  readonly after: (ms: number, life: Life, act: () => void) => void;
  readonly chance: (concern: string) => ChanceStream;
  /** Notes what happened; the same seed must note the same. */
  readonly note: (what: string) => void;
  /** Counts what was done to them and what came of it. */
  readonly count: (what: string) => void;
  readonly counts: Map<string, number>;
  /** Goes on by itself; what breaks in it is a bug, of the product or of the simulation, and fails the run. */
  readonly start: (work: Promise<unknown>) => void;
  readonly broken: string[];
  /** Every call of a disk or a line counts; one of them can be struck. */
  readonly calls: { made: number; struck: number | null; onStrike: () => void };
  /** @returns whether this call is to fail. */
  readonly call: () => boolean;
  readonly wake: (life: Life) => void;
  /** Lets time pass until then, or until nothing is left to happen. */
  readonly runUntil: (time: number) => Promise<void>;
  /** Of all that was noted so far. */
  readonly fingerprint: () => string;
  readonly trace: readonly string[];
}

export interface WorldOptions {
  readonly seed: number;
  readonly start: number;
  readonly keepsTrace: boolean;
  /** Resolves once nobody has anything to do at this moment: where real databases and keys work, that takes real time. */
  readonly settled?: () => Promise<void>;
}

export function makeWorld({ seed, start, keepsTrace, settled = atOnce }: WorldOptions): World {
  const queue = makeEventQueue();
  const streams = new Map<string, ChanceStream>();
  const counts = new Map<string, number>();
  const trace: string[] = [];
  const broken: string[] = [];
  const calls: World['calls'] = { made: 0, struck: null, onStrike: () => undefined };
  let now = start;
  let print = 0xcbf29ce4;

  function note(what: string): void {
    for (let at = 0; at < what.length; at += 1) print = Math.imul(print ^ what.charCodeAt(at), 0x01000193);
    print = Math.imul(print ^ (now | 0), 0x01000193);
    if (keepsTrace) trace.push(`${((now - start) / 1000).toFixed(3).padStart(10)}  ${what}`);
  }

  async function runUntil(time: number): Promise<void> {
    await settled();
    for (let next = queue.first(); next !== null && next.at <= time; next = queue.first()) {
      queue.takeFirst();
      if (next.life.isOver) continue;
      if (next.life.isAsleep) {
        next.life.overslept.push(next.act);
        continue;
      }
      now = Math.max(now, next.at);
      next.act();
      await settled();
    }
    now = Math.max(now, time);
  }

  return {
    seed,
    now: () => now,
    after: (ms, life, act) => queue.add(now + Math.max(0, Math.ceil(ms)), life, act),
    chance: (concern) => {
      const known = streams.get(concern) ?? chanceStream(seed, concern);
      streams.set(concern, known);
      return known;
    },
    note,
    count: (what) => counts.set(what, (counts.get(what) ?? 0) + 1),
    counts,
    start: (work) => {
      work.catch((error: unknown) => {
        broken.push(error instanceof Error ? (error.stack ?? error.message) : String(error));
      });
    },
    broken,
    calls,
    call: () => {
      calls.made += 1;
      if (calls.made !== calls.struck) return false;
      calls.onStrike();
      return true;
    },
    wake: (life) => {
      life.isAsleep = false;
      for (const act of life.overslept.splice(0)) queue.add(now, life, act);
    },
    runUntil,
    fingerprint: () => (print >>> 0).toString(16).padStart(8, '0'),
    trace,
  };
}

/** A tick comes after every promise that can settle has settled, however long the chain. */
function atOnce(): Promise<void> {
  return new Promise((resolve) => process.nextTick(resolve));
}
