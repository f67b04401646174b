/**
 * What a day comes to, reckoned from the file alone: on purpose without `domain`, in its own arithmetic, so that the
 * drill compares two independent answers. Tax is rounded half away from zero on every line.
 */
import type { DrillReceipt } from './drill-plan.ts';

export interface DayFigures {
  readonly receipts: number;
  readonly refunds: number;
  readonly lines: number;
  readonly units: number;
  /** Pence, refunds below zero. */
  readonly net: number;
  readonly tax: number;
  readonly gross: number;
}

/** UK standard rate in tenths of a percent: 17.5 % until 2011-01-03, 20 % after (HMRC VAT Notice, 4 January 2011). */
export function ukVatPermille(day: string): number {
  return day <= '2011-01-03' ? 175 : 200;
}

export function figuresFromFile(receipts: readonly DrillReceipt[], day: string): DayFigures {
  const permille = ukVatPermille(day);
  const figures = { receipts: receipts.length, refunds: 0, lines: 0, units: 0, net: 0, tax: 0, gross: 0 };
  for (const receipt of receipts) {
    const sign = receipt.is === 'refund' ? -1 : 1;
    if (receipt.is === 'refund') figures.refunds += 1;
    for (const line of receipt.lines) {
      const net = line.pieces * line.pence;
      const tax = Math.floor((net * permille + 500) / 1000);
      figures.lines += 1;
      figures.units += sign * line.pieces;
      figures.net += sign * net;
      figures.tax += sign * tax;
      figures.gross += sign * (net + tax);
    }
  }
  return figures;
}

/** Gross of one receipt in pence, above zero for refunds too: decides cash or card. */
export function receiptGross(receipt: DrillReceipt, day: string): number {
  return Math.abs(figuresFromFile([receipt], day).gross);
}
