/**
 * The till's clock. Tablets' clocks are wrong, are set by hand and stop counting in sleep, so the till goes by the last
 * sealed server time, carried on by the monotonic clock:
 *
 *     server time ──────┐ heard
 *     anchored          └──────────────▶ + monotonic       order, waits, lease
 *     likely                     ╭─────▶ + unsupported     what people read, the trading day
 *     wall             ──────────╯ jumped ahead (slept? set by hand?)
 *
 * Pure: the readings are arguments, and the clock after each is the answer.
 */
export interface ClockReading {
  /** The tablet's own clock, milliseconds since 1970. */
  readonly wall: number;
  /** Milliseconds since the app started; never goes back, starts anew with the app. */
  readonly mono: number;
}

export type ClockDoubt =
  /** No server was ever heard. */
  | 'neverHeard'
  /** The tablet's clock is behind what the till already knows. */
  | 'wentBack'
  /** The tablet's clock went ahead with nothing to support it: it slept, or somebody set it. */
  | 'wentAhead'
  /** So far ahead that it is not believed. */
  | 'tooFarAhead';

export interface TillClock {
  readonly anchor: { readonly time: number; readonly mono: number };
  /** Unsupported milliseconds that are believed for the day and the eye only. */
  readonly aheadMs: number;
  readonly seen: ClockReading;
  readonly doubt: ClockDoubt | null;
}

/** The last sealed server time, with the tablet's clock at that moment. */
export interface HeardTime {
  readonly serverTime: number;
  readonly wall: number;
}

const HOUR_MS = 60 * 60_000;
/** Clocks are corrected by seconds all the time; nobody needs to hear of less than this. */
export const JUMP_MS_MIN = 60_000;
/** Longer than a shop is shut as a rule. A clock that is further ahead is not believed without a server. */
export const AHEAD_MS_MAX = 7 * 24 * HOUR_MS;

/**
 * The clock of a fresh start, when the monotonic clock has begun anew and only the tablet's clock bridges the gap.
 * @param lastKnown the latest anchored time that is written down here; time is not before it.
 */
export function startClock(reading: ClockReading, heard: HeardTime | null, lastKnown: number): TillClock {
  if (heard === null) return clockAt(Math.max(reading.wall, lastKnown), reading, 'neverHeard');
  const estimate = heard.serverTime + (reading.wall - heard.wall);
  const known = Math.max(heard.serverTime, lastKnown);
  if (estimate < known - JUMP_MS_MIN) return clockAt(known, reading, 'wentBack');
  if (estimate > known + AHEAD_MS_MAX) return clockAt(known, reading, 'tooFarAhead');
  return clockAt(Math.max(estimate, known), reading, null);
}

/** A sealed answer settles every doubt. */
export function hearServer(reading: ClockReading, serverTime: number): TillClock {
  return clockAt(serverTime, reading, null);
}

export interface Told {
  readonly clock: TillClock;
  /** Anchored: for order, waits and the lease. */
  readonly anchored: number;
  /** What people read and the trading day follows. */
  readonly likely: number;
  /** A jump of the tablet's clock since the reading before, to be written down once; null when there was none. */
  readonly jumpMs: number | null;
}

/** The time at a reading. A jump of the tablet's clock never moves the anchor. */
export function tellTime(clock: TillClock, reading: ClockReading): Told {
  const anchored = clock.anchor.time + (reading.mono - clock.anchor.mono);
  const drift = reading.wall - clock.seen.wall - (reading.mono - clock.seen.mono);
  if (Math.abs(drift) < JUMP_MS_MIN) {
    return { clock: { ...clock, seen: reading }, anchored, likely: anchored + clock.aheadMs, jumpMs: null };
  }
  const jumped = afterJump(clock, drift);
  return {
    clock: { ...jumped, seen: reading },
    anchored,
    likely: anchored + jumped.aheadMs,
    jumpMs: drift,
  };
}

function afterJump(clock: TillClock, drift: number): TillClock {
  if (drift > AHEAD_MS_MAX) return { ...clock, doubt: 'tooFarAhead' };
  const aheadMs = Math.max(0, clock.aheadMs + drift);
  return { ...clock, aheadMs, doubt: drift > 0 ? 'wentAhead' : 'wentBack' };
}

function clockAt(time: number, reading: ClockReading, doubt: ClockDoubt | null): TillClock {
  return { anchor: { time, mono: reading.mono }, aheadMs: 0, seen: reading, doubt };
}
