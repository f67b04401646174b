/** Lets old facts go that head office keeps in a verified backup; their hashes and sums stay. */
import type { Branch, FactRow, PrunedFact } from '../journal/branch.ts';
import { prunableCount } from '../journal/prune-rule.ts';
import { factSchema } from '../protocol/fact.ts';
import { readContact } from './last-contact.ts';
import type { LocalDb } from './open-local-db.ts';

/** So many at once: a clerk who comes back meanwhile notices nothing. */
const FACTS_AT_ONCE = 200;

/** @param now anchored milliseconds since 1970. @returns how many went; call again while it is not 0. */
export async function pruneJournal(db: LocalDb, now: number): Promise<number> {
  const safe = (await readContact(db))?.safe ?? null;
  if (safe === null) return 0;
  const { facts, pruned, branches } = db.journal;
  return db.journal.transaction('rw', [facts, pruned, branches], async () => {
    const branch = await branches.get(safe.inc);
    const oldest = await facts
      .where('[inc+no]')
      .between([safe.inc, 0], [safe.inc, Infinity])
      .limit(FACTS_AT_ONCE)
      .toArray();
    const stays = branch ? whatStaysOf(branch, safe, oldest, now) : [];
    await pruned.bulkPut(stays);
    await facts.bulkDelete(stays.map(({ inc, no }) => [inc, no]));
    return stays.length;
  });
}

/** Of the oldest facts that may go now. @param oldest of the branch, in order. */
export function whatStaysOf(
  branch: Branch,
  safe: { readonly inc: string; readonly no: number },
  oldest: readonly FactRow[],
  now: number,
): PrunedFact[] {
  return oldest.slice(0, prunableCount(branch, safe, oldest.map(stated), now)).map(whatStays);
}

function stated({ no, bytes }: FactRow): { no: number; at: number } {
  return { no, at: factSchema.parse(JSON.parse(bytes)).at.anchored };
}

function whatStays({ inc, no, hash, sums }: FactRow): PrunedFact {
  return { inc, no, hash, sums };
}
