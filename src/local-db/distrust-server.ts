/** The server is another one than before, restored or failed over: what it held must be proved anew, never assumed. */
import { unproved } from '../journal/watermark-rule.ts';
import { forgetCatalogueCursor } from './apply-catalogue-page.ts';
import type { LocalDb } from './open-local-db.ts';

/**
 * @param provedInc the branch whose head the new server has just proved; all others are offered from their beginning. Null where it
 * named a head that is none of ours: a server restored to another telling of our chain has proved nothing of it.
 */
export async function distrustServer(db: LocalDb, provedInc: string | null): Promise<void> {
  const { branches } = db.journal;
  await db.journal.transaction('rw', branches, async () => {
    const others = (await branches.toArray()).filter((branch) => branch.inc !== provedInc);
    await branches.bulkPut(others.map(unproved));
  });
  await forgetCatalogueCursor(db);
}
