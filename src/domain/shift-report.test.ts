import { expect, test } from 'vitest';
import { accepted, payInCash, ringUp, trialProduct, trialShift, trialTerms } from '../testing/trial-shop.ts';
import { closeShift } from './close-shift.ts';
import { money } from './money.ts';
import { pieces } from './quantity.ts';
import { shiftReport, type ShiftToReport } from './shift-report.ts';
import { addCashMove, addToShift, NO_SHIFT_TOTALS } from './shift-totals.ts';

const terms = trialTerms();
const mug = trialProduct({ id: 'mug' });
const discounted = ringUp(
  'sale-1',
  [
    { is: 'addProduct', product: mug, quantity: pieces(2), price: null },
    { is: 'discountSale', discount: { is: 'amount', amount: money(100), reason: 'Damaged' } },
  ],
  terms,
);
const { body, kind } = payInCash(discounted, terms);
const dropped = { move: 'move-1', shift: 'shift-1', is: 'drop', amount: money(300), reason: 'Safe' } as const;
const totals = addCashMove(addToShift(NO_SHIFT_TOTALS, body, kind), dropped);
const shift = { ...trialShift(), totals };

const x: ShiftToReport = {
  ...{ opened: shift, handOvers: [], totals, closed: null, at: 60_000, by: 's-bo' },
  ...{ isCopy: false, showsExpected: true },
};
const sumOf = (report: ShiftToReport, figure: string) =>
  shiftReport(report).flatMap((row) => ('amount' in row && row.figure === figure ? [row.amount] : []));

test('SHIFT-11 an X says what was sold, taken off, moved, and what the drawer must hold', () => {
  expect(sumOf(x, 'gross')).toEqual([400]);
  expect(sumOf(x, 'discounts')).toEqual([100]);
  expect(sumOf(x, 'drop')).toEqual([300]);
  expect(sumOf(x, 'expected')).toEqual([15_000 + 400 - 300]);
  const rates = shiftReport(x).flatMap((row) => (row.is === 'rate' ? [row.gross] : []));
  expect(rates.reduce((sum, gross) => sum + gross, 0)).toBe(400);
});

test('SHIFT-11 who will count blind is not told what to find', () => {
  expect(sumOf({ ...x, showsExpected: false }, 'expected')).toEqual([]);
});

test('SHIFT-11 a Z states the count, what went where, the terminal and the bag; printed again it says so', () => {
  const closed = accepted(
    closeShift(shift, money(15_000), money(14_000), { cardTerminal: money(500), bag: '0042' }),
  ).body;
  const z = { ...x, closed, isCopy: true };
  expect(sumOf(z, 'difference')).toEqual([-100]);
  expect(sumOf(z, 'banked')).toEqual([1_000]);
  expect(sumOf(z, 'cardDifference')).toEqual([500]);
  expect(shiftReport(z)[0]).toEqual({ is: 'copy' });
  expect(shiftReport(z)).toContainEqual({ is: 'bag', number: '0042' });
  expect(shiftReport(z)).toContainEqual({ is: 'title', which: 'z' });
});
