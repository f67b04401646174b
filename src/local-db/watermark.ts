/** What has been proved to be at head office: one watermark per branch, up or down, only by number and hash. */
import type { ChainPoint } from '../journal/verify-chain.ts';
import { NO_MONEY } from '../domain/money.ts';
import { NO_FACT_HASH } from '../protocol/fact.ts';
import type { Branch, FactRow, ReceiptSums } from './journal-db.ts';
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

/** @returns false when we hold no fact of that number with that hash: then the head is no news about our chain. */
export function moveWatermark(db: LocalDb, inc: string, head: ChainPoint): Promise<boolean> {
  const { facts, branches } = db.journal;
  return db.journal.transaction('rw', [facts, branches], async () => {
    const branch = await branches.get(inc);
    const sums = head.no === 0 ? sumsAtStart(head) : sumsAt(await facts.get([inc, head.no]), head);
    if (branch === undefined || sums === null) return false;
    if (branch.acknowledged.hash !== head.hash) {
      await branches.put({
        ...branch,
        acknowledged: { no: head.no, hash: head.hash },
        acknowledgedSums: sums,
      });
    }
    return true;
  });
}

function sumsAtStart(head: ChainPoint): ReceiptSums | null {
  return head.hash === NO_FACT_HASH ? { sales: 0, value: NO_MONEY } : null;
}

function sumsAt(row: FactRow | undefined, head: ChainPoint): ReceiptSums | null {
  return row?.hash === head.hash ? row.sums : null;
}
