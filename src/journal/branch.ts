/** A branch of the journal and its rows: what every copy of a journal is made of, on whatever it is kept. */
import { NO_MONEY, type Money } from '../domain/money.ts';
import { NO_FACT_HASH } from '../protocol/fact.ts';
import type { ChainPoint } from './verify-chain.ts';

/** Receipted sales and their gross from a branch's first fact through this one: what waits is a difference of two sums. */
export interface ReceiptSums {
  readonly sales: number;
  readonly value: Money;
}

export interface FactRow {
  readonly inc: string;
  readonly no: number;
  readonly id: string;
  readonly hash: string;
  readonly prev: string;
  /** As the fact states it: a newer app may have written one this app does not know. */
  readonly kind: string;
  /** Canonical JSON as made; never re-serialised, never migrated. */
  readonly bytes: string;
  readonly sums: ReceiptSums;
  /** Of receipted sales only: unique, so no sale can be written twice and no number printed twice. */
  readonly sale?: string;
  readonly receipt?: string;
  readonly shift?: string;
  /** Sales that lines of this one came back from. */
  readonly refunds?: readonly string[];
  /** Of other kinds: the ids of what a fact is about, as a corrected sale, a parked one, a shift whose cash moved. */
  readonly about?: readonly string[];
}

/** What stays of a fact that was pruned: enough to prove it, to count what waits, and to declare it as a hole. */
export type PrunedFact = Pick<FactRow, 'inc' | 'no' | 'hash' | 'sums'>;

/** One incarnation of the journal. Only the current one grows; a finished one is only sent. */
export interface Branch {
  /** Its name on this tablet: the incarnation its facts state, but for a branch that another copy told otherwise. */
  readonly inc: string;
  /** The incarnation its facts state, where that is not `inc`. */
  readonly chain?: string;
  /** The fact before its first one, where it does not begin at the beginning: all that a second copy still had. */
  readonly from?: ChainPoint;
  /** Order of sending: that of making, from 1; what a second copy brought back lies between or before. */
  readonly rank: number;
  readonly is: 'current' | 'finished';
  readonly series: string;
  readonly head: ChainPoint;
  readonly sums: ReceiptSums;
  /** The highest fact the server has proved to hold. */
  readonly acknowledged: ChainPoint;
  readonly acknowledgedSums: ReceiptSums;
  /** Number of the series' next receipt. */
  readonly nextReceipt: number;
  readonly lastReceipt: string | null;
}

/** Before the first fact. */
export const BRANCH_START: ChainPoint = { no: 0, hash: NO_FACT_HASH };
export const NO_SUMS: ReceiptSums = { sales: 0, value: NO_MONEY };

/** A branch without facts yet. @param rank order of making, from 1. */
export function emptyBranch(inc: string, series: string, rank: number): Branch {
  return {
    inc,
    rank,
    is: 'current',
    series,
    head: BRANCH_START,
    sums: NO_SUMS,
    acknowledged: BRANCH_START,
    acknowledgedSums: NO_SUMS,
    nextReceipt: 1,
    lastReceipt: null,
  };
}

/** The incarnation that a branch's facts state. */
export function chainOf({ inc, chain }: Branch): string {
  return chain ?? inc;
}
