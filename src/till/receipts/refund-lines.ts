/** Which lines of a receipt can still come back, counting refunds made here and what lies in the basket already. */
import type { ReceiptBody } from '../../domain/fact-body.ts';
import { quantity, type Quantity } from '../../domain/quantity.ts';
import { refundable } from '../../domain/refundable.ts';
import type { OpenSale, PricedLine } from '../../domain/sale.ts';

export interface RefundLine {
  /** Where the line stands on the receipt, from 1. */
  readonly place: number;
  readonly sold: PricedLine;
  /** What may come back now. */
  readonly left: Quantity;
  /** What had come back before this basket. */
  readonly alreadyReturned: Quantity;
}

export function refundLines(
  receipt: ReceiptBody,
  refunds: readonly ReceiptBody[],
  basket: OpenSale,
): RefundLine[] {
  const known = new Map(refundable(receipt, refunds).map((line) => [line.line, line]));
  return receipt.lines.flatMap((sold, index) => {
    const line = known.get(sold.line);
    if (line === undefined) return [];
    const left = quantity(Math.max(0, line.left - inBasket(basket, receipt.sale, sold.line)));
    return [{ place: index + 1, sold, left, alreadyReturned: line.alreadyReturned }];
  });
}

function inBasket(basket: OpenSale, sale: string, line: number): number {
  return basket.lines
    .filter(({ origin }) => origin.is === 'returned' && origin.sale === sale && origin.line === line)
    .reduce((sum, each) => sum - each.quantity, 0);
}
