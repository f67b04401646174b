import { expect, test } from 'vitest';
import { isMoney, money } from './money.ts';
import { isQuantity, pieces, quantity } from './quantity.ts';
import { basisPoints, isBasisPoints } from './tax-rate.ts';

test('MONEY-1 money is whole minor units, and nothing is not below zero', () => {
  expect([1240, 0, -5].map(isMoney)).toEqual([true, true, true]);
  expect([12.4, -0, NaN, Infinity, 2 ** 53, '12', null].some(isMoney)).toBe(false);
  expect(Object.is(money(-0), 0)).toBe(true);
  expect(() => money(0.1 + 0.2)).toThrow(RangeError);
});

test('MONEY-1 a quantity is whole thousandths', () => {
  expect(pieces(3)).toBe(3000);
  expect([0.5, -0, 2 ** 53].some(isQuantity)).toBe(false);
  expect(Object.is(quantity(-0), 0)).toBe(true);
  expect(() => quantity(1.5)).toThrow(RangeError);
});

test('MONEY-1 a rate is whole basis points up to 1000 %', () => {
  expect([0, 1750, 100_000].map(isBasisPoints)).toEqual([true, true, true]);
  expect([-1, 17.5, 100_001].some(isBasisPoints)).toBe(false);
  expect(() => basisPoints(17.5)).toThrow(RangeError);
});
