/** How receipts of this till were paid, with every correction it knows. */
import type { Tender } from '../domain/sale.ts';
import { paymentOf } from './correct-payment.ts';
import type { LocalDb } from './open-local-db.ts';
import { findSale } from './receipts.ts';

export async function tendersOf(db: LocalDb, sales: readonly string[]): Promise<readonly Tender[]> {
  const paid = await Promise.all(
    sales.map(async (sale) => {
      const receipt = await findSale(db, sale);
      return receipt === null ? [] : (await paymentOf(db, receipt)).tenders;
    }),
  );
  return paid.flat();
}
