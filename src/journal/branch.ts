/** A branch of the journal and its rows: what every copy of a journal is made of, on whatever it is kept. */
import type { FactKind } from '../domain/fact-body.ts';
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
  readonly kind: FactKind;
  /** Canonical JSON as made; never re-serialised, never migrated. */
  readonly bytes: string;
  readonly sums: ReceiptSums;
  /** Of receipted sales only: unique, so no sale can be written twice and no number printed twice. */
  readonly sale?: string;
  readonly receipt?: string;
  readonly shift?: string;
  /** Sales that lines of this one came back from. */
  readonly refunds?: readonly string[];
}

/** One incarnation of the journal. Only the current one grows; a finished one is only sent. */
export interface Branch {
  readonly inc: string;
  /** Order of making, from 1. */
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
