/** A trading day as ISO 8601 calendar date, YYYY-MM-DD; compares as text. */
export type Day = string;

const DAY_MS = 86_400_000;

export function isDay(value: unknown): value is Day {
  if (typeof value !== 'string') return false;
  const [, year, month, day] =
    /^(\d{4})-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.exec(value)?.map(Number) ?? [];
  return year !== undefined && month !== undefined && day !== undefined && day <= daysInMonth(year, month);
}

/** @param month from 1 */
function daysInMonth(year: number, month: number): number {
  return (Date.UTC(year, month, 1) - Date.UTC(year, month - 1, 1)) / DAY_MS;
}

/** Whole days from one day to a later one; below zero to an earlier one. */
export function daysBetween(from: Day, to: Day): number {
  return (Date.parse(to) - Date.parse(from)) / DAY_MS;
}

/**
 * The trading day of a moment: the local date, or the date before while the clock there has not reached `startOfDay`
 * (HH:MM). A day that has begun does not end again when clocks are turned back.
 * @param anchoredMs milliseconds since 1970-01-01T00:00Z
 * @param timeZone an IANA name; an unknown one is a bug and throws RangeError
 */
export function tradingDay(anchoredMs: number, timeZone: string, startOfDay: string): Day {
  const localAt = localClock(timeZone);
  const { date, time } = localAt(anchoredMs);
  if (time >= startOfDay || hadBegun(date, startOfDay, anchoredMs, localAt)) return date;
  return dayBefore(date);
}

/** HH:MM, as a clock on the wall shows it. */
export const TIME_OF_DAY = /^([01]\d|2[0-3]):[0-5]\d$/;

type LocalClock = (ms: number) => { readonly date: Day; readonly time: string };

/** The date and the time, HH:MM, that a clock on the wall shows. */
export function localClock(timeZone: string): LocalClock {
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  });
  return (ms) => {
    const parts = format.formatToParts(ms);
    const read = (type: Intl.DateTimeFormatPartTypes) =>
      parts.find((part) => part.type === type)?.value ?? '';
    return {
      date: `${read('year')}-${read('month')}-${read('day')}`,
      time: `${read('hour')}:${read('minute')}`,
    };
  };
}

/** True when yesterday's offset already showed the start of this date: only in the hour that happens twice. */
function hadBegun(date: Day, startOfDay: string, ms: number, localAt: LocalClock): boolean {
  const startAsUtc = Date.parse(`${date}T${startOfDay}Z`);
  const began = startAsUtc - offsetAt(ms - DAY_MS, localAt);
  const local = localAt(began);
  return began <= ms && local.date === date && local.time === startOfDay;
}

/** Milliseconds that the local clock is ahead of UTC, to the minute. */
function offsetAt(ms: number, localAt: LocalClock): number {
  const { date, time } = localAt(ms);
  const minuteMs = 60_000;
  return Date.parse(`${date}T${time}Z`) - Math.floor(ms / minuteMs) * minuteMs;
}

function dayBefore(date: Day): Day {
  return localClock('UTC')(Date.parse(date) - DAY_MS).date;
}
