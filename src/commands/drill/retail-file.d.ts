/** A price in pence, or what keeps it from being one. */
export type RowPrice =
  | {
      is: 'pence';
      pence: number;
    }
  | {
      is: 'fraction';
      text: string;
    };
export interface RetailRow {
  readonly invoice: string;
  readonly code: string;
  readonly description: string;
  readonly quantity: number;
  readonly day: string;
  readonly price: RowPrice;
  /** Empty where the file names none. */
  readonly customer: string;
}
/** @throws when the file lacks a column or a row is malformed, naming the first such row. */
export declare function readRetailFile(path: string): RetailRow[];
export declare function parseRetailRows(text: string): RetailRow[];
export declare function priceFrom(text: string): RowPrice;
