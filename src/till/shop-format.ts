/** How this shop writes money, quantities, times and rates: on screen as on its receipts. */
import type { Money } from '../domain/money.ts';
import type { ShopPolicy } from '../domain/shop-policy.ts';
import { formatMoney } from '../ui/format-money.ts';
import { makeReceiptFormat, type ReceiptFormat } from '../ui/receipt/receipt-format.ts';

export interface ShopFormat extends ReceiptFormat {
  readonly locale: string;
  /** £30, but £30.50 */
  readonly shortMoney: (amount: Money) => string;
  /** +£2.00, −£2.00 */
  readonly difference: (amount: Money) => string;
  readonly count: (count: number) => string;
  /** 08:52 */
  readonly time: (at: number) => string;
  /** Sat 14:00 */
  readonly weekdayTime: (at: number) => string;
  /** Sunday, 22 November 2026, of a trading day. */
  readonly day: (day: string) => string;
}

type Shop = Pick<ShopPolicy, 'currency' | 'locale' | 'timeZone'>;

export function makeShopFormat(shop: Shop): ShopFormat {
  const { currency, locale, timeZone } = shop;
  const base = { currency: currency.code, digits: currency.digits, locale };
  const numbers = new Intl.NumberFormat(locale);
  return {
    ...makeReceiptFormat(shop),
    locale,
    shortMoney: (amount) => formatMoney(amount, { ...base, fraction: 'whenNeeded' }),
    difference: (amount) => formatMoney(amount, { ...base, sign: 'always' }),
    count: (count) => numbers.format(count),
    ...timeFormats(locale, timeZone),
  };
}

function timeFormats(locale: string, timeZone: string): Pick<ShopFormat, 'time' | 'weekdayTime' | 'day'> {
  const make = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, options);
  const time = make({ hour: '2-digit', minute: '2-digit', timeZone });
  const weekday = make({ weekday: 'short', timeZone });
  const day = make({ dateStyle: 'full', timeZone: 'UTC' });
  return {
    time: (at) => time.format(at),
    weekdayTime: (at) => `${weekday.format(at)} ${time.format(at)}`,
    day: (text) => day.format(new Date(`${text}T00:00:00Z`)),
  };
}
