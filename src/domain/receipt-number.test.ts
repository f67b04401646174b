import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseReceiptNumber, receiptNumber } from './receipt-number.ts';

test('SALE-12 a receipt number is series, dash and at least six digits', () => {
  expect(receiptNumber('A1', 42)).toBe('A1-000042');
  expect(receiptNumber('A7b', 1_234_567)).toBe('A7b-1234567');
  expect(() => receiptNumber('A1', 0)).toThrow(RangeError);
});

test('SALE-12 what is printed reads back, and what people type is understood', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('A1', 'A7b', 'AB12'),
      fc.integer({ min: 1, max: 999_999_999 }),
      (series, count) => {
        expect(parseReceiptNumber(receiptNumber(series, count))).toEqual({ series, count });
      },
    ),
  );
  expect(parseReceiptNumber(' a1-42 ')).toEqual({ series: 'A1', count: 42 });
});

test('SALE-12 anything else is not a receipt number', () => {
  for (const text of ['', 'A1', 'A1-', 'A1-000000', '4006381333931', 'A1-12x', 'A-000001']) {
    expect(parseReceiptNumber(text)).toBeNull();
  }
});
