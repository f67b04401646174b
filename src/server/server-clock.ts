/** The server's clock. `--clock DAY` moves it so that a drill of a past day is taxed and dated as that day. */

/** Milliseconds since 1970. */
export type Clock = () => number;

/** A shop's morning, safely inside the day in every zone of the drill's shops. */
const startOfPretence = 'T09:00:00Z';

export function clockOffsetMs(day: string | null, now: number): number {
  return day === null ? 0 : Date.parse(`${day}${startOfPretence}`) - now;
}

export function serverClock(offsetMs: number): Clock {
  return () => Date.now() + offsetMs;
}
