/** Takes discounts off the lines of a sale before they are taxed: first each line's own, then its share of the basket's. */
import { shareDiscount, takenOff, type Discount } from './discount.ts';
import { money, NO_MONEY, type Money } from './money.ts';
import { QUANTITY_ONE_UNIT } from './quantity.ts';
import type { RatedLine } from './rate-line.ts';
import { divideRounded } from './rounding.ts';

export interface DiscountedLine extends RatedLine {
  /** What the line's own discount took, above zero or zero. */
  readonly off: Money;
  /** Its share of the basket's discount, above zero or zero. */
  readonly basketOff: Money;
}

const SCALE = BigInt(QUANTITY_ONE_UNIT);

/** Only sold goods are discounted. A line something is taken off is rounded to whole minor units first. */
export function discountLines(lines: readonly RatedLine[], ofSale: Discount | undefined): DiscountedLine[] {
  const own = lines.map((rated) => ({ rated, off: ownDiscount(rated) }));
  const sold = own.filter(({ rated }) => isSold(rated));
  const shares = shareDiscount(
    sold.map(({ rated, off }) => money(Number(wholeAmount(rated)) - off)),
    ofSale,
  );
  const shareOf = new Map(sold.map(({ rated }, at) => [rated, shares[at] ?? NO_MONEY]));
  return own.map(({ rated, off }) => discounted(rated, off, shareOf.get(rated) ?? NO_MONEY));
}

function ownDiscount(rated: RatedLine): Money {
  const { discount } = rated.line;
  if (discount === undefined || !isSold(rated)) return NO_MONEY;
  return takenOff(money(Number(wholeAmount(rated))), discount);
}

function discounted(rated: RatedLine, off: Money, basketOff: Money): DiscountedLine {
  if (off === 0 && basketOff === 0) return { ...rated, off, basketOff };
  return { ...rated, amount: (wholeAmount(rated) - BigInt(off) - BigInt(basketOff)) * SCALE, off, basketOff };
}

function wholeAmount({ amount }: RatedLine): bigint {
  return divideRounded(amount, SCALE);
}

function isSold({ line }: RatedLine): boolean {
  return line.origin.is === 'sold';
}
