/** When a shop is open: hours by the clock on its wall, for each weekday; some reach past midnight. */
import { localClock, TIME_OF_DAY, type Day } from './trading-day.ts';

export interface OpenPeriod {
  /** HH:MM */
  readonly from: string;
  /** HH:MM; no later than `from`: of the day after. */
  readonly to: string;
}

/** None: closed. */
export type DayHours = readonly OpenPeriod[];

/** Seven, from Monday on. */
export type OpeningHours = readonly DayHours[];

export const WEEKDAYS = 7;
export const PERIODS_A_DAY_MAX = 2;

const DAY_MINUTES = 24 * 60;
const WEEK_MINUTES = WEEKDAYS * DAY_MINUTES;
const DAY_MS = 86_400_000;

/** A shop that is open at no time keeps no hours: then it has none here. */
export function areOpeningHours(hours: OpeningHours): boolean {
  return (
    hours.length === WEEKDAYS &&
    hours.some((day) => day.length > 0) &&
    hours.every((day) => day.length <= PERIODS_A_DAY_MAX && day.every(isPeriod)) &&
    overlappingDay(hours) === null
  );
}

/** The day whose hours begin before others are over; null where none does. */
export function overlappingDay(hours: OpeningHours): number | null {
  const spans = spansOf(hours);
  const [first] = spans;
  if (first === undefined) return null;
  const next = [...spans.slice(1), { ...first, start: first.start + WEEK_MINUTES }];
  return next.find(({ start }, place) => start < (spans[place]?.end ?? 0))?.day ?? null;
}

/** @param anchoredMs milliseconds since 1970-01-01T00:00Z */
export function isOpenAt(hours: OpeningHours, anchoredMs: number, timeZone: string): boolean {
  const { date, time } = localClock(timeZone)(anchoredMs);
  const minute = weekdayOf(date) * DAY_MINUTES + minuteOf(time);
  return spansOf(hours).some(({ start, end }) => {
    const since = (minute - start + WEEK_MINUTES) % WEEK_MINUTES;
    return since < end - start;
  });
}

interface Span {
  readonly day: number;
  /** Minutes since Monday began. */
  readonly start: number;
  readonly end: number;
}

function spansOf(hours: OpeningHours): Span[] {
  return hours
    .flatMap((periods, day) =>
      periods.map(({ from, to }) => {
        const start = day * DAY_MINUTES + minuteOf(from);
        const lasts = minuteOf(to) - minuteOf(from);
        return { day, start, end: start + (lasts > 0 ? lasts : lasts + DAY_MINUTES) };
      }),
    )
    .sort((one, other) => one.start - other.start);
}

/** Around the clock is from midnight to midnight. */
function isPeriod({ from, to }: OpenPeriod): boolean {
  const isSome = from !== to || from === '00:00';
  return isSome && [from, to].every((time) => TIME_OF_DAY.test(time));
}

function minuteOf(time: string): number {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return hour * 60 + minute;
}

/** From Monday, 0; the first day of 1970 was a Thursday. */
function weekdayOf(date: Day): number {
  return (Date.parse(date) / DAY_MS + 3) % WEEKDAYS;
}
