/** Turns a day's rows into the receipts a till can ring, and says which rows it cannot and why. */
import type { RetailRow } from './retail-file.ts';
export interface DrillLine {
  readonly code: string;
  /** Pieces; always above zero, a refund's lines come back. */
  readonly pieces: number;
  readonly pence: number;
  /** False: this row's price is not the one imported, so it is typed. */
  readonly atImportedPrice: boolean;
  /** The line of an earlier receipt of the day that these pieces were sold on. */
  readonly against: {
    readonly invoice: string;
    readonly line: number;
  } | null;
}
export interface DrillReceipt {
  readonly invoice: string;
  readonly is: 'sale' | 'refund';
  readonly customer: string;
  readonly lines: readonly DrillLine[];
}
export type LeftOutReason =
  'price 0' | 'adjustment (A)' | 'fraction of a penny' | 'negative price' | 'negative outside C';
export interface DrillPlan {
  readonly receipts: readonly DrillReceipt[];
  readonly leftOut: ReadonlyMap<LeftOutReason, number>;
}
type Prices = ReadonlyMap<string, number>;
/** @param prices imported price in pence by code, see importedPrices. */
export declare function planDay(rows: readonly RetailRow[], day: string, prices: Prices): DrillPlan;
/** The day's commonest price of each code, the whole file's for codes not sold that day; ties to the first seen. */
export declare function importedPrices(rows: readonly RetailRow[], day: string): Map<string, number>;
/** Which till rings which receipt: a customer stays at one till, so that a refund finds its sale there. */
export declare function dealReceipts(receipts: readonly DrillReceipt[], tills: number): DrillReceipt[][];
export {};
