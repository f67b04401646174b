import { expect, test } from 'vitest';
import { trialProduct } from '../testing/trial-shop.ts';
import { priceOn } from './catalogue.ts';
import { money } from './money.ts';

const flatWhite = trialProduct({
  id: 'flat-white',
  prices: [
    { from: '2025-03-03', price: money(320) },
    { from: '2024-01-01', price: money(300) },
  ],
});

test('CAT-1 a price holds from its day until the next one begins', () => {
  expect(priceOn(flatWhite, '2023-12-31')).toBeNull();
  expect(priceOn(flatWhite, '2024-01-01')).toBe(300);
  expect(priceOn(flatWhite, '2025-03-02')).toBe(300);
  expect(priceOn(flatWhite, '2025-03-03')).toBe(320);
});

test('CAT-1 a product without prices has none', () => {
  expect(priceOn(trialProduct({ id: 'gift-wrap', prices: [] }), '2025-05-06')).toBeNull();
});
