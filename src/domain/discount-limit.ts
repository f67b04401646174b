/** Whether more is taken off a line's price than the person at the till may take off alone. */
import type { Discount } from './discount.ts';
import { QUANTITY_ONE_UNIT } from './quantity.ts';
import type { Role } from './role.ts';
import { divideAwayFromZero, divideRounded } from './rounding.ts';
import type { OpenSale, PricedLine, PricedSale } from './sale.ts';
import type { DiscountPolicy, ShopPolicy } from './shop-policy.ts';
import { basisPoints, WHOLE_SHARE, type BasisPoints } from './tax-rate.ts';

/** Of a shop that has not decided. */
export const DEFAULT_DISCOUNTS: DiscountPolicy = {
  reasons: [],
  limits: { clerk: basisPoints(1_000), supervisor: basisPoints(3_000) },
  staffRate: basisPoints(0),
};

export function discountPolicyOf({ discounts }: ShopPolicy): DiscountPolicy {
  return discounts ?? DEFAULT_DISCOUNTS;
}

export function isOverDiscountLimit(
  sale: OpenSale,
  { lines }: PricedSale,
  policy: ShopPolicy,
  role: Role,
): boolean {
  const discounts = discountPolicyOf(policy);
  const limit = limitOf(role, discounts);
  if (limit === null) return false;
  return lines.some(
    (line) => line.origin.is === 'sold' && takenOffLine(line, sale, discounts) > allowance(line, limit),
  );
}

function limitOf(role: Role, { limits }: DiscountPolicy): BasisPoints | null {
  return role === 'clerk' || role === 'supervisor' ? limits[role] : null;
}

/** Rounded up, so that a discount within the limit is not over it by the rounding of pennies. */
function allowance(line: PricedLine, limit: BasisPoints): bigint {
  return divideAwayFromZero(listAmount(line) * BigInt(limit), WHOLE_SHARE);
}

/** Below the catalogue's price by typing and by discounts; a higher price makes it smaller. */
function takenOffLine(line: PricedLine, sale: OpenSale, { staffRate }: DiscountPolicy): bigint {
  const counts = (discount: Discount | undefined) =>
    discount !== undefined && !(discount.is === 'staff' && discount.points <= staffRate);
  const own = counts(line.discount) ? (line.discount?.taken ?? 0) : 0;
  const share = counts(sale.discount) ? (line.basketDiscount ?? 0) : 0;
  return listAmount(line) - amountAt(line, line.unitPrice) + BigInt(own) + BigInt(share);
}

function listAmount(line: PricedLine): bigint {
  return amountAt(line, line.listPrice ?? line.unitPrice);
}

function amountAt({ quantity }: PricedLine, price: number): bigint {
  return divideRounded(BigInt(quantity) * BigInt(price), BigInt(QUANTITY_ONE_UNIT));
}
