/** What a kept fact says as a receipt, read from its bytes. */
import type { ReceiptBody } from '../domain/fact-body.ts';
import { addMoney, money } from '../domain/money.ts';
import { factSchema } from '../protocol/fact.ts';
import { receiptBodySchema } from '../protocol/receipt-body.ts';
import type { FactRow, ReceiptSums } from './branch.ts';

/** @returns null when it is no receipt, or one that only a newer app can read. */
export function receiptOf(bytes: string): ReceiptBody | null {
  const { kind, body } = factSchema.parse(JSON.parse(bytes));
  if (kind !== 'saleCompleted' && kind !== 'refundGiven') return null;
  const receipt = receiptBodySchema.safeParse(body);
  return receipt.success ? receipt.data : null;
}

/** A branch's sums before that fact. */
export function sumsBefore({ bytes, sums }: FactRow): ReceiptSums {
  const receipt = receiptOf(bytes);
  if (receipt === null) return sums;
  return { sales: sums.sales - 1, value: addMoney(sums.value, money(-receipt.totals.gross)) };
}
