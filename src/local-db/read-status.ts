/** What the till knows of its own journal, from a handful of small records: screens may watch it live. */
import { addMoney, money, NO_MONEY, type Money } from '../domain/money.ts';
import type { ChainPoint } from '../journal/verify-chain.ts';
import type { Branch } from '../journal/branch.ts';
import type { LocalDb } from './open-local-db.ts';

export interface JournalStatus {
  readonly inc: string;
  readonly series: string;
  /** The current branch's last fact; number 0 before there is one. */
  readonly head: ChainPoint;
  readonly lastReceipt: string | null;
  /** What head office has not proved to hold, over all branches. */
  readonly waiting: { readonly facts: number; readonly sales: number; readonly value: Money };
}

/** @returns null on a tablet that is not enrolled. */
export async function readStatus(db: LocalDb): Promise<JournalStatus | null> {
  return statusOf(await db.journal.branches.toArray());
}

/** Every fact is proved to be at head office: only then may a tablet forget what it holds. */
export function hasAllArrived(status: JournalStatus | null): boolean {
  return status?.waiting.facts === 0;
}

export function statusOf(branches: readonly Branch[]): JournalStatus | null {
  const current = branches.find((branch) => branch.is === 'current');
  if (current === undefined) return null;
  const { inc, series, head, lastReceipt } = current;
  return { inc, series, head, lastReceipt, waiting: waitingOf(branches) };
}

function waitingOf(branches: readonly Branch[]): JournalStatus['waiting'] {
  return branches.reduce(
    (waiting, { head, acknowledged, sums, acknowledgedSums }) => ({
      facts: waiting.facts + head.no - acknowledged.no,
      sales: waiting.sales + sums.sales - acknowledgedSums.sales,
      value: addMoney(waiting.value, sums.value, money(-acknowledgedSums.value)),
    }),
    { facts: 0, sales: 0, value: NO_MONEY },
  );
}
