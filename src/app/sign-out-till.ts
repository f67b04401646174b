/** Makes the tablet forget its till, once everything it knows is at head office. Nothing else in the app deletes a journal. */
import { closeLocalDb, type LocalDb } from '../local-db/open-local-db.ts';
import { readStatus } from '../local-db/read-status.ts';
import { withinLimit } from '../local-db/within-limit.ts';
import type { RunningSync } from '../sync/run-sync.ts';
import { untilAllArrived } from '../sync/until-all-arrived.ts';
import type { JournalCopies } from './journal-copies.ts';

/** What is left after the last sale (a PIN, a count) gets so long to arrive. */
const ARRIVAL_MS = 15_000;

export interface SignOutParts {
  readonly db: LocalDb;
  readonly copies: Pick<JournalCopies, 'isUnread' | 'erase'>;
  readonly sync: Pick<RunningSync, 'tryNow' | 'current' | 'subscribe'>;
  /** Nothing in this window may go on with what is gone. */
  readonly startAnew: () => void;
  readonly arrivalMs?: number;
}

/** @returns `stillWaiting` when not every fact has arrived: then nothing was changed. */
export async function signOutTill(parts: SignOutParts): Promise<'signedOut' | 'stillWaiting'> {
  const { db, copies, sync, startAnew, arrivalMs = ARRIVAL_MS } = parts;
  // What only the copy tells is read in at the next start, and sent.
  if (copies.isUnread()) return 'stillWaiting';
  const arrived = untilAllArrived(sync, () => readStatus(db));
  if ((await withinLimit(arrived, arrivalMs)) === 'overLimit') return 'stillWaiting';
  // The marks first: a database that outlives them is still this till, marks without a database are a lost one.
  await copies.erase();
  closeLocalDb(db);
  await Promise.all([db.journal.delete(), db.catalogue.delete()]);
  startAnew();
  return 'signedOut';
}
