import { expect, test } from 'vitest';
import { looksLikeCardNumber } from './card-number.ts';

test('SALE-15 the schemes’ published test numbers are recognised, however they are typed', () => {
  const cards = [
    '4242424242424242',
    '4242 4242 4242 4242',
    '5555-5555-5555-4444',
    '2223003122003222',
    '378282246310005',
    '6011111111111117',
    '3056930009020004',
    '36227206271667',
    '3566002020360505',
    '6205500000000000004',
  ];
  expect(cards.filter((card) => !looksLikeCardNumber(card))).toEqual([]);
});

test('SALE-15 a number that fails the Luhn check, a barcode and a sum of money are not cards', () => {
  const others = [
    '4242424242424241',
    '2000000427188',
    '4006381333931',
    '5012345678900',
    '14006381333938',
    '5000',
    '',
  ];
  expect(others.filter(looksLikeCardNumber)).toEqual([]);
});
