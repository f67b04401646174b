/** Binds a new key to the till whose own key cannot be used any more: its journal stays, and goes on in a new incarnation. */
import type { SignedRoster } from '../protocol/roster.ts';
import type { Acting } from './acting.ts';
import type { Enrolment } from './enrolment.ts';
import { ONLY } from './journal-db.ts';
import type { LocalDb } from './open-local-db.ts';
import { startBranch } from './start-branch.ts';
import { readBranches } from './watermark.ts';

/** What the old key made is sent under the new one; head office marks it as recovered. */
export async function renewEnrolment(
  db: LocalDb,
  enrolment: Enrolment,
  roster: SignedRoster,
  acting: Acting,
): Promise<void> {
  const parent = (await readBranches(db)).find((branch) => branch.is === 'current') ?? null;
  const { row, branch } = await startBranch(enrolment, roster.roster, parent, acting);
  const { enrolments, rosters, branches, facts } = db.journal;
  await db.journal.transaction('rw', [enrolments, rosters, branches, facts], async () => {
    await enrolments.put({ key: ONLY, value: enrolment });
    await rosters.put({ key: ONLY, value: roster });
    if (parent !== null) await branches.put({ ...parent, is: 'finished' });
    await facts.add(row);
    await branches.add(branch);
  });
}
