/** The sale being rung up, kept through the relaxed handle: a crash costs at most the last second of an unpaid basket. */
import type { OpenSale } from '../domain/sale.ts';
import { ONLY } from './journal-db.ts';
import { isTold } from './record-voided.ts';
import { withLiveHandle } from './live-handle.ts';
import type { LocalDb } from './open-local-db.ts';

export async function readOpenSale(db: LocalDb): Promise<OpenSale | null> {
  return (await db.relaxed.openSales.get(ONLY))?.value ?? null;
}

/**
 * Latest wins. A save that comes late changes nothing: neither over a newer revision, nor after the sale was recorded,
 * or a paid basket would come back. A basket that another takes the place of was emptied: it is kept until that is a fact.
 *
 * @param clerk staff id of who is at work; null when nobody has signed in since the start.
 */
export function saveOpenSale(db: LocalDb, sale: OpenSale, clerk: string | null = null): Promise<void> {
  const { openSales, emptied, facts } = db.relaxed;
  return withLiveHandle(db.relaxed, () =>
    db.relaxed.transaction('rw', [openSales, emptied, facts], async () => {
      const stored = (await openSales.get(ONLY))?.value;
      if (stored?.sale === sale.sale && stored.revision > sale.revision) return;
      if ((await facts.where('sale').equals(sale.sale).count()) > 0) return;
      await openSales.put({ key: ONLY, value: sale });
      if (stored?.sale === sale.sale) return;
      await emptied.delete(sale.sale);
      if (stored && stored.lines.length > 0 && !(await isTold(db.relaxed, stored.sale)))
        await emptied.put(clerk === null ? stored : { ...stored, emptiedBy: clerk });
    }),
  );
}
