/** What was rung in a shift so far: receipts are added one by one, nothing is computed anew. */
import type { ReceiptBody } from './fact-body.ts';
import { addMoney, NO_MONEY, type Money } from './money.ts';
import { addRates, addTaxed, NOTHING_TAXED } from './sale-totals.ts';
import type { OpenShift, ShiftTotals } from './shift.ts';
import { tendered } from './tender.ts';

export type ReceiptKind = 'saleCompleted' | 'refundGiven';

export const NO_SHIFT_TOTALS: ShiftTotals = {
  sales: 0,
  refunds: 0,
  ...NOTHING_TAXED,
  byRate: [],
  cash: NO_MONEY,
  card: NO_MONEY,
  cashRounding: NO_MONEY,
};

/** What a shift needs to know of a receipt; the office keeps no more of it at hand. */
export type ReceiptSums = Pick<ReceiptBody, 'totals' | 'tenders' | 'cashRounding'>;

export function addToShift(totals: ShiftTotals, body: ReceiptSums, kind: ReceiptKind): ShiftTotals {
  return {
    sales: totals.sales + (kind === 'saleCompleted' ? 1 : 0),
    refunds: totals.refunds + (kind === 'refundGiven' ? 1 : 0),
    ...addTaxed(totals, body.totals),
    byRate: addRates([...totals.byRate, ...body.totals.byRate]),
    cash: addMoney(totals.cash, tendered(body.tenders, 'cash')),
    card: addMoney(totals.card, tendered(body.tenders, 'card')),
    cashRounding: addMoney(totals.cashRounding, body.cashRounding),
  };
}

/** What the drawer must hold: the float and the cash taken, less the cash given back. */
export function expectedCash(shift: Pick<OpenShift, 'float' | 'totals'>): Money {
  return addMoney(shift.float, shift.totals.cash);
}
