// The receipts in a set of facts, read from their bytes as they are kept: on a tablet, or in the ledger.
import { factSchema } from '../../src/protocol/fact.ts';
import { receiptBodySchema } from '../../src/protocol/receipt-body.ts';

export interface ReceiptFact {
  readonly sale: string;
  readonly receipt: string;
  readonly kind: 'saleCompleted' | 'refundGiven';
  /** The day and till by which the office counts it. */
  readonly day: string;
  readonly figures: {
    readonly lines: number;
    readonly units: number;
    readonly net: number;
    readonly tax: number;
    readonly gross: number;
  };
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
