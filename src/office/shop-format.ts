/** How a shop's figures, moments and days are written. */
import type { Me } from '../protocol/people-messages.ts';
import { formatMoney } from '../ui/format-money.ts';

export type OfficeShop = Me['shops'][number];

export interface ShopFormat {
  readonly money: (minorUnits: number) => string;
  /** With a plus: +£2.00. */
  readonly difference: (minorUnits: number) => string;
  readonly count: (count: number) => string;
  /** Thousandths of a unit: 2, 0.25. */
  readonly units: (thousandths: number) => string;
  /** Basis points: 17.5 %. */
  readonly rate: (basisPoints: number) => string;
  /** 2025-05-06, by the shop's clock. */
  readonly date: (moment: number) => string;
  /** 06:10 */
  readonly time: (moment: number) => string;
  /** 06:10:42 */
  readonly exactTime: (moment: number) => string;
  /** Wed 06:10 */
  readonly weekdayTime: (moment: number) => string;
  /** 6 May 2025, 06:10 */
  readonly moment: (moment: number) => string;
  /** Tuesday 6 May 2025 */
  readonly day: (day: string) => string;
  /** Tue 6 May 2025 */
  readonly shortDay: (day: string) => string;
}

export function makeShopFormat({
  locale,
  timeZone,
  currency,
}: Omit<OfficeShop, 'id' | 'name' | 'today'>): ShopFormat {
  const money = { currency: currency.code, digits: currency.digits, locale };
  const numbers = new Intl.NumberFormat(locale, { maximumFractionDigits: 3 });
  const at = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(locale, { timeZone, ...options });
    return (moment: number) => format.format(moment);
  };
  const clock = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  return {
    money: (minorUnits) => formatMoney(minorUnits, money),
    difference: (minorUnits) => formatMoney(minorUnits, { ...money, sign: 'always' }),
    count: (count) => numbers.format(count),
    units: (thousandths) => numbers.format(thousandths / 1000),
    rate: (basisPoints) => `${numbers.format(basisPoints / 100)} %`,
    date: isoDate(timeZone),
    time: at(clock),
    exactTime: at({ ...clock, second: '2-digit' }),
    weekdayTime: at({ weekday: 'short', ...clock }),
    moment: at({ day: 'numeric', month: 'short', year: 'numeric', ...clock }),
    day: dayFormat(locale, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }),
    shortDay: dayFormat(locale, { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' }),
  };
}

/** Canada writes dates as ISO 8601 does. */
function isoDate(timeZone: string): (moment: number) => string {
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  return (moment) => format.format(moment);
}

/** A trading day is a date of its own, in no zone. */
function dayFormat(locale: string, options: Intl.DateTimeFormatOptions): (day: string) => string {
  const format = new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
  return (day) => format.format(Date.parse(day)).replace(',', '');
}
