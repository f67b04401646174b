/** How far a branch is proved to be at head office: up or down, only by number and hash of its own facts. Pure. */
import { BRANCH_START, NO_SUMS, type Branch, type FactRow, type ReceiptSums } from './branch.ts';
import type { ChainPoint } from './verify-chain.ts';

/**
 * @param held our own fact with the head's number, where we have it.
 * @returns the branch with its watermark there; null when the head is none of ours, and so no news about our chain.
 */
export function acknowledgedAt(branch: Branch, head: ChainPoint, held: FactRow | undefined): Branch | null {
  const sums = sumsAt(head, held);
  if (sums === null) return null;
  return { ...branch, acknowledged: { no: head.no, hash: head.hash }, acknowledgedSums: sums };
}

/** Of a branch that a server must prove anew: it is offered from its beginning. */
export function unproved(branch: Branch): Branch {
  return { ...branch, acknowledged: BRANCH_START, acknowledgedSums: NO_SUMS };
}

function sumsAt(head: ChainPoint, held: FactRow | undefined): ReceiptSums | null {
  if (head.no === 0) return head.hash === BRANCH_START.hash ? NO_SUMS : null;
  return held?.no === head.no && held.hash === head.hash ? held.sums : null;
}
