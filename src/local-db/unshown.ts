/** The sale that was committed and whose *Paid* nobody saw: shown at the next start, before anything else (P3). */
import { ONLY } from './journal-db.ts';
import { withLiveHandle } from './live-handle.ts';
import type { LocalDb } from './open-local-db.ts';
import { findSale } from './receipts.ts';
import type { RecordedReceipt } from './recorded-receipt.ts';

export function readUnshown(db: LocalDb): Promise<RecordedReceipt | null> {
  return withLiveHandle(db.journal, async () => {
    const row = await db.journal.unshown.get(ONLY);
    return row === undefined ? null : findSale(db, row.value.sale);
  });
}

/** Once the clerk has seen it. Relaxed: to show it once more is right, not to show it is not. */
export async function markShown(db: LocalDb, sale: string): Promise<void> {
  const { unshown } = db.relaxed;
  await db.relaxed.transaction('rw', unshown, async () => {
    if ((await unshown.get(ONLY))?.value.sale === sale) await unshown.delete(ONLY);
  });
}
