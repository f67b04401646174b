/** Makes the tablet forget its till, once everything it knows is at head office. Nothing else in the app deletes a journal. */
import { closeLocalDb, type LocalDb } from '../local-db/open-local-db.ts';
import { readStatus } from '../local-db/read-status.ts';
import { withinLimit } from '../local-db/within-limit.ts';
import type { RunningSync } from '../sync/run-sync.ts';
import { untilAllArrived } from '../sync/until-all-arrived.ts';
import type { JournalCopies } from './journal-copies.ts';

/** What is left after the last sale (a PIN, a count) gets so long to arrive. */
const ARRIVAL_MS = 15_000;

/** @returns `stillWaiting` when not every fact has arrived: then nothing was changed. */
export async function signOutTill(
  db: LocalDb,
  copies: JournalCopies,
  sync: RunningSync,
): Promise<'signedOut' | 'stillWaiting'> {
  // What only the copy tells is read in at the next start, and sent.
  if (copies.isUnread()) return 'stillWaiting';
  const arrived = untilAllArrived(sync, () => readStatus(db));
  if ((await withinLimit(arrived, ARRIVAL_MS)) === 'overLimit') return 'stillWaiting';
  // The marks first: a database that outlives them is still this till, marks without a database are a lost one.
  await copies.erase();
  closeLocalDb(db);
  await Promise.all([db.journal.delete(), db.catalogue.delete()]);
  location.reload();
  return 'signedOut';
}
