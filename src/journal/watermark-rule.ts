/** How far a branch is proved to be at head office: up or down, only by number and hash of its own facts. Pure. */
import { BRANCH_START, NO_SUMS, type Branch, type FactRow, type ReceiptSums } from './branch.ts';
import { sha256Hex } from './digest.ts';
import { sumsBefore } from './receipt-of.ts';
import { samePoint, type ChainPoint } from './verify-chain.ts';

/** What the till has at the number of an answer's head. */
export interface HeldAround {
  /** Our fact of that number, or what is left of it. */
  readonly own: Pick<FactRow, 'no' | 'hash' | 'sums'> | undefined;
  /** Our fact after it: it names the one before by hash, also where that lies in a declared hole. */
  readonly next: FactRow | undefined;
  /** What `alteredHash` says of our fact. */
  readonly altered?: string | null;
}

/**
 * The hash that our fact's bytes give now, where that is not the one it was made with: a bit flipped on this tablet. Head office
 * takes such a fact as it is, as evidence, and proves it by the hash it found; without knowing that hash too, the till would
 * offer the same fact for ever, and nothing after it.
 */
export async function alteredHash(own: FactRow | undefined): Promise<string | null> {
  const now = own === undefined ? null : await sha256Hex(own.bytes);
  return now === own?.hash ? null : now;
}

/** @returns the branch with its watermark there; null when the head is none of ours, and so no news about our chain. */
export function acknowledgedAt(branch: Branch, head: ChainPoint, held: HeldAround): Branch | null {
  const sums = sumsAt(branch, head, held);
  if (sums === null) return null;
  return { ...branch, acknowledged: { no: head.no, hash: head.hash }, acknowledgedSums: sums };
}

/** Of a branch that a server must prove anew: it is offered from its beginning. */
export function unproved(branch: Branch): Branch {
  return { ...branch, acknowledged: branch.from ?? BRANCH_START, acknowledgedSums: NO_SUMS };
}

function sumsAt(branch: Branch, head: ChainPoint, { own, next, altered }: HeldAround): ReceiptSums | null {
  if (samePoint(head, branch.from ?? BRANCH_START)) return NO_SUMS;
  if (own?.no === head.no) return own.hash === head.hash || altered === head.hash ? own.sums : null;
  if (next?.no === head.no + 1 && next.prev === head.hash) return sumsBefore(next);
  // The row is lost, the branch still knows how it ended.
  return samePoint(head, branch.head) ? branch.sums : null;
}
