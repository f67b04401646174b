/** Never more comes back than was sold, counting every refund this till knows of. */
import { quantity } from '../domain/quantity.ts';
import { refundable, type RefundableLine } from '../domain/refundable.ts';
import { refuse, type Refusal } from '../domain/refusal.ts';
import type { LineOrigin, OpenLine, OpenSale } from '../domain/sale.ts';
import type { RecordedReceipt } from './recorded-receipt.ts';

type ReturnedLine = OpenLine & { readonly origin: Extract<LineOrigin, { readonly is: 'returned' }> };

/** What a till knows of its own receipts. */
export interface KnownReceipts {
  readonly findSale: (sale: string) => Promise<RecordedReceipt | null>;
  /** Receipts on which something of that sale came back. */
  readonly refundsOf: (sale: string) => Promise<readonly RecordedReceipt[]>;
}

const NOTHING_LEFT = refuse({ code: 'more-than-sold', left: quantity(0) });

export async function refuseMoreThanLeft(known: KnownReceipts, { lines }: OpenSale): Promise<Refusal | null> {
  const returned = lines.filter(isReturned);
  for (const sale of new Set(returned.map((line) => line.origin.sale))) {
    const ofSale = returned.filter((line) => line.origin.sale === sale);
    const refundables = await readRefundables(known, sale);
    const refusals = ofSale.map((line) => refuseLine(line, ofSale, refundables));
    const refusal = refusals.find((one) => one !== null);
    if (refusal) return refusal;
  }
  return null;
}

function isReturned(line: OpenLine): line is ReturnedLine {
  return line.origin.is === 'returned';
}

/** Nothing of a sale that is not held here: such a return goes the way without a receipt. */
async function readRefundables(known: KnownReceipts, sale: string): Promise<RefundableLine[]> {
  const [sold, refunds] = await Promise.all([known.findSale(sale), known.refundsOf(sale)]);
  return sold === null
    ? []
    : refundable(
        sold.body,
        refunds.map((refund) => refund.body),
      );
}

/** A line's amount follows from what had come back before it, so that must still be true, besides enough being left. */
function refuseLine(
  line: ReturnedLine,
  ofSale: readonly ReturnedLine[],
  refundables: readonly RefundableLine[],
): Refusal | null {
  const sold = refundables.find((one) => one.line === line.origin.line);
  if (sold === undefined) return NOTHING_LEFT;
  const together = ofSale.filter((other) => other.origin.line === line.origin.line);
  const comesBack = together.reduce((sum, other) => sum - other.quantity, 0);
  const isStale = line.rate.is === 'asSold' && line.rate.alreadyReturned !== sold.alreadyReturned;
  return isStale || comesBack > sold.left ? refuse({ code: 'more-than-sold', left: sold.left }) : null;
}
