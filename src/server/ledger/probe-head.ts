/** Answers a till that asks how far the ledger is, offering no fact: the last one it has, by number and hash. */
import type { Queryable } from '../database/query-rows.ts';
import { isHeld, isHoleEnd, readChain } from './held-facts.ts';
import { JOURNAL_START, type ChainPoint } from './offered-batch.ts';
import { nearestHead, samePoint } from './place-batch.ts';

export interface HeadAnswer {
  readonly head: ChainPoint;
  readonly forkedAt: number | null;
  readonly expected: number | null;
}

export async function probeHead(
  client: Queryable,
  till: string,
  inc: string,
  tip: ChainPoint,
): Promise<HeadAnswer> {
  const chain = await readChain(client, till, inc);
  const forkedAt = chain?.forkedAt ?? null;
  if (tip.no === 0) return { head: JOURNAL_START, forkedAt, expected: null };
  const held =
    chain !== null &&
    (samePoint(tip, chain.head) ||
      (await isHeld(client, till, inc, tip)) ||
      (await isHoleEnd(client, till, inc, tip)));
  if (held) return { head: tip, forkedAt, expected: null };
  const head = nearestHead(tip, chain);
  return { head, forkedAt, expected: head.no + 1 };
}
