import fc from 'fast-check';
import { expect, test } from 'vitest';
import { allocate } from './allocate.ts';
import { addMoney, money } from './money.ts';

const totals = fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }).map(money);
const weights = fc
  .array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 1, maxLength: 30 })
  .filter((list) => list.some((weight) => weight > 0));

test('MONEY-3 parts add up to the whole, and each is its exact share rounded down or up', () => {
  fc.assert(
    fc.property(totals, weights, (total, list) => {
      const parts = allocate(total, list);
      expect(addMoney(...parts)).toBe(total);
      const sum = list.reduce((left, right) => left + right, 0);
      parts.forEach((part, index) => {
        expect(Math.abs(part - (total * (list[index] ?? 0)) / sum)).toBeLessThan(1);
      });
    }),
  );
});

test('MONEY-3 a part of nothing is nothing', () => {
  fc.assert(
    fc.property(totals, weights, (total, list) => {
      const parts = allocate(total, list);
      expect(parts.filter((part, index) => list[index] === 0 && part !== 0)).toEqual([]);
    }),
  );
});

test('MONEY-3 an amount given back mirrors the amount taken', () => {
  fc.assert(
    fc.property(totals, weights, (total, list) => {
      expect(allocate(money(0 - total), list)).toEqual(allocate(total, list).map((part) => money(0 - part)));
    }),
  );
});

test('MONEY-3 ties go to the earlier part', () => {
  expect(allocate(money(100), [1, 1, 1])).toEqual([34, 33, 33]);
  expect(allocate(money(-100), [1, 1, 1])).toEqual([-34, -33, -33]);
  expect(allocate(money(0), [0, 0])).toEqual([0, 0]);
});

test('MONEY-3 splitting an amount by nothing is a bug', () => {
  expect(() => allocate(money(1), [0, 0])).toThrow(RangeError);
  expect(() => allocate(money(1), [-1, 2])).toThrow(RangeError);
  expect(() => allocate(money(1), [0.5])).toThrow(RangeError);
});
