import type { DayFigures } from './day-figures.ts';
export interface ReceiptFact {
  readonly sale: string;
  readonly receipt: string;
  readonly kind: 'saleCompleted' | 'refundGiven';
  /** The day and till by which the office counts it. */
  readonly day: string;
  readonly figures: Omit<DayFigures, 'receipts' | 'refunds'>;
}
/** Receipted facts among these; others are passed over. @throws when a receipt cannot be read. */
export declare function readReceiptFacts(bytes: readonly string[]): ReceiptFact[];
export declare function figuresFromFacts(facts: readonly ReceiptFact[]): DayFigures;
/** How many facts repeat a sale or a receipt number that another one has. */
export declare function countDuplicates(facts: readonly ReceiptFact[]): number;
/** Receipts of the tablets that the ledger does not hold. */
export declare function listLost(journal: readonly ReceiptFact[], ledger: readonly ReceiptFact[]): string[];
