/** Makes the tablet a till: enrolment, roster and the journal's first fact in one transaction, or none of them. */
import type { SignedRoster } from '../protocol/roster.ts';
import type { Acting } from './acting.ts';
import type { Enrolment } from './enrolment.ts';
import { ONLY } from './journal-db.ts';
import type { LocalDb } from './open-local-db.ts';
import { startBranch } from './start-branch.ts';

/** A tablet that is a till stays that till: its journal may hold sales nobody else has. */
export async function saveEnrolment(
  db: LocalDb,
  enrolment: Enrolment,
  roster: SignedRoster,
  acting: Acting,
): Promise<'saved' | 'alreadyEnrolled'> {
  const { row, branch } = await startBranch(enrolment, roster.roster, null, acting);
  const { enrolments, rosters, branches, facts } = db.journal;
  return db.journal.transaction('rw', [enrolments, rosters, branches, facts], async () => {
    if ((await enrolments.count()) > 0) return 'alreadyEnrolled';
    await enrolments.add({ key: ONLY, value: enrolment });
    await rosters.add({ key: ONLY, value: roster });
    await facts.add(row);
    await branches.add(branch);
    return 'saved';
  });
}
