/** A receipted sale or refund as it lies in the journal, for receipts, refunds and the list of the day. */
import type { ReceiptBody } from '../domain/fact-body.ts';
import type { Day } from '../domain/trading-day.ts';
import { receiptCode } from '../journal/receipt-code.ts';
import { factSchema, type Fact } from '../protocol/fact.ts';
import { receiptBodySchema } from '../protocol/receipt-body.ts';
import type { FactRow } from '../journal/branch.ts';
import type { Appended } from './append-fact.ts';

export interface RecordedReceipt {
  readonly kind: 'saleCompleted' | 'refundGiven';
  readonly body: ReceiptBody;
  readonly day: Day;
  /** Anchored clock, milliseconds since 1970. */
  readonly at: number;
  readonly staff: string;
  /** Staff id of who approved it, where someone had to. */
  readonly approvedBy: string | null;
  /** The short journal code: K7QF-2M. */
  readonly code: string;
  readonly inc: string;
  readonly no: number;
  readonly hash: string;
}

/** @throws when the row's bytes are not the receipt they were written as: the database is damaged. */
export function recordedReceipt(row: FactRow): RecordedReceipt {
  const fact = factSchema.parse(JSON.parse(row.bytes));
  return receiptOf(row, fact, receiptBodySchema.parse(fact.body));
}

/** As `recordedReceipt` reads it, without reading again what was written a moment ago. */
export function receiptJustMade({ row, from }: Appended): RecordedReceipt {
  if (from?.happened.kind === 'saleCompleted' || from?.happened.kind === 'refundGiven')
    return receiptOf(row, from.fact, from.happened.body);
  return recordedReceipt(row);
}

function receiptOf(row: FactRow, fact: Fact, body: ReceiptBody): RecordedReceipt {
  return {
    kind: row.kind === 'refundGiven' ? 'refundGiven' : 'saleCompleted',
    body,
    day: fact.day,
    at: fact.at.anchored,
    staff: fact.by.staff,
    approvedBy: fact.by.approval?.approver ?? null,
    code: receiptCode(row.hash),
    inc: row.inc,
    no: row.no,
    hash: row.hash,
  };
}
