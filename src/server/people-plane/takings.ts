/** The day's figures: posted receipts added up, nothing rounded anew. */
import { addMoney } from '../../domain/money.ts';
import { quantity } from '../../domain/quantity.ts';
import { addRates, addTaxed, NOTHING_TAXED } from '../../domain/sale-totals.ts';
import type { Takings } from '../../protocol/people-messages.ts';
import type { ReceiptRecord } from './day-records.ts';

export function takingsOf(receipts: readonly ReceiptRecord[]): Takings {
  const posted = receipts.filter((receipt) => receipt.posted);
  const count = (kind: ReceiptRecord['kind']) => posted.filter((receipt) => receipt.kind === kind).length;
  const sum = (figure: (receipt: ReceiptRecord) => number) =>
    posted.reduce((total, receipt) => total + figure(receipt), 0);
  return {
    sales: count('saleCompleted'),
    refunds: count('refundGiven'),
    lines: sum((receipt) => receipt.lines),
    units: quantity(sum((receipt) => receipt.units)),
    ...posted.reduce(addTaxed, NOTHING_TAXED),
    cash: addMoney(...posted.map((receipt) => receipt.cash)),
    card: addMoney(...posted.map((receipt) => receipt.card)),
    byRate: addRates(posted.flatMap((receipt) => receipt.byRate)),
  };
}
