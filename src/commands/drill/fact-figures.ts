/** What a set of facts comes to, read from their bytes as they are kept: on a tablet, or in the ledger. */
import { factSchema } from '../../protocol/fact.ts';
import { receiptBodySchema } from '../../protocol/receipt-body.ts';
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
export function readReceiptFacts(bytes: readonly string[]): ReceiptFact[] {
  return bytes.flatMap((text) => {
    const fact = factSchema.parse(JSON.parse(text));
    if (fact.kind !== 'saleCompleted' && fact.kind !== 'refundGiven') return [];
    const body = receiptBodySchema.parse(fact.body);
    const units = body.lines.reduce((sum, line) => sum + line.quantity, 0) / 1000;
    const { net, tax, gross } = body.totals;
    const figures = { lines: body.lines.length, units, net, tax, gross };
    return [{ sale: body.sale, receipt: body.receipt, kind: fact.kind, day: fact.day, figures }];
  });
}

export function figuresFromFacts(facts: readonly ReceiptFact[]): DayFigures {
  const total = { receipts: facts.length, refunds: 0, lines: 0, units: 0, net: 0, tax: 0, gross: 0 };
  for (const { kind, figures } of facts) {
    if (kind === 'refundGiven') total.refunds += 1;
    total.lines += figures.lines;
    total.units += figures.units;
    total.net += figures.net;
    total.tax += figures.tax;
    total.gross += figures.gross;
  }
  return total;
}

/** How many facts repeat a sale or a receipt number that another one has. */
export function countDuplicates(facts: readonly ReceiptFact[]): number {
  const sales = new Set(facts.map((fact) => fact.sale));
  const receipts = new Set(facts.map((fact) => fact.receipt));
  return Math.max(facts.length - sales.size, facts.length - receipts.size);
}

/** Receipts of the tablets that the ledger does not hold. */
export function listLost(journal: readonly ReceiptFact[], ledger: readonly ReceiptFact[]): string[] {
  const held = new Set(ledger.map((fact) => fact.sale));
  return journal.filter((fact) => !held.has(fact.sale)).map((fact) => fact.receipt);
}
