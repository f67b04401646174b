import { expect, test } from 'vitest';
import type { Product } from '../../domain/catalogue.ts';
import { money } from '../../domain/money.ts';
import { draftOfProduct, emptyDraft, readDraft, type ProductDraft } from './product-draft.ts';

const terms = { today: '2025-05-06', digits: 2, taxClasses: ['standard', 'zero'] };
const scone: Product = {
  id: 'p-1',
  sku: '00042',
  name: 'Scone',
  category: 'cakes',
  barcodes: ['0500000000012', '5000000000029'],
  unit: 'each',
  prices: [
    { from: '2025-01-01', price: money(250) },
    { from: '2025-03-01', price: money(275) },
    { from: '2025-06-01', price: money(300) },
  ],
  tax: { is: 'byPlace', eatIn: 'standard', takeAway: 'zero' },
  minimumAge: 18,
  variant: { of: 'Scones', options: ['Large', 'Cheese'] },
};
const draft = draftOfProduct(scone, terms);
const readOf = (change: Partial<ProductDraft>) => readDraft({ ...draft, ...change }, 'p-1', scone, terms);
const pricesOf = (change: Partial<ProductDraft>) => {
  const read = readOf(change);
  return read.is === 'product' ? read.product.prices.map(({ from, price }) => [from, price]) : read.fault;
};

test('OFFICE-80 a product that is opened and saved as it was is the same, with leading zeros and past prices', () => {
  expect(readOf({})).toEqual({ is: 'product', product: scone });
});

test('OFFICE-80 another price holds from today, and past and later ones stay', () => {
  expect(pricesOf({ price: '2,90' })).toEqual([
    ['2025-01-01', 250],
    ['2025-03-01', 275],
    ['2025-05-06', 290],
    ['2025-06-01', 300],
  ]);
  expect(pricesOf({ later: [] })).toEqual([
    ['2025-01-01', 250],
    ['2025-03-01', 275],
  ]);
  expect(pricesOf({ sold: 'open' })).toEqual([]);
});

test.each<[string, Partial<ProductDraft>, string]>([
  ['no name', { name: '  ' }, 'noName'],
  ['no price', { price: '' }, 'noPrice'],
  ['a price of three digits after the point', { price: '2.999' }, 'noPrice'],
  ['a later price without a day', { later: [{ from: '', price: '3' }] }, 'laterPriceWrong'],
  ['a later price that is not later', { later: [{ from: '2025-05-06', price: '3' }] }, 'laterPriceWrong'],
  [
    'two prices from one day',
    { later: ['3', '4'].map((price) => ({ from: '2025-07-01', price })) },
    'twoPricesFromOneDay',
  ],
  ['a barcode twice', { barcodes: '5000000000029\n5000000000029' }, 'sameBarcodeTwice'],
  ['a tax without a rate', { tax: { is: 'single', class: 'gone' } }, 'noRateForTax'],
  ['half a year', { minimumAge: '17.5' }, 'ageWrong'],
  ['a variant that does not say which', { options: ' , ' }, 'variantIncomplete'],
  ['a variant of nothing', { variantOf: '' }, 'variantIncomplete'],
])('OFFICE-81 %s is said, and nothing is saved', (_, change, fault) => {
  expect(readOf(change)).toEqual({ is: 'fault', fault });
});

test('OFFICE-80 a new product needs a name and a price, and gets a stock number of its own', () => {
  const empty = emptyDraft('cakes', terms);
  expect(readDraft({ ...empty, name: 'Bun', price: '1' }, '0190-abcdef12', null, terms)).toMatchObject({
    product: { name: 'Bun', sku: 'ABCDEF12', prices: [{ from: terms.today, price: 100 }], barcodes: [] },
  });
});
