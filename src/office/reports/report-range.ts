/** The days a report covers, by a name that moves on with the shop's today, or from one day to another. */

export const RANGE_NAMES = ['today', 'yesterday', 'thisWeek', 'thisMonth', 'lastMonth'] as const;
export type RangeName = (typeof RANGE_NAMES)[number];

export interface DayRange {
  readonly from: string;
  readonly to: string;
}

export const REPORT_DAYS_MAX = 400;
const DAY_MS = 86_400_000;
const DAYS_OF_WEEK = 7;

/** Weeks begin on Monday, as in ISO 8601. */
export function rangeNamed(name: RangeName, today: string): DayRange {
  switch (name) {
    case 'today':
      return { from: today, to: today };
    case 'yesterday':
      return { from: daysLater(today, -1), to: daysLater(today, -1) };
    case 'thisWeek':
      return { from: daysLater(today, -weekday(today)), to: today };
    case 'thisMonth':
      return { from: firstOfMonth(today), to: today };
    case 'lastMonth': {
      const to = daysLater(firstOfMonth(today), -1);
      return { from: firstOfMonth(to), to };
    }
  }
}

export type RangeTrouble = 'backwards' | 'tooLong';

/** @returns null when a report can cover it. */
export function rangeTrouble({ from, to }: DayRange): RangeTrouble | null {
  if (to < from) return 'backwards';
  return daysBetween(from, to) >= REPORT_DAYS_MAX ? 'tooLong' : null;
}

/** Every day of it, the ones without sales too. */
export function daysOf({ from, to }: DayRange): string[] {
  return Array.from({ length: daysBetween(from, to) + 1 }, (_, later) => daysLater(from, later));
}

export function isDayText(text: string | null): text is string {
  return text !== null && /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text));
}

function daysLater(day: string, days: number): string {
  return new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);
}

/** Monday is 0. */
function weekday(day: string): number {
  return (new Date(Date.parse(day)).getUTCDay() + DAYS_OF_WEEK - 1) % DAYS_OF_WEEK;
}

function firstOfMonth(day: string): string {
  return `${day.slice(0, 7)}-01`;
}
