import { expect, test } from 'vitest';
import { makeProductSearch } from './product-search.ts';

const names = [
  'Vollkornbrot',
  'Brötchen',
  'Weißbrot',
  'Crème brûlée',
  'Œufs de caille',
  'Coca-Cola',
  '7up',
  'Brot',
];
const search = makeProductSearch(
  names.map((name, at) => ({ name, sku: `SKU-00${at}`, barcodes: [`400000000000${at}`] })),
);
const find = (text: string) => search.find(text, 40).best.map(({ row }) => names[row]);

test('CAT-9 the word itself comes before what it begins, and that before what has it inside', () => {
  expect(find('brot').slice(0, 2)).toEqual(['Brot', 'Brötchen']);
  expect(find('brot')).toEqual(expect.arrayContaining(['Vollkornbrot', 'Weißbrot']));
});

test('CAT-9 words run together and words taken apart are found', () => {
  expect(find('cocacola')).toEqual(['Coca-Cola']);
  expect(find('7 up')).toEqual(['7up']);
});

test('CAT-9 every word must be there', () => {
  expect(find('creme brot')).toEqual([]);
  expect(find('  - ')).toEqual([]);
  expect(search.find('xylophon', 40)).toEqual({ best: [], found: 0 });
});

test('CAT-9 a code is found whole, by its beginning, and without its dash', () => {
  expect(find('sku 003')).toEqual(['Crème brûlée']);
  expect(find('40000000000').slice(0, 2)).toEqual(['Vollkornbrot', 'Brötchen']);
  expect(find('SKU-005')).toEqual(['Coca-Cola']);
});

test('CAT-9 figures are right or wrong: no typing error is looked for in them', () => {
  expect(find('8up')).toEqual([]);
});
