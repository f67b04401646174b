/** How a shop writes money, quantities, rates and moments on paper. */
import type { Money } from '../../domain/money.ts';
import { QUANTITY_ONE_UNIT, type Quantity } from '../../domain/quantity.ts';
import type { ShopPolicy } from '../../domain/shop-policy.ts';
import type { BasisPoints } from '../../domain/tax-rate.ts';
import { formatMoney } from '../format-money.ts';

export interface ReceiptFormat {
  /** £28.54 */
  readonly money: (amount: Money) => string;
  /** 28.54, for columns. */
  readonly figure: (amount: Money) => string;
  /** 2, or 0.250 for kilograms; without a sign. */
  readonly quantity: (amount: Quantity, unit: 'each' | 'kg') => string;
  /** 0.250 kg */
  readonly weight: (amount: Quantity) => string;
  /** 20 % */
  readonly rate: (rate: BasisPoints) => string;
  /** 6 May 2025, 06:31 */
  readonly dateTime: (at: number) => string;
}

export function makeReceiptFormat({
  currency,
  locale,
  timeZone,
}: Pick<ShopPolicy, 'currency' | 'locale' | 'timeZone'>): ReceiptFormat {
  const base = { currency: currency.code, digits: currency.digits, locale };
  const numbers = new Intl.NumberFormat(locale);
  const weights = new Intl.NumberFormat(locale, { minimumFractionDigits: 3, maximumFractionDigits: 3 });
  const percents = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
  const dateTime = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone });
  const weight = (amount: Quantity) => weights.format(Math.abs(amount) / QUANTITY_ONE_UNIT);
  return {
    money: (amount) => formatMoney(amount, base),
    figure: (amount) => formatMoney(amount, { ...base, shows: 'number' }),
    quantity: (amount, unit) =>
      unit === 'kg' ? weight(amount) : numbers.format(Math.abs(amount) / QUANTITY_ONE_UNIT),
    weight: (amount) => `${weight(amount)} kg`,
    rate: (rate) => `${percents.format(rate / 100)} %`,
    dateTime: (at) => dateTime.format(at),
  };
}
