/** How much a drawer may be over or short before anybody is asked about it. */
import { money, type Money } from './money.ts';
import type { ShopPolicy } from './shop-policy.ts';

/** Of a shop that has not decided: two pounds, two euros. */
export const DEFAULT_CASH_TOLERANCE = money(200);

export function cashToleranceOf({ cashTolerance }: Pick<ShopPolicy, 'cashTolerance'>): Money {
  return cashTolerance ?? DEFAULT_CASH_TOLERANCE;
}

export function isWithinTolerance(difference: Money, tolerance: Money): boolean {
  return Math.abs(difference) <= tolerance;
}
