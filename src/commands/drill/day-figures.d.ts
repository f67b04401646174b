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
export declare function ukVatPermille(day: string): number;
export declare function figuresFromFile(receipts: readonly DrillReceipt[], day: string): DayFigures;
/** Gross of one receipt in pence, above zero for refunds too: decides cash or card. */
export declare function receiptGross(receipt: DrillReceipt, day: string): number;
