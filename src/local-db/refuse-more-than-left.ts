/** Never more comes back than was sold, counting every refund this till knows of. */
import type { ReceiptBody } from '../domain/fact-body.ts';
import { quantity } from '../domain/quantity.ts';
import { refundable } from '../domain/refundable.ts';
import { refuse, type Refusal } from '../domain/refusal.ts';
import type { OpenLine, OpenSale } from '../domain/sale.ts';
import type { LocalDb } from './open-local-db.ts';
import { findSale, refundsOf } from './receipts.ts';

export async function refuseMoreThanLeft(db: LocalDb, sale: OpenSale): Promise<Refusal | null> {
  for (const returned of returnedSales(sale.lines)) {
    const refusal = await refuseForSale(db, sale.lines, returned);
    if (refusal !== null) return refusal;
  }
  return null;
}

function returnedSales(lines: readonly OpenLine[]): Set<string> {
  return new Set(lines.flatMap((line) => (line.origin.is === 'returned' ? [line.origin.sale] : [])));
}

async function refuseForSale(db: LocalDb, lines: readonly OpenLine[], sale: string): Promise<Refusal | null> {
  const sold = await findSale(db, sale);
  // Sold elsewhere, or pruned: such a return goes the way without a receipt.
  if (sold === null) return refuse({ code: 'more-than-sold', left: quantity(0) });
  const refunds = (await refundsOf(db, sale)).map((receipt) => receipt.body);
  return overReturned(lines, sold.body, refunds);
}

/** A line's amount follows from what had come back before it, so that must still be true, besides enough being left. */
function overReturned(
  lines: readonly OpenLine[],
  sold: ReceiptBody,
  refunds: readonly ReceiptBody[],
): Refusal | null {
  const over = refundable(sold, refunds).find(({ line, left, alreadyReturned }) => {
    const back = comingBack(lines, sold.sale, line);
    return sum(back) > left || back.some((one) => isStale(one, alreadyReturned));
  });
  return over === undefined ? null : refuse({ code: 'more-than-sold', left: over.left });
}

function comingBack(lines: readonly OpenLine[], sale: string, soldLine: number): OpenLine[] {
  return lines.filter(
    ({ origin }) => origin.is === 'returned' && origin.sale === sale && origin.line === soldLine,
  );
}

function sum(back: readonly OpenLine[]): number {
  return back.reduce((total, line) => total - line.quantity, 0);
}

function isStale(line: OpenLine, alreadyReturned: number): boolean {
  return line.rate.is === 'asSold' && line.rate.alreadyReturned !== alreadyReturned;
}
