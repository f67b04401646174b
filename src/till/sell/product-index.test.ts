import { expect, test } from 'vitest';
import { trialProduct } from '../../testing/trial-shop.ts';
import { makeProductIndex, SEARCH_RESULTS_MAX } from './product-index.ts';

const indexOf = (...products: Parameters<typeof trialProduct>[0][]) =>
  makeProductIndex({ products: products.map(trialProduct), categories: [], favourites: [], version: 1 });
const found = (index: ReturnType<typeof indexOf>, text: string) =>
  index.search(text).products.map((product) => product.id);

test('SCREEN-2 a UPC is found whether the scanner sends its leading zero or not', () => {
  const index = indexOf(
    { id: 'twelve', barcodes: ['036000291452'] },
    { id: 'thirteen', barcodes: ['0012345678905'] },
  );
  expect(index.byCode('0036000291452').map((product) => product.id)).toEqual(['twelve']);
  expect(index.byCode('012345678905').map((product) => product.id)).toEqual(['thirteen']);
  expect(index.byCode('36000291452')).toEqual([]);
});

test('SCREEN-2 a product whose code is also its barcode is still one product', () => {
  expect(indexOf({ id: 'a', sku: 'X1', barcodes: ['X1', 'x1'] }).byCode('x1')).toHaveLength(1);
});

test('SCREEN-5 words are found in any sequence, without case and accents, in names and codes', () => {
  const index = indexOf({ id: 'creme', name: 'Crème brûlée dish' }, { id: 'mug', name: 'Mug', sku: 'KIT-9' });
  expect(found(index, 'BRULEE creme')).toEqual(['creme']);
  expect(found(index, 'kit 9')).toEqual(['mug']);
  expect(found(index, 'mug dish')).toEqual([]);
  expect(found(index, '  ')).toEqual([]);
});

test('SCREEN-5 the nearest come first: the code, the beginning of the name, of a word, anywhere', () => {
  const index = indexOf(
    { id: 'anywhere', name: 'Workshop stool' },
    { id: 'word', name: 'Big shop bag' },
    { id: 'name', name: 'Shop bag' },
    { id: 'code', name: 'Zebra', sku: 'SHOP' },
  );
  expect(found(index, 'shop')).toEqual(['code', 'name', 'word', 'anywhere']);
});

test('SCREEN-5 a search that finds very much shows the nearest and says how many there are', () => {
  const many = Array.from({ length: SEARCH_RESULTS_MAX + 7 }, (_, n) => ({ id: `p${n}`, name: `Card ${n}` }));
  const answer = indexOf(...many).search('card');
  expect(answer.products).toHaveLength(SEARCH_RESULTS_MAX);
  expect(answer.found).toBe(SEARCH_RESULTS_MAX + 7);
});
