/** A shift's figures from what happened in it: the till previews with it, the server decides by it. */
import type { CashMoved, PaymentCorrected, ShiftClosed, ShiftOpened } from './fact-body.ts';
import { money, type Money } from './money.ts';
import type { ShiftTotals } from './shift.ts';
import {
  addCashMove,
  addCorrection,
  addToShift,
  cashMovesOf,
  expectedCash,
  NO_SHIFT_TOTALS,
  type ReceiptKind,
  type ReceiptSums,
} from './shift-totals.ts';

export interface ShiftFacts {
  readonly opened: ShiftOpened;
  readonly receipts: readonly {
    readonly kind: ReceiptKind;
    readonly body: ReceiptSums;
    readonly staff?: string;
  }[];
  readonly moves: readonly CashMoved[];
  readonly corrections: readonly PaymentCorrected[];
  /** Null while the shift is open, or while its close has not arrived. */
  readonly closed: ShiftClosed | null;
}

export interface ReconciledShift {
  readonly opened: ShiftOpened;
  /** Of the receipts that are here. */
  readonly totals: ShiftTotals;
  readonly expectedCash: Money;
  readonly close: ReconciledClose | null;
}

export interface ReconciledClose {
  readonly stated: ShiftClosed;
  /** Counted less expected, by the receipts that are here. */
  readonly difference: Money;
  /** Receipts the close counts that are not here; below zero, more are here than it counts. */
  readonly missingReceipts: number;
  /** Gross of those receipts. */
  readonly missingGross: Money;
  /** True when the till's figures are the figures of the receipts. */
  readonly agrees: boolean;
}

export function reconcileShift({
  opened,
  receipts,
  moves,
  corrections,
  closed,
}: ShiftFacts): ReconciledShift {
  const rung = receipts.reduce(
    (sum, { body, kind, staff }) => addToShift(sum, body, kind, staff),
    NO_SHIFT_TOTALS,
  );
  const totals = corrections.reduce(addCorrection, moves.reduce(addCashMove, rung));
  const expected = expectedCash({ float: opened.float, totals });
  return {
    opened,
    totals,
    expectedCash: expected,
    close: closed && reconcileClose(closed, totals, expected),
  };
}

function reconcileClose(stated: ShiftClosed, totals: ShiftTotals, expected: Money): ReconciledClose {
  return {
    stated,
    difference: money(stated.countedCash - expected),
    missingReceipts: receiptsOf(stated.totals) - receiptsOf(totals),
    missingGross: money(stated.totals.gross - totals.gross),
    agrees: stated.expectedCash === expected && sameTotals(stated.totals, totals),
  };
}

function receiptsOf({ sales, refunds }: ShiftTotals): number {
  return sales + refunds;
}

function sameTotals(one: ShiftTotals, other: ShiftTotals): boolean {
  return figuresOf(one).join() === figuresOf(other).join();
}

/** Every figure, in one sequence whatever the sequence of an object's keys. */
function figuresOf(totals: ShiftTotals): number[] {
  const { sales, refunds, net, tax, gross, byRate, cash, card, cashRounding } = totals;
  const { in: putIn, out, drop } = cashMovesOf(totals);
  const moved = [putIn, out, drop, totals.corrections ?? 0];
  const rates = byRate.flatMap((row) => [row.rate, row.net, row.tax, row.gross]);
  return [sales, refunds, net, tax, gross, cash, card, cashRounding, ...moved, ...rates];
}
