import { expect, test } from 'vitest';
import { readSaleSearch } from './sale-search.ts';

test('OFFICE-7 a receipt number is read however it is typed', () => {
  expect(readSaleSearch(' a1-42 ', 2)).toEqual({ series: 'A1', number: 42, amount: null });
  expect(readSaleSearch('A1-000042', 2)).toEqual({ series: 'A1', number: 42, amount: null });
});

test('OFFICE-7 figures alone may be the count of a receipt or an amount', () => {
  expect(readSaleSearch('42', 2)).toEqual({ series: null, number: 42, amount: 4200 });
});

test.each([
  ['28.54', 2854],
  ['£28.54', 2854],
  ['−28.54', 2854],
  ['28,54', 2854],
  ['1,234.50', 123_450],
  ['1.234,50', 123_450],
  ['£1,234', 123_400],
])('OFFICE-7 an amount is read as people write it: %s', (text, amount) => {
  expect(readSaleSearch(text, 2)).toEqual({ series: null, number: null, amount });
});

test('OFFICE-7 amounts of a currency without minor units', () => {
  expect(readSaleSearch('1,200', 0)?.amount).toBe(1200);
});

test('OFFICE-7 nothing typed means everything; what can be nothing finds nothing', () => {
  expect(readSaleSearch('  ', 2)).toBeNull();
  for (const text of ['tea', '1.2.3', '12,34,5', '.'])
    expect(readSaleSearch(text, 2)).toEqual({ series: null, number: null, amount: null });
});
