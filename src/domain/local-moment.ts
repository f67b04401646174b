/** The moment that a clock on the wall shows a date and a time. */
import type { Day } from './trading-day.ts';

/**
 * In the hour that happens twice it is the first one, in the hour that is left out one of the hours beside it.
 * @param time HH:MM:SS
 * @param timeZone an IANA name
 */
export function localMoment(timeZone: string): (day: Day, time: string) => number {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  const offsetAt = (ms: number): number => {
    const parts = format.formatToParts(ms);
    const read = (type: Intl.DateTimeFormatPartTypes) =>
      Number(parts.find((part) => part.type === type)?.value ?? 0);
    const shown = Date.UTC(
      read('year'),
      read('month') - 1,
      read('day'),
      read('hour'),
      read('minute'),
      read('second'),
    );
    return shown - ms;
  };
  return (day, time) => {
    const asUtc = Date.parse(`${day}T${time}Z`);
    // Of the two offsets that may hold here, the one of the day before makes the earlier moment where both do.
    const first = asUtc - offsetAt(asUtc - HALF_DAY_MS);
    return offsetAt(first) === asUtc - first ? first : asUtc - offsetAt(asUtc + HALF_DAY_MS);
  };
}

const HALF_DAY_MS = 12 * 60 * 60_000;
