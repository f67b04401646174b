/**
 * What a chain's heads say once new facts are appended. Pure. The head is the highest number held, so that nothing held can lie
 * after it; the facts behind it are proved by their links, as far back as the doubt goes:
 *
 *   held  1 ─ 2 ─ 3' ╳ 4 ─ 5      4 names another 3 than the one held: head 5, in doubt to 4
 */
import type { HeldChain } from './held-facts.ts';
import { JOURNAL_START, type ChainPoint, type OfferedFact } from './offered-batch.ts';

type Heads = Pick<HeldChain, 'head' | 'forkedAt' | 'doubtTo'>;
type Added = Pick<OfferedFact, 'no' | 'brokenLink' | 'quarantined'>;

export function chainAfter(
  before: Heads | null,
  facts: readonly Added[],
  { tip, forkedAt }: { readonly tip: ChainPoint; readonly forkedAt: number | null },
): Heads {
  const head = before?.head ?? JOURNAL_START;
  const forks = [before?.forkedAt ?? null, forkedAt].filter((fork) => fork !== null);
  // What cannot be read names nothing before it.
  const unlinked = facts.filter((fact) => fact.brokenLink || fact.quarantined !== null);
  return {
    head: tip.no > head.no ? { no: tip.no, hash: tip.hash } : head,
    forkedAt: forks.length === 0 ? null : Math.min(...forks),
    doubtTo: Math.max(before?.doubtTo ?? 0, ...unlinked.map(({ no }) => no)),
  };
}
