/**
 * What a till cannot supply although it is asked for it, and so declares lost. Pure.
 *
 *     asked for 4, held:  8 ─ 9        a hole 4…7, ending at the hash that fact 8 names as its `prev`
 *     asked for 4, held:  nothing      a hole 4…head, ending at the branch's head
 *     asked for 4, held:  4 ─ …        no hole, however often its push failed: a fact that we hold is never given up
 */
import { HOLE_HASHES_MAX } from '../protocol/limits.ts';
import { chainOf, type Branch, type FactRow, type PrunedFact } from './branch.ts';

export interface Hole {
  readonly from: number;
  readonly to: number;
  /** Hash of fact `to`: the chain goes on after it. */
  readonly after: string;
  /** Of all its facts in order, where they are still known. */
  readonly hashes: readonly string[] | null;
  readonly why: 'pruned' | 'lost';
}

/**
 * @param wanted number of the fact that is asked for.
 * @param next our first fact of that number or a later one.
 * @param pruned what is left of pruned facts between the two, in order.
 */
export function holeAt(
  branch: Branch,
  wanted: number,
  next: FactRow | undefined,
  pruned: readonly PrunedFact[],
): Hole | null {
  if (wanted > branch.head.no || next?.no === wanted) return null;
  const end = next === undefined ? branch.head : { no: next.no - 1, hash: next.prev };
  const known = pruned.filter(({ no }) => no >= wanted && no <= end.no);
  const isWhole = known.length === end.no - wanted + 1;
  return {
    from: wanted,
    to: end.no,
    after: end.hash,
    hashes: isWhole && known.length <= HOLE_HASHES_MAX ? known.map(({ hash }) => hash) : null,
    why: isWhole ? 'pruned' : 'lost',
  };
}

/**
 * Of a chain that is told more than once, the other tellings supply what lies before this one goes on. Where one of them reaches
 * the very fact that this one goes on from, and head office still lacks it once it has that telling, a bit of the fact has flipped
 * here: nobody can supply it as it was made. Where all of them end before it, only what none of them holds is missing. A telling that
 * begins later supplies nothing of it.
 *
 * @returns from which number on something is missing; null while another telling may yet supply it.
 */
export function missingFrom(branches: readonly Branch[], branch: Branch, wanted: number): number | null {
  const { from } = branch;
  if (from === undefined || wanted > from.no) return wanted;
  const others = branches.filter(
    (one) => one.inc !== branch.inc && chainOf(one) === chainOf(branch) && (one.from?.no ?? 0) < from.no,
  );
  const reaching = others.find((one) => one.head.no >= from.no);
  if (reaching !== undefined) return reaching.acknowledged.no < from.no ? null : from.no;
  if (others.some((one) => one.acknowledged.no < one.head.no)) return null;
  return Math.max(wanted, ...others.map((one) => one.head.no + 1));
}
