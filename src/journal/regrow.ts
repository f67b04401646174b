/** Branches and rows made again from facts that a second copy kept. Pure. */
import { factBodySchema } from '../protocol/fact-body.ts';
import { BRANCH_START, NO_SUMS, type Branch, type FactRow } from './branch.ts';
import { growBranch, type Grown } from './grow-branch.ts';
import type { MadeFact } from './make-fact.ts';
import { samePoint, type ChainPoint } from './verify-chain.ts';

/** The branch with one more fact; a body that only a newer app can read is kept, and counts as no receipt. */
export function regrowBranch(branch: Branch, made: MadeFact): Grown {
  const { kind, body, no, id, prev } = made.fact;
  const happened = factBodySchema.safeParse({ kind, body });
  if (happened.success) return growBranch(branch, made, happened.data);
  const { hash, bytes } = made;
  const row = { inc: branch.inc, no, id, hash, prev, kind, bytes, sums: branch.sums };
  return { row, branch: { ...branch, head: { no, hash } } };
}

export interface Salvaged {
  readonly branch: Branch;
  readonly rows: readonly FactRow[];
}

/** A finished branch of its own for facts that fit no branch we hold. @param name on this tablet. */
export function salvageBranch(
  name: string,
  rank: number,
  [first, ...rest]: readonly [MadeFact, ...MadeFact[]],
): Salvaged {
  const from = { no: first.fact.no - 1, hash: first.fact.prev };
  const grown = [first, ...rest].reduce<Salvaged>(
    ({ branch, rows }, made) => {
      const next = regrowBranch(branch, made);
      return { branch: next.branch, rows: [...rows, next.row] };
    },
    { branch: begunAt(name, rank, from, first.fact.inc), rows: [] },
  );
  const series = grown.branch.lastReceipt?.split('-')[0] ?? 'found';
  return { ...grown, branch: { ...grown.branch, series } };
}

function begunAt(inc: string, rank: number, from: ChainPoint, chain: string): Branch {
  return {
    inc,
    ...(inc === chain ? {} : { chain }),
    ...(samePoint(from, BRANCH_START) ? {} : { from }),
    rank,
    is: 'finished',
    series: '',
    head: from,
    sums: NO_SUMS,
    acknowledged: from,
    acknowledgedSums: NO_SUMS,
    nextReceipt: 1,
    lastReceipt: null,
  };
}
