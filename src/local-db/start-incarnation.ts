/** Finishes a branch the server told us has forked, and begins a new one: the old facts stay and are sent as evidence. */
import { uuidv7 } from 'uuidv7';
import type { Acting } from './acting.ts';
import { ONLY } from './journal-db.ts';
import type { LocalDb } from './open-local-db.ts';
import { startBranch } from './start-branch.ts';

/**
 * @param taken receipt series that head office knows of, beside those this tablet remembers.
 * @returns false when that branch is not the current one, so a notice heard twice begins one incarnation.
 */
export async function startIncarnation(
  db: LocalDb,
  forkedInc: string,
  acting: Acting,
  taken: readonly string[] = [],
): Promise<boolean> {
  const { enrolments, rosters, branches, facts } = db.journal;
  const [enrolment, roster, parent] = await Promise.all([
    enrolments.get(ONLY),
    rosters.get(ONLY),
    branches.get(forkedInc),
  ]);
  if (!enrolment || !roster || parent?.is !== 'current') return false;
  const started = await startBranch(enrolment.value, roster.value.roster, parent, acting, uuidv7, taken);
  return db.journal.transaction('rw', [branches, facts], async () => {
    const still = await branches.get(forkedInc);
    // A fact appended meanwhile moved the head that the new branch names: the next answer tells of the fork again.
    if (still?.is !== 'current' || still.head.hash !== parent.head.hash) return false;
    await branches.put({ ...still, is: 'finished' });
    await facts.add(started.row);
    await branches.add(started.branch);
    return true;
  });
}
