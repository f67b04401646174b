/** Lets old facts go that head office keeps in a verified backup; their hashes and sums stay. */
import type { FactRow, PrunedFact } from '../journal/branch.ts';
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
    const count = branch ? prunableCount(branch, safe, oldest.map(stated), now) : 0;
    const going = oldest.slice(0, count);
    await pruned.bulkPut(going.map(whatStays));
    await facts.bulkDelete(going.map(({ inc, no }) => [inc, no]));
    return count;
  });
}

function stated({ no, bytes }: FactRow): { no: number; at: number } {
  return { no, at: factSchema.parse(JSON.parse(bytes)).at.anchored };
}

function whatStays({ inc, no, hash, sums }: FactRow): PrunedFact {
  return { inc, no, hash, sums };
}
