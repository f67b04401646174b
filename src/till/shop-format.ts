/** How this shop writes money, quantities, times and rates. */
import type { Money } from '../domain/money.ts';
import { QUANTITY_ONE_UNIT, type Quantity } from '../domain/quantity.ts';
import type { ShopPolicy } from '../domain/shop-policy.ts';
import type { BasisPoints } from '../domain/tax-rate.ts';
import { formatMoney } from '../ui/format-money.ts';

export interface ShopFormat {
  readonly locale: string;
  /** £28.54 */
  readonly money: (amount: Money) => string;
  /** £30, but £30.50 */
  readonly shortMoney: (amount: Money) => string;
  /** 28.54, for columns. */
  readonly figure: (amount: Money) => string;
  /** +£2.00, −£2.00 */
  readonly difference: (amount: Money) => string;
  /** 2, or 0.250 for kilograms; without a sign. */
  readonly quantity: (amount: Quantity, unit: 'each' | 'kg') => string;
  /** 0.250 kg */
  readonly weight: (amount: Quantity) => string;
  readonly count: (count: number) => string;
  /** 20 % */
  readonly rate: (rate: BasisPoints) => string;
  /** 08:52 */
  readonly time: (at: number) => string;
  /** 6 May 2025, 06:31 */
  readonly dateTime: (at: number) => string;
  /** Sat 14:00 */
  readonly weekdayTime: (at: number) => string;
  /** Sunday, 22 November 2026, of a trading day. */
  readonly day: (day: string) => string;
}

type Shop = Pick<ShopPolicy, 'currency' | 'locale' | 'timeZone'>;

export function makeShopFormat({ currency, locale, timeZone }: Shop): ShopFormat {
  const base = { currency: currency.code, digits: currency.digits, locale };
  const numbers = new Intl.NumberFormat(locale);
  const weights = new Intl.NumberFormat(locale, { minimumFractionDigits: 3, maximumFractionDigits: 3 });
  const weight = (amount: Quantity) => weights.format(Math.abs(amount) / QUANTITY_ONE_UNIT);
  return {
    locale,
    money: (amount) => formatMoney(amount, base),
    shortMoney: (amount) => formatMoney(amount, { ...base, fraction: 'whenNeeded' }),
    figure: (amount) => formatMoney(amount, { ...base, shows: 'number' }),
    difference: (amount) => formatMoney(amount, { ...base, sign: 'always' }),
    quantity: (amount, unit) =>
      unit === 'kg' ? weight(amount) : numbers.format(Math.abs(amount) / QUANTITY_ONE_UNIT),
    weight: (amount) => `${weight(amount)} kg`,
    count: (count) => numbers.format(count),
    rate: rateFormat(locale),
    ...timeFormats(locale, timeZone),
  };
}

function rateFormat(locale: string): ShopFormat['rate'] {
  const percents = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
  return (rate) => `${percents.format(rate / 100)} %`;
}

function timeFormats(
  locale: string,
  timeZone: string,
): Pick<ShopFormat, 'time' | 'dateTime' | 'weekdayTime' | 'day'> {
  const make = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, options);
  const time = make({ hour: '2-digit', minute: '2-digit', timeZone });
  const dateTime = make({ dateStyle: 'medium', timeStyle: 'short', timeZone });
  const weekday = make({ weekday: 'short', timeZone });
  const day = make({ dateStyle: 'full', timeZone: 'UTC' });
  return {
    time: (at) => time.format(at),
    dateTime: (at) => dateTime.format(at),
    weekdayTime: (at) => `${weekday.format(at)} ${time.format(at)}`,
    day: (text) => day.format(new Date(`${text}T00:00:00Z`)),
  };
}
