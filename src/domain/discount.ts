/** What is taken off a price: of one line or of the whole basket, in percent or as an amount, always with its reason. */
import { spread } from './allocate.ts';
import { money, NO_MONEY, type Money } from './money.ts';
import { divideRounded } from './rounding.ts';
import { WHOLE_SHARE, type BasisPoints } from './tax-rate.ts';

/** `reason` is one of the shop's words. An amount is as the shop states prices: with tax or without. */
export type Discount =
  | { readonly is: 'percent'; readonly points: BasisPoints; readonly reason: string }
  | { readonly is: 'amount'; readonly amount: Money; readonly reason: string }
  /** The shop's own staff buy: in percent, as the shop's rule says. */
  | { readonly is: 'staff'; readonly points: BasisPoints };

/** Whole minor units off `amount`, never more than there is: a smaller basket takes a fixed discount down with it. */
export function takenOff(amount: Money, discount: Discount): Money {
  if (discount.is === 'amount') return money(Math.min(discount.amount, amount));
  return money(Number(divideRounded(BigInt(amount) * BigInt(discount.points), WHOLE_SHARE)));
}

/** Shares a basket's discount among its lines in proportion to what they cost; the shares add up to the whole. */
export function shareDiscount(amounts: readonly Money[], discount: Discount | undefined): Money[] {
  const whole = amounts.reduce((sum, amount) => sum + amount, 0);
  if (discount === undefined || whole === 0) return amounts.map(() => NO_MONEY);
  const off = takenOff(money(whole), discount);
  const numerator = (amount: Money) => BigInt(off) * BigInt(amount);
  return spread(BigInt(off), amounts, numerator, BigInt(whole)).map(({ share }) => money(Number(share)));
}

export function isSameDiscount(one: Discount | undefined, other: Discount | undefined): boolean {
  return JSON.stringify(figuresOf(one)) === JSON.stringify(figuresOf(other));
}

function figuresOf(discount: Discount | undefined): readonly unknown[] {
  if (discount === undefined) return [];
  if (discount.is === 'amount') return [discount.is, discount.amount, discount.reason];
  return discount.is === 'staff'
    ? [discount.is, discount.points]
    : [discount.is, discount.points, discount.reason];
}
