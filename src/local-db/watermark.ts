/** What has been proved to be at head office: one watermark per branch, up or down, only by number and hash. */
import type { Branch, FactRow } from '../journal/branch.ts';
import type { ChainPoint } from '../journal/verify-chain.ts';
import { acknowledgedAt, alteredHash } from '../journal/watermark-rule.ts';
import type { LocalDb } from './open-local-db.ts';

/** Oldest branch first. */
export async function readBranches(db: LocalDb): Promise<Branch[]> {
  return (await db.journal.branches.toArray()).sort((a, b) => a.rank - b.rank);
}

/** Facts with a higher number than `no`, in order. */
export function factsAfter(db: LocalDb, inc: string, no: number, limit: number): Promise<FactRow[]> {
  const { facts } = db.journal;
  return facts
    .where('[inc+no]')
    .between([inc, no + 1], [inc, Infinity])
    .limit(limit)
    .toArray();
}

/** @returns false when the head is none of our facts: then it is no news about our chain. */
export async function moveWatermark(db: LocalDb, inc: string, head: ChainPoint): Promise<boolean> {
  if (await moveTo(db, inc, head, null)) return true;
  const altered = await alteredHash(await db.journal.facts.get([inc, head.no]));
  return altered === head.hash && moveTo(db, inc, head, altered);
}

function moveTo(db: LocalDb, inc: string, head: ChainPoint, altered: string | null): Promise<boolean> {
  const { facts, pruned, branches } = db.journal;
  return db.journal.transaction('rw', [facts, pruned, branches], async () => {
    const branch = await branches.get(inc);
    const own = (await facts.get([inc, head.no])) ?? (await pruned.get([inc, head.no]));
    const next = await facts.get([inc, head.no + 1]);
    const moved = branch ? acknowledgedAt(branch, head, { own, next, altered }) : null;
    if (branch === undefined || moved === null) return false;
    if (branch.acknowledged.hash !== head.hash) await branches.put(moved);
    return true;
  });
}
