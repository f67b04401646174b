/** The day's figures: posted receipts added up, nothing rounded anew. */
import { addMoney, negateMoney } from '../../domain/money.ts';
import { quantity } from '../../domain/quantity.ts';
import { addRates, addTaxed, NOTHING_TAXED } from '../../domain/sale-totals.ts';
import type { Takings } from '../../protocol/takings-message.ts';
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

/** What there is more of than before, below zero what there is less of. */
export function lessTakings(now: Takings, before: Takings): Takings {
  const less = (figure: 'sales' | 'refunds' | 'lines' | 'units') => now[figure] - before[figure];
  const lessMoney = (figure: 'net' | 'tax' | 'gross' | 'cash' | 'card') =>
    addMoney(now[figure], negateMoney(before[figure]));
  const gone = before.byRate.map(({ rate, net, tax, gross }) => ({
    rate,
    net: negateMoney(net),
    tax: negateMoney(tax),
    gross: negateMoney(gross),
  }));
  return {
    sales: less('sales'),
    refunds: less('refunds'),
    lines: less('lines'),
    units: quantity(less('units')),
    net: lessMoney('net'),
    tax: lessMoney('tax'),
    gross: lessMoney('gross'),
    cash: lessMoney('cash'),
    card: lessMoney('card'),
    byRate: addRates([...now.byRate, ...gone]).filter(
      ({ net, tax, gross }) => net !== 0 || tax !== 0 || gross !== 0,
    ),
  };
}
