/** Which facts a till may let go: old ones that head office holds in a backup it has verified. Pure. */
import type { Branch } from './branch.ts';

export const PRUNE_AFTER_MS = 35 * 24 * 60 * 60_000;

export interface Prunable {
  readonly no: number;
  /** Anchored milliseconds since 1970, as the fact states it. */
  readonly at: number;
}

/**
 * @param safe the highest fact of an incarnation that lies inside a verified backup, as a sealed answer said.
 * @param oldest the branch's facts in order, from its oldest.
 * @returns how many of them may go, from the first on.
 */
export function prunableCount(
  branch: Branch,
  safe: { readonly inc: string; readonly no: number } | null,
  oldest: readonly Prunable[],
  now: number,
): number {
  if (safe === null || safe.inc !== branch.inc) return 0;
  const below = Math.min(safe.no, branch.acknowledged.no, branch.head.no);
  const kept = oldest.findIndex(({ no, at }) => no >= below || now - at <= PRUNE_AFTER_MS);
  return kept < 0 ? oldest.length : kept;
}
