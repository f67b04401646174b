/** The server is another one than before, restored or failed over: what it held must be proved anew, never assumed. */
import { NO_MONEY } from '../domain/money.ts';
import { NO_FACT_HASH } from '../protocol/fact.ts';
import { forgetCatalogueCursor } from './apply-catalogue-page.ts';
import type { LocalDb } from './open-local-db.ts';

/** @param provedInc the branch whose head the new server has just proved; all others are offered from their beginning. */
export async function distrustServer(db: LocalDb, provedInc: string): Promise<void> {
  const { branches } = db.journal;
  await db.journal.transaction('rw', branches, async () => {
    await branches
      .filter((branch) => branch.inc !== provedInc)
      .modify({
        acknowledged: { no: 0, hash: NO_FACT_HASH },
        acknowledgedSums: { sales: 0, value: NO_MONEY },
      });
  });
  await forgetCatalogueCursor(db);
}
