/** Opening hours as people type them, a text for each weekday, and the hours that such texts mean. Pure. */
import {
  overlappingDay,
  PERIODS_A_DAY_MAX,
  WEEKDAYS,
  type DayHours,
  type OpeningHours,
  type OpenPeriod,
} from '../../domain/opening-hours.ts';

/** Seven, from Monday on; an empty one: closed. */
export type TypedWeek = readonly string[];

/** afternoon: 9–5 would be open through the night. */
export type UnreadDay = 'unread' | 'afternoon';

export type ReadWeek =
  /** Null: none at all, so nobody said when it is open. */
  | { readonly is: 'hours'; readonly hours: OpeningHours | null }
  | { readonly is: 'fault'; readonly day: number; readonly why: UnreadDay | 'overlaps' };

export const TYPED_DAY_LENGTH_MAX = 60;

export function typedWeek(hours: OpeningHours | null): TypedWeek {
  return (hours ?? Array.from({ length: WEEKDAYS }, () => [])).map(dayText);
}

/** 09:00–13:00, 14:00–18:00 */
export function dayText(hours: DayHours): string {
  return hours.map(({ from, to }) => `${from}–${to === MIDNIGHT ? '24:00' : to}`).join(', ');
}

export function readWeek(typed: TypedWeek): ReadWeek {
  const hours: DayHours[] = [];
  for (const [day, text] of typed.entries()) {
    const read = readDay(text);
    if (typeof read === 'string') return { is: 'fault', day, why: read };
    hours.push(read);
  }
  const day = overlappingDay(hours);
  if (day !== null) return { is: 'fault', day, why: 'overlaps' };
  return { is: 'hours', hours: hours.every((one) => one.length === 0) ? null : hours };
}

/** As 9-17:30, 9.30 – 13, 14 to 18, 9am-5pm. */
export function readDay(text: string): DayHours | UnreadDay {
  const typed = text.trim().toLowerCase();
  if (typed === '' || CLOSED.has(typed)) return [];
  const hours: OpenPeriod[] = [];
  for (const part of typed.split(/[,;+&]| and | und /)) {
    const period = readPeriod(part);
    if (typeof period === 'string') return period;
    hours.push(period);
  }
  return hours.length <= PERIODS_A_DAY_MAX ? hours : 'unread';
}

/** In every language of the office: who types it means it. */
const CLOSED = new Set(['closed', 'geschlossen', 'zu', '-', '–']);
/** A shop that is open for longer says so with a whole time: 06:00–02:00. */
const SHORT_HOURS_MAX = 14;

function readPeriod(text: string): OpenPeriod | UnreadDay {
  const [first, last, ...others] = text.split(/[-–—]|\bto\b|\bbis\b/).map((part) => part.trim());
  if (first === undefined || last === undefined || others.length > 0) return 'unread';
  const from = readTime(first);
  const to = readTime(last);
  if (from === null || to === null) return 'unread';
  if (from === to && from !== MIDNIGHT) return 'afternoon';
  const isShort = /^[1-9]([:.h]\d{2})?$/.test(last);
  const lasts = (hourOf(to) - hourOf(from) + 24) % 24;
  return isShort && to < from && lasts > SHORT_HOURS_MAX ? 'afternoon' : { from, to };
}

const MIDNIGHT = '00:00';

function hourOf(time: string): number {
  return Number(time.slice(0, 2));
}

function readTime(text: string): string | null {
  const [, hours = '', minutes = '00', half] = /^(\d{1,2})(?:[:.h](\d{2}))?\s*(am|pm|uhr)?$/.exec(text) ?? [];
  if (hours === '') return null;
  const isHalf = half === 'am' || half === 'pm';
  if (isHalf && (Number(hours) < 1 || Number(hours) > 12)) return null;
  const hour = isHalf ? (Number(hours) % 12) + (half === 'pm' ? 12 : 0) : Number(hours);
  if (hour === 24 && minutes === '00') return MIDNIGHT;
  return hour > 23 || Number(minutes) > 59 ? null : `${String(hour).padStart(2, '0')}:${minutes}`;
}

/** Monday–Friday 09:00–17:30; Saturday closed; days in a row with the same hours are said together. */
export function weekText(
  hours: OpeningHours,
  { weekdays, closed }: { readonly weekdays: readonly string[]; readonly closed: string },
): string {
  const runs: { first: number; last: number; text: string }[] = [];
  hours.forEach((day, place) => {
    const text = day.length === 0 ? closed : dayText(day);
    const run = runs.at(-1);
    if (run?.text === text) run.last = place;
    else runs.push({ first: place, last: place, text });
  });
  const name = (day: number) => weekdays[day] ?? '';
  return runs
    .map(({ first, last, text }) => `${name(first)}${last === first ? '' : `–${name(last)}`} ${text}`)
    .join('; ');
}
