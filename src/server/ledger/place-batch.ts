/**
 * Where an offered batch belongs on what the ledger holds. Pure.
 *
 *   held    1 ─ 2 ─ 3 ─ 4            offered 2 3 4      all held
 *                                    offered 4 5 6      5 and 6 are new
 *                                    offered 6 7        apart: the ledger needs 5 first
 *                                    offered 3 4'       4' is new and forks the chain at 4
 *
 *   held    1 ─ 2 ─ 3' ╳ 4             offered 2 3 4      3 is new, though the tip is held: a head proves what is linked to it
 *
 *   hole 5 … 7                         offered 8 9        both are new: a chain goes on from a hole's end
 *                                      offered 6 7        apart, as if there were no hole: 5 is needed first
 */
import { JOURNAL_START, type ChainPoint, type OfferedBatch, type OfferedFact } from './offered-batch.ts';
import type { HeldAround, HeldChain } from './held-facts.ts';

export type Placement =
  | { readonly is: 'held' }
  | { readonly is: 'apart'; readonly head: ChainPoint }
  | { readonly is: 'new'; readonly facts: readonly OfferedFact[]; readonly forkedAt: number | null };

/** The everyday answer, from heads alone; null when the facts around the batch must be read. */
export function placeByHead(batch: OfferedBatch, chain: HeldChain | null): Placement | null {
  const head = chain?.head ?? JOURNAL_START;
  if (samePoint(batch.before, head)) return { is: 'new', facts: batch.facts, forkedAt: null };
  const linked = batch.facts.every((fact) => !fact.brokenLink && fact.quarantined === null);
  const isPastDoubt = batch.from > (chain?.doubtTo ?? 0);
  return linked && isPastDoubt && samePoint(batch.tip, head) ? { is: 'held' } : null;
}

/** @param around what `heldAround` found for this batch. */
export function placeAmong(batch: OfferedBatch, chain: HeldChain | null, around: HeldAround): Placement {
  const held = new Set(around.facts.map(pointKey));
  const ends = new Set(around.holeEnds.map(pointKey));
  const before = pointKey(batch.before);
  const begins = samePoint(batch.before, JOURNAL_START) || held.has(before) || ends.has(before);
  if (!begins) return { is: 'apart', head: nearestHead(batch.before, chain) };
  const facts = batch.facts.filter((fact) => !held.has(pointKey(fact)));
  return facts.length === 0
    ? { is: 'held' }
    : { is: 'new', facts, forkedAt: forkNumber(facts, around.facts) };
}

/**
 * The highest fact of the till's chain that may be assumed held when its own tip is not: our head, if it lies before that tip
 * on an unforked chain; otherwise the beginning, from which the till offers all again and repeats cost little.
 */
export function nearestHead(tip: ChainPoint, chain: HeldChain | null): ChainPoint {
  if (chain === null || chain.forkedAt !== null || chain.head.no >= tip.no) return JOURNAL_START;
  return chain.head;
}

export function samePoint(one: ChainPoint, other: ChainPoint): boolean {
  return one.no === other.no && one.hash === other.hash;
}

/** The first new fact whose number is taken, unless the number before is taken twice already: then the fork is known. */
function forkNumber(facts: readonly OfferedFact[], around: readonly ChainPoint[]): number | null {
  const holders = new Map<number, number>();
  for (const { no } of around) holders.set(no, (holders.get(no) ?? 0) + 1);
  const first = facts.find((fact) => holders.has(fact.no));
  return first === undefined || (holders.get(first.no - 1) ?? 0) > 1 ? null : first.no;
}

function pointKey(point: ChainPoint): string {
  return `${point.no} ${point.hash}`;
}
