/** What a returned quantity is worth: its share of the line as sold, so that all parts of a line add up to the line. */
import { money, type Money } from './money.ts';
import { divideRounded } from './rounding.ts';
import type { AsSold, LineOrigin, OpenLine, TaxedAmount } from './sale.ts';

/**
 * The amount, signed and so below zero, of `returning` thousandths that come back after `before` thousandths did. It is
 * the difference of two rounded running shares: in whatever parts a line comes back, the last part takes what is left.
 */
export function returnedAmount(sold: AsSold, before: number, returning: number): TaxedAmount {
  const shareOf = (amount: Money, quantity: number) =>
    Number(divideRounded(BigInt(amount) * BigInt(quantity), BigInt(sold.quantity)));
  const gross = money(shareOf(sold.gross, before) - shareOf(sold.gross, before + returning));
  const tax = money(shareOf(sold.tax, before) - shareOf(sold.tax, before + returning));
  return { net: money(gross - tax), tax, gross };
}

/** How many thousandths, above zero, of one receipt's line the given lines bring back. */
export function returnedOf(
  origin: LineOrigin,
  lines: readonly Pick<OpenLine, 'origin' | 'quantity'>[],
): number {
  return lines
    .filter((line) => isSameReceiptLine(line.origin, origin))
    .reduce((sum, line) => sum - line.quantity, 0);
}

function isSameReceiptLine(one: LineOrigin, other: LineOrigin): boolean {
  return (
    one.is === 'returned' && other.is === 'returned' && one.sale === other.sale && one.line === other.line
  );
}
