import { expect, test } from 'vitest';
import type { Product } from '../../domain/catalogue.ts';
import { importedProduct, isSameProduct } from '../../domain/imported-product.ts';
import { money } from '../../domain/money.ts';
import { writeSheet } from '../export/write-sheet.ts';
import { productsSheet } from './products-sheet.ts';
import { readRows } from './read-rows.ts';
import { readTable } from './read-table.ts';
import { recogniseExport } from './recognise-export.ts';

const today = '2025-05-06';
const plain: Product = {
  id: 'p-1',
  sku: '00042',
  name: 'Crème brûlée; "large"',
  category: 'cakes',
  barcodes: ['0500000000012', '5000000000029'],
  unit: 'each',
  prices: [
    { from: '2025-01-01', price: money(250) },
    { from: '2025-06-01', price: money(123_456) },
  ],
  tax: { is: 'byPlace', eatIn: 'standard', takeAway: 'zero' },
  minimumAge: 18,
};
const products: readonly Product[] = [
  plain,
  { ...plain, id: 'p-2', sku: 'X', name: '=HYPERLINK("x")', barcodes: [], prices: [], unit: 'kg' },
  {
    ...plain,
    id: 'p-3',
    sku: '-7',
    name: '@home',
    tax: { is: 'single', class: 'zero' },
    prices: [{ from: '2025-06-01', price: money(5) }],
  },
  ...['Red, light', 'Blue / green'].map((colour, at): Product => {
    const { minimumAge: _, ...rest } = plain;
    return {
      ...rest,
      id: `v-${String(at)}`,
      sku: `V-${String(at)}`,
      name: `Shirt, ${colour}`,
      variant: { of: 'Shirt', options: [colour, 'L'] },
    };
  }),
];
const terms = { categories: [{ id: 'cakes', name: 'Cakes & more' }], today, digits: 2 };

function roundTrip(text: string): (before: Product | null, at: number) => Product {
  const read = readTable(text);
  if (read.is === 'refused') throw new Error(read.why);
  const known = recogniseExport(read.table.headers);
  if (known === null) throw new Error('not recognised');
  expect(known.source).toBe('evertill');
  const { rows, faults } = readRows(read.table, { ...known, digits: 2, today });
  expect(faults).toEqual([]);
  return (before, at) => {
    const row = rows[at];
    if (row === undefined) throw new Error('no row');
    const [eatIn = '', takeAway] = row.taxWords;
    const tax =
      takeAway === undefined
        ? ({ is: 'single', class: eatIn } as const)
        : ({ is: 'byPlace', eatIn, takeAway } as const);
    expect(row.category).toBe('Cakes & more');
    return importedProduct(before, { ...row, tax }, { id: row.id ?? '', category: 'cakes', tax, today });
  };
}

test('OFFICE-104 exported products are imported again unchanged, over those that are there and into an empty catalogue', () => {
  const again = roundTrip(writeSheet(productsSheet(products, terms), 'csv'));
  products.forEach((product, at) => {
    expect(isSameProduct(again(product, at), product), product.name).toBe(true);
    expect(again(null, at)).toEqual(product);
  });
});

test('OFFICE-104 a price that was changed in the exported file holds from today; earlier and later ones stay', () => {
  const text = writeSheet(productsSheet([plain], terms), 'csv').replace(',2.50,', ',2.95,');
  expect(roundTrip(text)(plain, 0).prices).toEqual([
    { from: '2025-01-01', price: 250 },
    { from: today, price: 295 },
    { from: '2025-06-01', price: 123_456 },
  ]);
});
