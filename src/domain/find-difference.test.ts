import { describe, expect, test } from 'vitest';
import {
  EXPLANATIONS_MAX,
  findDifference,
  TWICE_MS_MAX,
  type CountedDrawer,
  type PaidReceipt,
} from './find-difference.ts';
import { isWithinTolerance } from './cash-tolerance.ts';
import { money, NO_MONEY } from './money.ts';

const AT = Date.UTC(2025, 4, 6, 13);

function paid(number: number, changes: Partial<PaidReceipt> = {}): PaidReceipt {
  const receipt = `A3-${String(number).padStart(6, '0')}`;
  return {
    receipt,
    at: AT + number * 600_000,
    cash: NO_MONEY,
    card: NO_MONEY,
    lines: 1,
    alike: null,
    ...changes,
  };
}

function find(difference: number, changes: Partial<CountedDrawer> = {}) {
  const expected = changes.expected ?? money(41_230);
  return findDifference({
    expected,
    counted: money(expected + difference),
    receipts: [],
    moves: [],
    denominations: [],
    cardsWithoutSale: [],
    ...changes,
  });
}

const cash = (number: number, amount: number, changes = {}) =>
  paid(number, { cash: money(amount), ...changes });
const card = (number: number, amount: number, changes = {}) =>
  paid(number, { card: money(amount), ...changes });

describe('RECO-47 a difference is named when it equals', () => {
  const [one, other] = [cash(1, 1854), cash(2, 320)];

  test('nothing at all, when the drawer agrees', () => {
    expect(find(0, { receipts: [one] })).toEqual([]);
  });

  test('one sale rung as cash, which the drawer does not have', () => {
    expect(find(-1854, { receipts: [one, other] })).toEqual([
      { is: 'rungAsCash', receipts: [one], card: null },
    ]);
  });

  test('the same with what the acquirer has for it, the nearest in time', () => {
    const later = cash(9, 1854);
    const payment = { amount: money(1854), at: later.at - 60_000 };
    expect(find(-1854, { receipts: [one, later], cardsWithoutSale: [payment] })).toEqual([
      { is: 'rungAsCash', receipts: [later], card: payment },
    ]);
  });

  test('one sale rung as card, whose cash is in the drawer', () => {
    const rung = card(3, 1854);
    expect(find(1854, { receipts: [one, rung] })).toEqual([{ is: 'rungAsCard', receipts: [rung] }]);
    expect(find(1854, { receipts: [one] })).toEqual([]);
  });

  test('the double of a sale: taken where it was given back', () => {
    expect(find(-3708, { receipts: [one, other] })).toEqual([{ is: 'wrongWay', receipts: [one] }]);
    expect(find(3708, { receipts: [one] })).toEqual([]);
  });

  test('cash in or out that did not happen, or went the other way', () => {
    const out = { reason: 'Window cleaner', amount: money(-2500) };
    expect(find(2500, { moves: [out] })).toEqual([{ is: 'move', move: out, isWrongWay: false }]);
    expect(find(5000, { moves: [out] })).toEqual([{ is: 'move', move: out, isWrongWay: true }]);
    expect(find(-2500, { moves: [out] })).toEqual([]);
  });

  test('a note', () => {
    const denominations = [money(2000), money(1000)];
    expect(find(-2000, { denominations })).toEqual([{ is: 'note', value: 2000 }]);
    expect(find(-1500, { denominations })).toEqual([]);
  });

  test('two digits of the count that changed places', () => {
    expect(find(900, { expected: money(41_230) })).toEqual([{ is: 'digitSwap' }]);
    expect(find(901, { expected: money(41_230) })).toEqual([]);
  });

  test('two payments next to one another that were mixed up', () => {
    const pair = [cash(1, 500), card(2, 740, { at: AT + 660_000 })] as const;
    expect(find(240, { receipts: pair })).toEqual([{ is: 'pair', cash: pair[0], card: pair[1] }]);
    expect(find(240, { receipts: [pair[0], card(2, 740, { at: AT + 6_000_000 })] })).toEqual([]);
  });

  test('several receipts of one sum are told together, and never more than a manager reads', () => {
    const receipts = Array.from({ length: 12 }, (_, index) => cash(index, 2000));
    const found = find(-2000, {
      receipts,
      denominations: [money(2000)],
      moves: Array.from({ length: 5 }, () => ({ reason: 'Change', amount: money(2000) })),
    });
    expect(found).toHaveLength(EXPLANATIONS_MAX);
    expect(found[0]).toEqual({ is: 'rungAsCash', receipts, card: null });
  });
});

describe('RECO-49 a probable duplicate needs all of its evidence:', () => {
  const first = cash(1, 1854, { lines: 3, alike: 'x' });
  const second = { ...first, receipt: 'A3-000002', at: first.at + TWICE_MS_MAX };
  const found = (changes: Partial<PaidReceipt>, difference = -1854) =>
    find(difference, { receipts: [first, { ...second, ...changes }] }).some(({ is }) => is === 'rungTwice');

  test('the same three lines within two minutes, and the drawer short by just that', () => {
    expect(find(-1854, { receipts: [second, first] })[0]).toEqual({ is: 'rungTwice', first, second });
  });

  test.each([
    ['a minute too late', { at: second.at + 1 }],
    ['other lines', { alike: 'y' }],
    ['too few to tell', { alike: null }],
    ['by card', { cash: NO_MONEY, card: money(1854) }],
  ])('not %s', (_, changes) => {
    expect(found(changes)).toBe(false);
  });

  test('not when the drawer agrees, or is short by something else', () => {
    expect(found({}, 0)).toBe(false);
    expect(found({}, -1850)).toBe(false);
    expect(found({}, 1854)).toBe(false);
  });
});

test('RECO-45 what lies within the tolerance is not asked about, to either side', () => {
  const asked = [-201, -200, 0, 200, 201].filter((each) => !isWithinTolerance(money(each), money(200)));
  expect(asked).toEqual([-201, 201]);
});
