/** What this tablet cannot supply of a branch: pruned, lost, or never held here. */
import { holeAt as decideHole, missingFrom, type Hole } from '../journal/hole-rule.ts';
import type { LocalDb } from './open-local-db.ts';
import { factsAfter, readBranches } from './watermark.ts';

/** @param asked number of the fact that is asked for. @returns null when nothing is missing there. */
export async function holeAt(db: LocalDb, inc: string, asked: number): Promise<Hole | null> {
  const branches = await readBranches(db);
  const branch = branches.find((one) => one.inc === inc);
  const wanted = branch === undefined ? null : missingFrom(branches, branch, asked);
  if (branch === undefined || wanted === null) return null;
  const [next] = await factsAfter(db, inc, wanted - 1, 1);
  const end = next?.no ?? branch.head.no + 1;
  const pruned = await db.journal.pruned
    .where('[inc+no]')
    .between([inc, wanted], [inc, end], true, false)
    .toArray();
  return decideHole(branch, wanted, next, pruned);
}
