/** What the receipts of a tablet or of the ledger come to, and which are lost or there twice. */
import type { ReceiptFact } from '../../../e2e/harness/receipt-facts.ts';
import type { DayFigures } from './day-figures.ts';

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
