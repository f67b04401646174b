/**
 * When to try again, and how much at once. Pure.
 *
 *     closed ── 3 failures ──▶ open: only small probes ── a probe succeeds ──▶ trying: one fact
 *        ▲                      ▲                                               │      │
 *        └──────────────────────┼── a round succeeds: 8, 64, 500 facts ─────────┘      │
 *                               └── a round fails ─────────────────────────────────────┘
 */
import { PUSH_FACTS_MAX, RETRY_AFTER_MS_MAX } from '../protocol/limits.ts';

const FAILURES_TO_OPEN = 3;
const BATCH_GROWTH = 8;
const DELAY_MS_FIRST = 1_000;
const DELAY_MS_MIN = 250;
export const DELAY_MS_MAX = 60_000;

export interface Pace {
  /** In a row. */
  readonly failures: number;
  readonly circuit: 'closed' | 'open' | 'trying';
  /** Facts in the next batch, at most. */
  readonly batch: number;
  /** Monotonic; not before. */
  readonly retryAt: number;
}

export const FRESH_PACE: Pace = { failures: 0, circuit: 'closed', batch: PUSH_FACTS_MAX, retryAt: 0 };

export function afterSuccess(pace: Pace, now: number, retryAfterMs: number): Pace {
  const batch = Math.min(PUSH_FACTS_MAX, pace.batch * BATCH_GROWTH);
  return { failures: 0, circuit: 'closed', batch, retryAt: now + atMost(retryAfterMs, RETRY_AFTER_MS_MAX) };
}

/** The failures stay counted until facts arrive: a server whose probe works and whose push does not is still failing. */
export function afterProbe(pace: Pace, now: number): Pace {
  return pace.circuit === 'closed'
    ? { ...pace, failures: 0, retryAt: now }
    : { ...pace, circuit: 'trying', batch: 1, retryAt: now };
}

/** Full jitter (a random share of a doubling delay), with what the server asked for as a floor. */
export function afterFailure(pace: Pace, now: number, retryAfterMs: number, fraction: number): Pace {
  const failures = pace.failures + 1;
  const ceiling = atMost(DELAY_MS_FIRST * 2 ** atMost(failures, 10), DELAY_MS_MAX);
  const delay = Math.max(DELAY_MS_MIN, fraction * ceiling, atMost(retryAfterMs, RETRY_AFTER_MS_MAX));
  const circuit = failures >= FAILURES_TO_OPEN ? 'open' : pace.circuit;
  return { ...pace, failures, circuit, retryAt: now + Math.ceil(delay) };
}

/** Someone on the way found the batch too much. @returns null when it was one fact already: that is a failure. */
export function afterHalving(pace: Pace, sent: number): Pace | null {
  return sent <= 1 ? null : { ...pace, batch: Math.floor(sent / 2) };
}

/** A person, or a sign that the network is back, asks to try at once. */
export function withoutDelay(pace: Pace, now: number): Pace {
  return { ...pace, retryAt: Math.min(pace.retryAt, now) };
}

function atMost(value: number, limit: number): number {
  return Math.min(value, limit);
}
