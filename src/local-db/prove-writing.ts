/** Proves that the journal's database can still be written, as a sale would be: strict, and with more bytes than a sale has. */
import { withLiveHandle } from './live-handle.ts';
import { notSaved, type NotSaved } from './not-saved.ts';
import type { LocalDb } from './open-local-db.ts';

const PROBE = 'writing-probe';
const PROBE_LENGTH = 32_768;

/** @returns null when it can. */
export async function proveWriting(db: LocalDb): Promise<NotSaved | null> {
  const { budgets } = db.journal;
  try {
    await withLiveHandle(db.journal, () => budgets.put({ id: PROBE, budget: 'x'.repeat(PROBE_LENGTH) }));
    await budgets.delete(PROBE);
    return null;
  } catch (error) {
    return notSaved(error);
  }
}
