import { describe, expect, test } from 'vitest';
import { accepted, payInCash, ringUp, trialProduct, trialShift, trialTerms } from '../testing/trial-shop.ts';
import { ageToCheck } from './age-rule.ts';
import { approvalForCash, moveCash, type CashToMove } from './cash-move.ts';
import { closeShift, type CloseDetails } from './close-shift.ts';
import { completeSale } from './complete-sale.ts';
import { correctPayment, paymentAfter } from './correct-payment.ts';
import { money } from './money.ts';
import { pieces } from './quantity.ts';
import { reconcileShift } from './reconcile-shift.ts';
import type { SaleCommand } from './sale-command.ts';
import type { OpenShift } from './shift.ts';
import { addCashMove, addCorrection, addToShift, expectedCash, NO_SHIFT_TOTALS } from './shift-totals.ts';

const terms = trialTerms();
const wine = trialProduct({ id: 'wine', minimumAge: 18 });
const add = (product = trialProduct({ id: 'mug' }), price: number | null = null): SaleCommand => ({
  is: 'addProduct',
  product,
  quantity: pieces(1),
  price: price === null ? null : money(price),
});
const byCard = (amount: number, code?: string) =>
  [{ is: 'card', amount: money(amount), ...(code === undefined ? {} : { code }) }] as const;

describe('goods not everybody may buy', () => {
  const input = (sale: ReturnType<typeof ringUp>) => ({
    sale,
    tenders: byCard(250),
    cashRounding: money(0),
    terms,
    shift: trialShift(),
    receipt: 'A1-000001',
    role: 'clerk' as const,
    approved: false,
  });

  test('SALE-21 are sold only after somebody looked, and the receipt’s fact says how', () => {
    const sale = ringUp('sale-1', [add(wine)], terms);
    expect(ageToCheck(sale)).toBe(18);
    expect(completeSale(input(sale))).toMatchObject({ code: 'age-check-needed', age: 18 });
    const checked = ringUp(
      'sale-1',
      [add(wine), { is: 'checkAge', check: { age: 18, how: 'checkedId' } }],
      terms,
    );
    expect(ageToCheck(checked)).toBeNull();
    expect(accepted(completeSale(input(checked))).body.ageCheck).toEqual({ age: 18, how: 'checkedId' });
  });

  test('SALE-21 a check for less is none, and what comes back asks nobody', () => {
    const sixteen = { is: 'checkAge', check: { age: 16, how: 'looksOver' } } as const;
    expect(ageToCheck(ringUp('sale-1', [sixteen, add(wine)], terms))).toBe(18);
    const back = {
      is: 'returnProduct',
      product: wine,
      quantity: pieces(1),
      price: null,
      reason: 'broken',
    } as const;
    expect(ageToCheck(ringUp('sale-1', [back], terms))).toBeNull();
  });
});

describe('TEND-7 the card terminal’s approval code', () => {
  const complete = (amount: number, code?: string) =>
    completeSale({
      sale: ringUp('sale-1', [add(undefined, amount)], terms),
      tenders: byCard(amount, code),
      cashRounding: money(0),
      terms: trialTerms({ cardCodeAbove: money(3_000) }),
      shift: trialShift(),
      receipt: 'A1-000001',
      role: 'clerk',
      approved: false,
    });

  test('TEND-7 is asked above the shop’s amount, and kept', () => {
    expect(complete(3_000)).toMatchObject({ is: 'completed' });
    expect(complete(3_001)).toMatchObject({ code: 'card-code-missing' });
    expect(accepted(complete(3_001, '04512A')).body.tenders).toEqual(byCard(3_001, '04512A'));
  });

  test('TEND-7 SALE-15 the number of a card is no code', () => {
    expect(complete(100, '4111111111111111')).toMatchObject({ code: 'number-looks-like-card' });
  });
});

describe('cash without a sale', () => {
  const shift = trialShift();
  const move = (is: CashToMove['is'], amount: number, reason = 'milk') =>
    moveCash(shift, { move: 'move-1', is, amount: money(amount), reason });

  test('SHIFT-7 moves what the drawer must hold', () => {
    const moved = [move('in', 500), move('out', 120), move('drop', 10_000)].map((one) => accepted(one).body);
    const totals = moved.reduce(addCashMove, NO_SHIFT_TOTALS);
    expect(totals.cashMoves).toEqual({ in: 500, out: 120, drop: 10_000 });
    expect(expectedCash({ ...shift, totals })).toBe(15_000 + 500 - 120 - 10_000);
    const { float, day, drawer } = shift;
    const opened = { shift: shift.shift, day, drawer, float };
    const none = { receipts: [], corrections: [], closed: null };
    expect(reconcileShift({ opened, moves: moved, ...none }).expectedCash).toBe(5_380);
  });

  test('SHIFT-8 has a reason, is more than nothing, and no more than is in the drawer', () => {
    expect(move('in', 0)).toMatchObject({ code: 'amount-zero' });
    expect(move('out', -1)).toMatchObject({ code: 'amount-below-zero' });
    expect(move('in', 100, ' ')).toMatchObject({ code: 'reason-missing' });
    expect(move('drop', 15_001)).toMatchObject({ code: 'more-than-in-drawer', expected: 15_000 });
    expect(move('in', 15_001)).toMatchObject({ is: 'moved' });
  });
});

test('SHIFT-9 a clerk’s cash out and drop ask for consent bound to way, amount and reason; cash in asks nobody', () => {
  const out = { move: 'move-1', is: 'out', amount: money(500), reason: 'milk' } as const;
  const need = approvalForCash(out, 'clerk');
  expect(need).toMatchObject({ why: 'cash-move' });
  const others = [{ is: 'drop' }, { amount: money(501) }, { reason: 'beer' }, { move: 'move-2' }] as const;
  for (const other of others) expect(approvalForCash({ ...out, ...other }, 'clerk')?.act).not.toBe(need?.act);
  expect(approvalForCash({ ...out, is: 'in' }, 'clerk')).toBeNull();
  expect(approvalForCash(out, 'supervisor')).toBeNull();
});

test('SHIFT-10 a close states the terminal’s total with its difference, and the bag’s number', () => {
  const shift = { ...trialShift(), totals: { ...NO_SHIFT_TOTALS, card: money(2_000) } };
  const close = (details: CloseDetails) => closeShift(shift, money(15_000), money(15_000), details);
  expect(accepted(close({ cardTerminal: money(1_800), bag: ' 0042 ' })).body).toMatchObject({
    cardTerminal: 1_800,
    cardDifference: -200,
    bag: '0042',
  });
  expect(accepted(close({ bag: ' ' })).body).not.toHaveProperty('bag');
  expect(close({ bag: '4111 1111 1111 1111' })).toMatchObject({ code: 'number-looks-like-card' });
});

describe('a wrong payment', () => {
  const rounding = { ...terms.policy.currency, cashStep: 5 };
  const roundingTerms = trialTerms({ currency: rounding });
  const sold = payInCash(ringUp('sale-1', [add(undefined, 252)], roundingTerms), roundingTerms);
  const shift: OpenShift = {
    ...trialShift(),
    totals: addToShift(NO_SHIFT_TOTALS, sold.body, sold.kind),
  };

  test('TEND-8 moves between cash and card and back, to the penny, and leaves sales and tax alone', () => {
    const toCard = accepted(correctPayment(shift, sold.body, sold.body, 'card', rounding)).body;
    expect(toCard.from).toEqual({ tenders: sold.body.tenders, cashRounding: -2 });
    expect(toCard.to).toEqual({ tenders: byCard(252), cashRounding: 0 });
    const asCard = addCorrection(shift.totals, toCard);
    expect(asCard).toMatchObject({ gross: 252, cash: 0, card: 252, cashRounding: 0, corrections: 1 });
    const now = paymentAfter(sold.body, [toCard]);
    const back = accepted(correctPayment(shift, sold.body, now, 'cash', rounding)).body;
    expect(addCorrection(asCard, back)).toEqual({ ...shift.totals, corrections: 2 });
  });

  test('TEND-9 only in its own open shift, and only when it changes something', () => {
    const other = { ...shift, shift: 'shift-2' };
    expect(correctPayment(other, sold.body, sold.body, 'card', rounding)).toMatchObject({
      code: 'other-shift',
    });
    expect(correctPayment(shift, sold.body, sold.body, 'cash', rounding)).toMatchObject({
      code: 'correction-changes-nothing',
    });
  });

  test('TEND-8 SHIFT-5 till and office agree on a shift with moves and corrections', () => {
    const correction = accepted(correctPayment(shift, sold.body, sold.body, 'card', rounding)).body;
    const move = accepted(
      moveCash(shift, { move: 'move-1', is: 'out', amount: money(100), reason: 'stamps' }),
    ).body;
    const totals = addCashMove(addCorrection(shift.totals, correction), move);
    const { float, day, drawer } = shift;
    const expected = expectedCash({ float, totals });
    const closed = {
      ...{ shift: shift.shift, totals, expectedCash: expected, countedCash: expected },
      ...{ difference: money(0), keptFloat: expected, banked: money(0) },
    };
    const facts = {
      opened: { shift: shift.shift, day, drawer, float },
      receipts: [sold],
      moves: [move],
      corrections: [correction],
      closed,
    };
    expect(reconcileShift(facts).close?.agrees).toBe(true);
    expect(reconcileShift({ ...facts, moves: [] }).close?.agrees).toBe(false);
    expect(reconcileShift({ ...facts, corrections: [] }).close?.agrees).toBe(false);
  });
});
