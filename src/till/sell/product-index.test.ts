import { expect, test } from 'vitest';
import { trialCatalogue } from '../../testing/trial-counter.ts';
import { trialProduct } from '../../testing/trial-shop.ts';
import { makeProductIndex } from './product-index.ts';

type Given = Parameters<typeof trialProduct>[0];
const indexOf = (...products: Given[]) => makeProductIndex(trialCatalogue(products.map(trialProduct)));
const ids = (products: readonly { readonly id: string }[]) => products.map(({ id }) => id);

test('SCREEN-2 a UPC is found whether the scanner sends its leading zero or not', () => {
  const index = indexOf(
    { id: 'twelve', barcodes: ['036000291452'] },
    { id: 'thirteen', barcodes: ['0012345678905'] },
  );
  expect(ids(index.byCode('0036000291452'))).toEqual(['twelve']);
  expect(ids(index.byCode('012345678905'))).toEqual(['thirteen']);
  expect(index.byCode('36000291452')).toEqual([]);
});

test('SCREEN-2 a product whose code is also its barcode is still one product', () => {
  expect(indexOf({ id: 'a', sku: 'X1', barcodes: ['X1', 'x1'] }).byCode('x1')).toHaveLength(1);
});

test('SCREEN-30 a changed product is sold as it is now, in its place; a removed one is not', () => {
  const base = ['one', 'two', 'three'].map((id) => trialProduct({ id, barcodes: [`code-${id}`] }));
  const overlay = [
    { id: 'two', product: trialProduct({ id: 'two', name: 'Second', barcodes: ['code-2'] }) },
    { id: 'three', product: null },
    { id: 'four', product: trialProduct({ id: 'four', barcodes: ['code-four'] }) },
  ];
  const index = makeProductIndex(trialCatalogue(base, { overlay, favourites: ['three', 'four'] }));
  expect(index.byCategory('things', 10)).toMatchObject({
    size: 3,
    products: [{ id: 'one' }, { name: 'Second' }, { id: 'four' }],
  });
  expect(index.byCategory('things', 2)).toMatchObject({ size: 3, products: [{ id: 'one' }, { id: 'two' }] });
  expect(
    ['code-one', 'code-two', 'code-2', 'CODE-FOUR', 'code-three'].map((code) => ids(index.byCode(code))),
  ).toEqual([['one'], [], ['two'], ['four'], []]);
  expect([index.size, ids(index.favourites), index.byId('three')]).toEqual([3, ['four'], undefined]);
});

test('SCREEN-30 a product that moves to another category is there and no longer here', () => {
  const overlay = [{ id: 'one', product: trialProduct({ id: 'one', category: 'others' }) }];
  const base = [
    trialProduct({ id: 'one' }),
    trialProduct({ id: 'two' }),
    trialProduct({ id: 'three', category: 'others' }),
  ];
  const index = makeProductIndex(trialCatalogue(base, { overlay }));
  expect(ids(index.byCategory('things', 10).products)).toEqual(['two']);
  expect(ids(index.byCategory('others', 10).products)).toEqual(['three', 'one']);
});

test('SCREEN-30 thousands of products with words of every script are each found by id and code', () => {
  const many = Array.from({ length: 5_000 }, (_, n) =>
    trialProduct({ id: `p${n}`, sku: `Sku-${n}`, name: n % 2 === 0 ? `Œufs ${n} 蛋` : `Egg ${n}` }),
  );
  const index = indexOf(...many);
  expect(many.every((product) => index.byId(product.id)?.name === product.name)).toBe(true);
  expect(many.every((product) => index.byCode(product.sku.toUpperCase())[0]?.id === product.id)).toBe(true);
});

test('SCREEN-112 variants of one thing are one tile of their category, by what was changed and added since', () => {
  const shirt = (id: string, size: string) =>
    trialProduct({ id, barcodes: [`code-${id}`], variant: { of: 'Shirt', options: [size] } });
  const base = [shirt('s', 'S'), trialProduct({ id: 'mug' }), shirt('m', 'M'), trialProduct({ id: 'cap' })];
  const tilesOf = (overlay: Parameters<typeof trialCatalogue>[1]) =>
    makeProductIndex(trialCatalogue(base, overlay));
  const before = tilesOf({});
  expect(before.byCategory('things', 10)).toMatchObject({
    size: 3,
    products: [{ id: 's' }, { id: 'mug' }, { id: 'cap' }],
  });
  expect(ids(before.variantsOf('Shirt'))).toEqual(['s', 'm']);
  expect(ids(before.byCode('code-m'))).toEqual(['m']);
  expect(before.variantsOf('Trousers')).toEqual([]);
  const after = tilesOf({
    overlay: [
      { id: 's', product: null },
      { id: 'cap', product: trialProduct({ id: 'cap', variant: { of: 'Cap', options: ['Blue'] } }) },
      { id: 'l', product: shirt('l', 'L') },
      { id: 'red', product: trialProduct({ id: 'red', variant: { of: 'Cap', options: ['Red'] } }) },
    ],
  });
  expect(ids(after.byCategory('things', 10).products)).toEqual(['mug', 'm', 'cap']);
  expect(ids(after.variantsOf('Shirt'))).toEqual(['m', 'l']);
  expect(ids(after.variantsOf('Cap'))).toEqual(['cap', 'red']);
});
