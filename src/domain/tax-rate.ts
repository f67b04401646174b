/** Dated tax rates: which share of a price a tax class pays on a trading day. */
import type { Day } from './trading-day.ts';

declare const basisPointsBrand: unique symbol;
/** Hundredths of a percent: 2000 is 20 %, 1750 is 17.5 %. */
export type BasisPoints = number & { readonly [basisPointsBrand]: true };

export function isBasisPoints(value: unknown): value is BasisPoints {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 && value <= 100_000;
}

/** @throws RangeError outside 0 to 1000 %: a bug, never bad input. */
export function basisPoints(value: number): BasisPoints {
  if (!isBasisPoints(value)) throw new RangeError(`not a tax rate in basis points: ${String(value)}`);
  return value;
}

/** 100 % in basis points, for exact arithmetic. */
export const WHOLE_SHARE = 10_000n;

export interface TaxRate {
  readonly class: string;
  readonly from: Day;
  readonly rate: BasisPoints;
}

/** Prices include tax or not; tax is rounded half away from zero, per line or once per rate on the receipt. */
export interface TaxPolicy {
  readonly pricesIncludeTax: boolean;
  readonly rounding: 'perLine' | 'perReceipt';
}

/** The rate of a class on a day, or null when the shop has none: the line cannot be sold until it has. */
export function taxRateOn(rates: readonly TaxRate[], taxClass: string, day: Day): BasisPoints | null {
  const current = rates
    .filter((rate) => rate.class === taxClass && rate.from <= day)
    .reduce<TaxRate | null>(
      (latest, rate) => (latest === null || rate.from > latest.from ? rate : latest),
      null,
    );
  return current === null ? null : current.rate;
}
