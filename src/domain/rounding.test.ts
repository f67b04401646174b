import { expect, test } from 'vitest';
import { divideAwayFromZero, divideDown, divideRounded } from './rounding.ts';

test('MONEY-2 halves go away from zero, on both sides of it', () => {
  expect([5n, -5n, 4n, -4n, 0n].map((value) => divideRounded(value, 2n))).toEqual([3n, -3n, 2n, -2n, 0n]);
  expect([14n, 15n, -14n, -15n].map((value) => divideRounded(value, 10n))).toEqual([1n, 2n, -1n, -2n]);
});

test('MONEY-2 the other directions are named for what they do', () => {
  expect([21n, -21n, 20n].map((value) => divideAwayFromZero(value, 10n))).toEqual([3n, -3n, 2n]);
  expect([21n, -21n, -20n].map((value) => divideDown(value, 10n))).toEqual([2n, -3n, -2n]);
});

test('MONEY-2 dividing by nothing is a bug', () => {
  for (const divide of [divideRounded, divideAwayFromZero, divideDown]) {
    expect(() => divide(1n, 0n)).toThrow(RangeError);
    expect(() => divide(1n, -2n)).toThrow(RangeError);
  }
});
