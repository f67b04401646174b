import { expect, test } from 'vitest';
import { money, NO_MONEY } from '../../domain/money.ts';
import { checkTenders } from '../../domain/check-tenders.ts';
import { saleTotals } from '../../domain/sale-totals.ts';
import { TRIAL_POLICY } from '../../testing/trial-shop.ts';
import { keypadKeyOf } from '../../ui/keypad-digits.ts';
import { cardAmount, dueNow, payStep, START_PAYING, type PayContext, type PayEvent } from './pay-state.ts';

const toPay = (gross: number, cashStep = 1): PayContext => ({
  totals: { ...saleTotals([]), gross: money(gross) },
  policy: { currency: { ...TRIAL_POLICY.currency, cashStep } },
});
const after = (context: PayContext, ...events: readonly PayEvent[]) =>
  events.reduce((state, event) => payStep(state, event, context), START_PAYING);
const keys = (digits: string): PayEvent[] =>
  Array.from(digits).flatMap((digit) => {
    const key = keypadKeyOf(digit);
    return key === null ? [] : [{ is: 'key', key }];
  });
const cash = (handed: number): PayEvent => ({ is: 'cash', handed: money(handed) });

test('SCREEN-16 the exact sum and a larger one settle the sale in one tap', () => {
  const due = toPay(2854);
  expect(after(due, cash(2854)).stage).toEqual({
    is: 'saving',
    payment: {
      tenders: [{ is: 'cash', amount: 2854, handed: 2854, change: 0 }],
      cashRounding: 0,
    },
  });
  expect(after(due, cash(3000)).stage).toMatchObject({ payment: { tenders: [{ change: 146 }] } });
});

test('SCREEN-16 a second tap while the sale is being saved takes nothing more', () => {
  const due = toPay(2854);
  const saving = after(due, cash(2854));
  expect(payStep(saving, cash(5000), due)).toBe(saving);
  expect(payStep(saving, { is: 'way', way: 'card' }, due)).toBe(saving);
});

test('TEND-3 cash first and card for the rest settle a sale together', () => {
  const due = toPay(2854);
  const part = after(due, ...keys('1000'), { is: 'takeTyped' });
  expect(dueNow(part, due)).toBe(1854);
  expect(part.digits).toBe('');
  const card = payStep(part, { is: 'way', way: 'card' }, due);
  expect(cardAmount(card, due)).toBe(1854);
  const settled = payStep(card, { is: 'approved' }, due);
  expect(settled.stage.is).toBe('saving');
  if (settled.stage.is !== 'saving') throw new Error('not settled');
  const { tenders, cashRounding } = settled.stage.payment;
  expect(checkTenders(due.totals.gross, tenders, cashRounding, due.policy.currency)).toBeNull();
});

test('SCREEN-17 a part that was taken can be given back, and a declined card takes nothing', () => {
  const due = toPay(2854);
  const part = after(
    due,
    ...keys('1000'),
    { is: 'takeTyped' },
    { is: 'way', way: 'card' },
    { is: 'declined' },
  );
  expect(part.problem).toEqual({ is: 'declined' });
  expect(dueNow(part, due)).toBe(1854);
  expect(dueNow(payStep(part, { is: 'removePart', index: 0 }, due), due)).toBe(2854);
});

test('SCREEN-17 when the commit fails, what was taken before it is still there', () => {
  const due = toPay(2854);
  const before = after(due, ...keys('1000'), { is: 'takeTyped' });
  const saving = payStep(before, cash(1854), due);
  const failed = payStep(saving, { is: 'failed', problem: { is: 'notSaved', why: 'handle' } }, due);
  expect(failed).toMatchObject({ stage: { is: 'taking' }, tenders: before.tenders });
  expect(dueNow(failed, due)).toBe(1854);
});

test('SCREEN-17 a commit that takes too long is being checked, and nothing can be charged meanwhile', () => {
  const due = toPay(2854);
  const checking = payStep(after(due, cash(2854)), { is: 'checking' }, due);
  expect(checking.stage.is).toBe('checking');
  expect(payStep(checking, cash(2854), due)).toBe(checking);
});

test('TEND-4 a typed part goes on the card, and never more than is due', () => {
  const due = toPay(2854);
  const part = after(due, { is: 'way', way: 'card' }, ...keys('1000'), { is: 'approved' });
  expect(part.tenders).toEqual([{ is: 'card', amount: 1000 }]);
  const tooMuch = after(due, { is: 'way', way: 'card' }, ...keys('2855'), { is: 'approved' });
  expect(tooMuch.tenders).toEqual([]);
  expect(tooMuch.problem).toMatchObject({ is: 'refused', refusal: { code: 'card-over' } });
});

test('TEND-6 money goes back in cash as change alone, or on the card', () => {
  const back = toPay(-1480);
  expect(after(back, { is: 'cash', handed: NO_MONEY }).stage).toMatchObject({
    payment: { tenders: [{ is: 'cash', amount: -1480, handed: 0, change: 1480 }] },
  });
  expect(after(back, { is: 'way', way: 'card' }, { is: 'approved' }).stage).toMatchObject({
    payment: { tenders: [{ is: 'card', amount: -1480 }] },
  });
});

test('TEND-2 where coins are rounded, the exact sum settles with its rounding', () => {
  expect(after(toPay(1002, 5), cash(1000)).stage).toMatchObject({
    payment: { tenders: [{ amount: 1000 }], cashRounding: -2 },
  });
});

test('SCREEN-16 an exchange that comes out even is finished without any tender', () => {
  expect(after(toPay(0), { is: 'finish' }).stage).toMatchObject({
    payment: { tenders: [], cashRounding: 0 },
  });
});

test('SCREEN-18 a scan or a card number fired into the amount is said and taken by nothing', () => {
  const due = toPay(2854);
  const scan = after(due, ...keys('2000000000015'), { is: 'takeTyped' });
  expect(scan).toMatchObject({ tenders: [], problem: { is: 'typing', why: 'tooLong' } });
  const card = after(due, ...keys('4111111111111111'), { is: 'takeTyped' });
  expect(card).toMatchObject({ tenders: [], problem: { is: 'typing', why: 'cardNumber' } });
  expect(payStep(card, { is: 'key', key: 'backspace' }, due)).toMatchObject({ digits: '', problem: null });
});

test('SCREEN-111 a short code that was scanned is said, gone from the sum, and taken by nothing', () => {
  const scan = after(toPay(2854), ...keys('4011'), { is: 'scanned' }, { is: 'takeTyped' });
  expect(scan).toMatchObject({ tenders: [], digits: '', problem: { is: 'typing', why: 'scanned' } });
});

test('SCREEN-48 TEND-7 above the shop’s amount the card waits for the approval code, which goes with the payment', () => {
  const due = { ...toPay(5000), policy: { currency: TRIAL_POLICY.currency, cardCodeAbove: money(3000) } };
  const without = after(due, { is: 'way', way: 'card' }, { is: 'approved' });
  expect(without).toMatchObject({
    stage: { is: 'taking' },
    problem: { is: 'refused', refusal: { code: 'card-code-missing' } },
  });
  const typed = payStep(without, { is: 'code', text: ' 04A7 ' }, due);
  expect(payStep(typed, { is: 'approved' }, due).stage).toMatchObject({
    is: 'saving',
    payment: { tenders: [{ is: 'card', amount: 5000, code: '04A7' }] },
  });
  const number = payStep(without, { is: 'code', text: '4111 1111 1111 1111' }, due);
  expect(number).toMatchObject({ code: '', problem: { is: 'typing', why: 'cardNumber' } });
});

test('SCREEN-48 a payment that asks for no code carries none', () => {
  const due = { ...toPay(3000), policy: { currency: TRIAL_POLICY.currency, cardCodeAbove: money(3000) } };
  const paid = after(due, { is: 'code', text: '04A7' }, { is: 'way', way: 'card' }, { is: 'approved' });
  expect(paid.stage).toEqual({
    is: 'saving',
    payment: { tenders: [{ is: 'card', amount: 3000 }], cashRounding: 0 },
  });
});

test('SCREEN-49 money goes back the way it came, unless the clerk chose', () => {
  const back = toPay(-500);
  const card = { is: 'card', amount: money(300) } as const;
  const inCash = { is: 'cash', amount: money(200), handed: money(200), change: NO_MONEY } as const;
  expect(after(back, { is: 'paidBefore', tenders: [card, inCash] }).way).toBe('card');
  expect(after(back, { is: 'paidBefore', tenders: [inCash] }).way).toBe('cash');
  expect(after(back, { is: 'way', way: 'cash' }, { is: 'paidBefore', tenders: [card] }).way).toBe('cash');
});

test('SALE-9 SCREEN-16 where nothing is due one event completes the sale, with nothing taken', () => {
  expect(after(toPay(0), { is: 'finish' }).stage).toEqual({
    is: 'saving',
    payment: { tenders: [], cashRounding: 0 },
  });
});
