/** What may still come back of a receipt, counting the refunds that are known here. */
import type { ReceiptBody } from './fact-body.ts';
import { quantity, type Quantity } from './quantity.ts';
import { returnedOf } from './returned-amount.ts';
import type { PricedLine } from './sale.ts';

export interface RefundableLine {
  readonly line: number;
  /** Above zero or zero. */
  readonly left: Quantity;
  readonly alreadyReturned: Quantity;
}

/** One row per sold line. `refunds` may hold any receipts: only lines returned against this one count. */
export function refundable(receipt: ReceiptBody, refunds: readonly ReceiptBody[]): RefundableLine[] {
  const returned = refunds.flatMap((refund) => refund.lines);
  return receipt.lines
    .filter((line) => line.quantity > 0)
    .map((line) => refundableLine(receipt, line, returned));
}

function refundableLine(
  receipt: ReceiptBody,
  sold: PricedLine,
  returned: readonly PricedLine[],
): RefundableLine {
  const origin = { is: 'returned', sale: receipt.sale, receipt: receipt.receipt, line: sold.line } as const;
  const alreadyReturned = returnedOf(origin, returned);
  return {
    line: sold.line,
    left: quantity(Math.max(0, sold.quantity - alreadyReturned)),
    alreadyReturned: quantity(alreadyReturned),
  };
}
