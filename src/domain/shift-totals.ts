/** What was rung in a shift so far: receipts are added one by one, nothing is computed anew. */
import type { CashMoved, PaymentCorrected, ReceiptBody } from './fact-body.ts';
import { addMoney, NO_MONEY, negateMoney, type Money } from './money.ts';
import { addRates, addTaxed, NOTHING_TAXED } from './sale-totals.ts';
import type { CashMoves, ClerkTotal, OpenShift, ShiftTotals } from './shift.ts';
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
export type ReceiptSums = Pick<ReceiptBody, 'totals' | 'tenders' | 'cashRounding'> &
  // Only whoever has the lines can tell what discounts took off.
  Partial<Pick<ReceiptBody, 'lines'>>;

/** @param staff who rang it; absent where nobody asks who did */
export function addToShift(
  totals: ShiftTotals,
  body: ReceiptSums,
  kind: ReceiptKind,
  staff?: string,
): ShiftTotals {
  return {
    ...totals,
    sales: totals.sales + (kind === 'saleCompleted' ? 1 : 0),
    refunds: totals.refunds + (kind === 'refundGiven' ? 1 : 0),
    ...addTaxed(totals, body.totals),
    byRate: addRates([...totals.byRate, ...body.totals.byRate]),
    cash: addMoney(totals.cash, tendered(body.tenders, 'cash')),
    card: addMoney(totals.card, tendered(body.tenders, 'card')),
    cashRounding: addMoney(totals.cashRounding, body.cashRounding),
    ...addDiscounts(totals, body.lines ?? []),
    ...(staff === undefined ? {} : { byClerk: addClerk(totals.byClerk ?? [], body, kind, staff) }),
  };
}

function addClerk(
  clerks: readonly ClerkTotal[],
  body: ReceiptSums,
  kind: ReceiptKind,
  staff: string,
): ClerkTotal[] {
  const before = clerks.find((clerk) => clerk.staff === staff) ?? nothingRung(staff);
  const after = {
    staff,
    sales: before.sales + (kind === 'saleCompleted' ? 1 : 0),
    refunds: before.refunds + (kind === 'refundGiven' ? 1 : 0),
    gross: addMoney(before.gross, body.totals.gross),
    discounts: addMoney(before.discounts, takenOff(body.lines ?? [])),
  };
  return clerks.includes(before)
    ? clerks.map((clerk) => (clerk === before ? after : clerk))
    : [...clerks, after];
}

function nothingRung(staff: string): ClerkTotal {
  return { staff, sales: 0, refunds: 0, gross: NO_MONEY, discounts: NO_MONEY };
}

function addDiscounts(
  { discounts }: ShiftTotals,
  lines: NonNullable<ReceiptSums['lines']>,
): Pick<ShiftTotals, 'discounts'> {
  const sum = addMoney(discounts ?? NO_MONEY, takenOff(lines));
  return sum === 0 && discounts === undefined ? {} : { discounts: sum };
}

function takenOff(lines: NonNullable<ReceiptSums['lines']>): Money {
  return addMoney(
    ...lines.flatMap((line) => [line.discount?.taken ?? NO_MONEY, line.basketDiscount ?? NO_MONEY]),
  );
}

const NO_CASH_MOVES: CashMoves = { in: NO_MONEY, out: NO_MONEY, drop: NO_MONEY };

export function cashMovesOf({ cashMoves }: Pick<ShiftTotals, 'cashMoves'>): CashMoves {
  return cashMoves ?? NO_CASH_MOVES;
}

export function addCashMove(totals: ShiftTotals, { is, amount }: CashMoved): ShiftTotals {
  const moves = cashMovesOf(totals);
  return { ...totals, cashMoves: { ...moves, [is]: addMoney(moves[is], amount) } };
}

/** Sales and tax stay; only cash, card and their rounding move from how it was paid to how it was paid after all. */
export function addCorrection(totals: ShiftTotals, { from, to }: PaymentCorrected): ShiftTotals {
  const moved = (kind: 'cash' | 'card') =>
    addMoney(totals[kind], tendered(to.tenders, kind), negateMoney(tendered(from.tenders, kind)));
  return {
    ...totals,
    cash: moved('cash'),
    card: moved('card'),
    cashRounding: addMoney(totals.cashRounding, to.cashRounding, negateMoney(from.cashRounding)),
    corrections: (totals.corrections ?? 0) + 1,
  };
}

/** What the drawer must hold: the float, the cash taken less what was given back, and what moved without a sale. */
export function expectedCash(shift: Pick<OpenShift, 'float' | 'totals'>): Money {
  const { in: putIn, out, drop } = cashMovesOf(shift.totals);
  return addMoney(shift.float, shift.totals.cash, putIn, negateMoney(out), negateMoney(drop));
}
