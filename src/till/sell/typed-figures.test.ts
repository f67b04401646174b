import { expect, test } from 'vitest';
import { readPrice } from '../../domain/read-price.ts';
import { readQuantity } from './typed-figures.ts';

test.each([
  ['2.55', 2, 255],
  ['2,55', 2, 255],
  ['2', 2, 200],
  ['2.5', 2, 250],
  [' 0.05 ', 2, 5],
  ['300', 0, 300],
])('SCREEN-15 a price typed as “%s” in a currency of %i digits is %i', (text, digits, expected) => {
  expect(readPrice(text, digits)).toBe(expected);
});

test.each(['', '2.555', '-2', '1e3', '2.5.5', 'two', '12345678'])('SCREEN-15 “%s” is no price', (text) => {
  expect(readPrice(text, 2)).toBeNull();
});

test('SCREEN-15 a quantity is whole pieces, or whole grams of what is weighed', () => {
  expect(readQuantity('12', 'each')).toBe(12_000);
  expect(readQuantity('250', 'kg')).toBe(250);
  for (const text of ['0', '', '1.5', '-1', '1234567']) expect(readQuantity(text, 'each')).toBeNull();
});
