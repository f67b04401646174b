import { describe, expect, test } from 'vitest';
import { accepted, payInCash, ringUp, trialProduct, trialShift, trialTerms } from '../testing/trial-shop.ts';
import { closeShift } from './close-shift.ts';
import { countCash } from './count-cash.ts';
import { money } from './money.ts';
import { openShift } from './open-shift.ts';
import { pieces } from './quantity.ts';
import { reconcileShift } from './reconcile-shift.ts';
import type { SaleCommand } from './sale-command.ts';
import { addToShift, expectedCash, NO_SHIFT_TOTALS } from './shift-totals.ts';

const terms = trialTerms();
const NOTHING_ELSE = { moves: [], corrections: [] };
const add = (price: number, taxClass = 'standard'): SaleCommand => ({
  is: 'addProduct',
  product: trialProduct({ id: `p${price}`, tax: { is: 'single', class: taxClass } }),
  quantity: pieces(1),
  price: money(price),
});
const back: SaleCommand = {
  is: 'returnProduct',
  product: trialProduct({ id: 'p120' }),
  quantity: pieces(1),
  price: money(120),
  reason: 'broken',
};
const first = payInCash(ringUp('sale-1', [add(1200), add(105, 'reduced')], terms), terms, 'A1-000001');
const second = payInCash(ringUp('sale-2', [add(600)], terms), terms, 'A1-000002');
const refund = payInCash(ringUp('sale-3', [back], terms), terms, 'A1-000003');
const cardSale = {
  ...second,
  body: { ...second.body, tenders: [{ is: 'card', amount: money(600) }] as const },
};

const receipts = [first, cardSale, refund];
const totals = receipts.reduce((sum, { body, kind }) => addToShift(sum, body, kind), NO_SHIFT_TOTALS);
const shift = { ...trialShift(), totals };
const opened = { shift: shift.shift, day: shift.day, drawer: shift.drawer, float: shift.float };

describe('totals', () => {
  test('SHIFT-1 are the sum of the receipts, by rate and by tender', () => {
    expect(totals).toEqual({
      sales: 2,
      refunds: 1,
      net: 1500,
      tax: 285,
      gross: 1785,
      byRate: [
        { rate: 500, net: 100, tax: 5, gross: 105 },
        { rate: 2000, net: 1400, tax: 280, gross: 1680 },
      ],
      cash: 1185,
      card: 600,
      cashRounding: 0,
    });
  });

  test('SHIFT-2 the drawer holds the float and the cash, less what was given back', () => {
    expect(expectedCash(shift)).toBe(15_000 + 1305 - 120);
  });
});

describe('opening and closing', () => {
  test('SHIFT-3 a shift opens with its float, and only one at a time', () => {
    const input = { ...opened, openedAt: 5, openedBy: 'amara' };
    expect(accepted(openShift(null, input))).toEqual({
      is: 'opened',
      shift: { ...input, totals: NO_SHIFT_TOTALS },
      body: opened,
    });
    expect(openShift(shift, input)).toEqual({ is: 'refused', code: 'shift-open', shift: 'shift-1' });
    expect(openShift(null, { ...input, float: money(-1) })).toMatchObject({ code: 'amount-below-zero' });
    expect(closeShift(null, money(0), money(0))).toEqual({ is: 'refused', code: 'shift-not-open' });
  });

  test('SHIFT-4 closing states the difference and what goes to the bank', () => {
    const { body } = accepted(closeShift(shift, money(16_100), money(15_000)));
    expect(body).toEqual({
      shift: 'shift-1',
      totals,
      expectedCash: 16_185,
      countedCash: 16_100,
      difference: -85,
      keptFloat: 15_000,
      banked: 1100,
    });
  });

  test('SHIFT-4 more float than was counted cannot stay', () => {
    expect(closeShift(shift, money(100), money(101))).toMatchObject({
      code: 'float-over-counted',
      counted: 100,
    });
    expect(closeShift(shift, money(100), money(-1))).toMatchObject({ code: 'amount-below-zero' });
    expect(closeShift(shift, money(-1), money(0))).toMatchObject({ code: 'amount-below-zero' });
  });

  test('SHIFT-6 a count is value times count, added up', () => {
    const counted = [
      { value: money(2000), count: 3 },
      { value: money(1), count: 17 },
      { value: money(5000), count: 0 },
    ];
    expect(countCash(counted)).toBe(6017);
    expect(countCash([])).toBe(0);
  });
});

describe('reconciling', () => {
  const { body: closed } = accepted(closeShift(shift, money(16_100), money(15_000)));

  test('SHIFT-5 all receipts give the till’s own figures', () => {
    const reconciled = reconcileShift({ opened, receipts, ...NOTHING_ELSE, closed });
    expect(reconciled).toMatchObject({ totals, expectedCash: 16_185 });
    expect(reconciled.close).toMatchObject({
      difference: -85,
      missingReceipts: 0,
      missingGross: 0,
      agrees: true,
    });
  });

  test('SHIFT-5 while some are on the tablet it says how many and their value', () => {
    const { close, totals: soFar } = reconcileShift({
      opened,
      receipts: [first, refund],
      ...NOTHING_ELSE,
      closed,
    });
    expect(soFar.gross).toBe(1185);
    expect(close).toMatchObject({ missingReceipts: 1, missingGross: 600, agrees: false });
  });

  test('SHIFT-5 figures that differ only inside do not agree', () => {
    const swapped = {
      ...closed,
      totals: { ...closed.totals, cash: closed.totals.card, card: closed.totals.cash },
    };
    expect(reconcileShift({ opened, receipts, ...NOTHING_ELSE, closed: swapped }).close).toMatchObject({
      missingGross: 0,
      agrees: false,
    });
  });

  test('SHIFT-5 before the close there is none to compare', () => {
    expect(reconcileShift({ opened, receipts, ...NOTHING_ELSE, closed: null })).toEqual({
      opened,
      totals,
      expectedCash: 16_185,
      close: null,
    });
  });
});
