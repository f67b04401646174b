/** What this tablet cannot supply of a branch: pruned, lost, or never held here. */
import { chainOf, type Branch } from '../journal/branch.ts';
import { holeAt as decideHole, type Hole } from '../journal/hole-rule.ts';
import type { LocalDb } from './open-local-db.ts';
import { factsAfter, readBranches } from './watermark.ts';

/** @param wanted number of the fact that is asked for. @returns null when nothing is missing there. */
export async function holeAt(db: LocalDb, inc: string, wanted: number): Promise<Hole | null> {
  const branches = await readBranches(db);
  const branch = branches.find((one) => one.inc === inc);
  if (branch === undefined || isHeldElsewhere(branches, branch, wanted)) return null;
  const [next] = await factsAfter(db, inc, wanted - 1, 1);
  const end = next?.no ?? branch.head.no + 1;
  const pruned = await db.journal.pruned
    .where('[inc+no]')
    .between([inc, wanted], [inc, end], true, false)
    .toArray();
  return decideHole(branch, wanted, next, pruned);
}

/** Of a chain that is told twice, the other telling supplies what lies before the two part. */
function isHeldElsewhere(branches: readonly Branch[], branch: Branch, wanted: number): boolean {
  const { from } = branch;
  if (from === undefined || wanted > from.no) return false;
  return branches.some(
    (other) => other.inc !== branch.inc && chainOf(other) === chainOf(branch) && other.head.no >= from.no,
  );
}
