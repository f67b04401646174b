/** The latest anchored time that the journal states: the till's time never starts before it. */
import { readFact } from '../journal/read-fact.ts';
import type { LocalDb } from './open-local-db.ts';
import { factsAfter, readBranches } from './watermark.ts';

/** @returns 0 when nothing is written down. */
export async function lastKnownTime(db: LocalDb): Promise<number> {
  const current = (await readBranches(db)).at(-1);
  if (current === undefined) return 0;
  const [last] = await factsAfter(db, current.inc, current.head.no - 1, 1);
  return last === undefined ? 0 : ((await readFact(last.bytes))?.fact.at.anchored ?? 0);
}
