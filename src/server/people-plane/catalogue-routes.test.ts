import { afterAll, beforeAll, expect, test } from 'vitest';
import * as z from 'zod/mini';
import type { Product } from '../../domain/catalogue.ts';
import { money } from '../../domain/money.ts';
import {
  productChangedSchema,
  productsPageSchema,
  tilesSchema,
  type Tiles,
} from '../../protocol/catalogue-messages.ts';
import { problemSchema } from '../../protocol/problem.ts';
import { inTransaction } from '../database/in-transaction.ts';
import { saveCatalogue } from '../reference/save-catalogue.ts';
import { cataloguePage } from '../till-plane/catalogue-page.ts';
import { startTestOffice, type TestOffice } from '../../testing/office.ts';

let office: TestOffice;
let manager: string;

const COLOUR = '#336699';
const product = (id: string, name: string, category: string): Product => ({
  id,
  sku: `SKU-${id}`,
  name,
  category,
  barcodes: [`50000000000${id}`],
  unit: 'each',
  prices: [{ from: '2025-01-01', price: money(250) }],
  tax: { is: 'single', class: 'standard' },
});

beforeAll(async () => {
  office = await startTestOffice();
  manager = await office.signIn('manager@mine.example');
  const products = [
    product('10', 'Éclair', 'cakes'),
    product('11', 'Flat white', 'hot'),
    product('12', 'Filter coffee 100%', 'hot'),
    ...Array.from({ length: 70 }, (_, index) => product(String(20 + index), `Mug ${String(index)}`, 'mugs')),
  ];
  const categories = ['hot', 'cakes', 'mugs', 'empty'].map((id, rank) => ({
    id,
    name: id.toUpperCase(),
    colour: COLOUR,
    rank,
  }));
  await inTransaction(office.owner, (client) =>
    saveCatalogue(client, 'mine', { products, removed: [], categories, favourites: ['11', '10'] }),
  );
});
afterAll(() => office.stop());

const readTiles = async (cookie = manager): Promise<Tiles> =>
  tilesSchema.parse((await office.ask({ path: '/catalogue/tiles', cookie })).json());
const readProducts = async (query: string, cookie = manager) =>
  productsPageSchema.parse((await office.ask({ path: `/catalogue/products?${query}`, cookie })).json());
const arrange = (body: Record<string, unknown>, cookie = manager) =>
  office.ask({ path: '/catalogue/tiles', body, cookie });
const asSent = ({ favourites, categories, seen }: Tiles) => ({
  favourites: favourites.map(({ id }) => id),
  categories: categories.map(({ category: { id, name, colour } }) => ({ id, name, colour })),
  seen,
});

test('OFFICE-40 a manager’s arrangement of the tiles is what tills pull, in that order, and it is written down', async () => {
  const before = asSent(await readTiles());
  expect(before.favourites).toEqual(['11', '10']);
  const [hot, cakes, mugs] = before.categories;
  const wanted = {
    favourites: ['12', '11', '10'],
    categories: [mugs, { ...hot, name: 'Coffee & tea' }, cakes, { id: 'new', name: 'New', colour: COLOUR }],
    seen: before.seen,
  };
  const answer = tilesSchema.parse((await arrange(wanted)).json());
  expect(asSent(answer)).toMatchObject({ favourites: wanted.favourites, categories: wanted.categories });
  expect(answer.categories.map(({ products }) => products)).toEqual([70, 2, 1, 0]);
  const pulled = await cataloguePage(
    office.owner,
    'mine',
    { serverEpoch: 'epoch', catalogueVersion: 99 },
    null,
    0,
  );
  expect(pulled.favourites).toEqual(wanted.favourites);
  expect(pulled.categories.map(({ name }) => name)).toEqual(['MUGS', 'Coffee & tea', 'CAKES', 'New']);
  const { rows } = await office.owner.query(
    `select person, act from evertill.audit where act = 'tilesArranged'`,
  );
  expect(z.array(z.unknown()).parse(rows)).toEqual([{ person: 'mine-manager', act: 'tilesArranged' }]);
});

test.each([
  ['made to an arrangement that is no more', { seen: '0'.repeat(64) }, 'changed-meanwhile'],
  ['with a favourite twice', { favourites: ['11', '11'] }, 'input-invalid'],
  ['with a favourite that is no product', { favourites: ['nothing'] }, 'input-invalid'],
  [
    'without a category that has products',
    { categories: [{ id: 'hot', name: 'Hot', colour: COLOUR }] },
    'input-invalid',
  ],
])('OFFICE-41 an arrangement %s is refused and changes nothing', async (_, changes, code) => {
  const before = await readTiles();
  const refused = await arrange({ ...asSent(before), ...changes });
  expect(problemSchema.parse(refused.json()).code).toBe(code);
  expect(await readTiles()).toEqual(before);
});

test('OFFICE-42 products are found by any words of name, number or barcode, page by page, of one business only', async () => {
  expect((await readProducts('search=WHITE%20flat')).rows.map(({ id }) => id)).toEqual(['11']);
  expect((await readProducts('search=sku-12')).rows.map(({ id }) => id)).toEqual(['12']);
  expect((await readProducts('search=5000000000010')).rows.map(({ id }) => id)).toEqual(['10']);
  expect((await readProducts('search=100%25')).rows.map(({ id }) => id)).toEqual(['12']);
  const first = await readProducts('category=mugs');
  expect(first).toMatchObject({ total: 70, rows: { length: 60 } });
  const second = await readProducts(`category=mugs&after=${first.after ?? ''}`);
  expect(second).toMatchObject({ after: null, rows: { length: 10 } });
  expect(new Set([...first.rows, ...second.rows].map(({ id }) => id)).size).toBe(70);
  const theirs = await office.signIn('manager@theirs.example');
  expect(await readProducts('', theirs)).toEqual({ rows: [], after: null, total: 0 });
  const clerk = await office.signIn('clerk@mine.example');
  for (const path of ['/catalogue/tiles', '/catalogue/products'])
    expect((await office.ask({ path, cookie: clerk })).statusCode).toBeGreaterThanOrEqual(401);
  const broken = await office.ask({ path: '/catalogue/products?after=x', cookie: manager });
  expect(problemSchema.parse(broken.json()).code).toBe('input-invalid');
});

const changeProduct = (before: Product | null, after: Product | null, cookie = manager) =>
  office.ask({ path: '/catalogue/products', body: { before, after }, cookie });
const pulled = async () =>
  cataloguePage(office.owner, 'mine', { serverEpoch: 'epoch', catalogueVersion: 99 }, null, 0);
const bun: Product = { ...product('90', 'Bun', 'cakes'), barcodes: ['0500000000090'] };

test('OFFICE-82 a product that is added, changed and retired is what tills pull, written down with what it was', async () => {
  const dearer = { ...bun, prices: [...bun.prices, { from: '2025-05-06', price: money(300) }] };
  const steps = [
    [null, bun],
    [bun, dearer],
    // Taking the last change back, and then the product away.
    [dearer, bun],
    [bun, null],
  ] as const;
  for (const [before, after] of steps) {
    expect(productChangedSchema.parse((await changeProduct(before, after)).json()).product).toEqual(after);
    const held = (await pulled()).products.find(({ id }) => id === bun.id);
    expect(held).toEqual(after ?? undefined);
  }
  const { rows } = await office.owner.query(
    `select act, detail ->> 'after' as after from evertill.audit where detail ->> 'product' = '90' order by audit`,
  );
  expect(z.array(z.unknown()).parse(rows)).toEqual([
    { act: 'productAdded', after: JSON.stringify(bun) },
    { act: 'productChanged', after: JSON.stringify(dearer) },
    { act: 'productChanged', after: JSON.stringify(bun) },
    { act: 'productRetired', after: 'null' },
  ]);
});

test.each<[string, Product | null, Product | null, string]>([
  [
    'to a product as it no longer is',
    { ...bun, id: '10' },
    { ...bun, id: '10', name: 'Mine' },
    'changed-meanwhile',
  ],
  ['that adds what is there', null, { ...bun, id: '10' }, 'changed-meanwhile'],
  ['into a category that is none', null, { ...bun, category: 'gone' }, 'input-invalid'],
  ['to a tax without a rate', null, { ...bun, tax: { is: 'single', class: 'gone' } }, 'input-invalid'],
  ['of nothing', null, null, 'input-invalid'],
  ['of one product into another', { ...bun, id: '10' }, bun, 'input-invalid'],
])('OFFICE-83 a change %s is refused and changes nothing', async (_, before, after, code) => {
  const was = await pulled();
  expect(problemSchema.parse((await changeProduct(before, after)).json()).code).toBe(code);
  expect((await pulled()).products).toEqual(was.products);
});

test('OFFICE-84 codes that other products have too are said, and allowed', async () => {
  const sharing = { ...bun, barcodes: ['5000000000010'], sku: 'SKU-11' };
  const answer = productChangedSchema.parse((await changeProduct(null, sharing)).json());
  expect(answer.sharing).toEqual([
    { name: 'Éclair', code: '5000000000010' },
    { name: 'Flat white', code: 'SKU-11' },
  ]);
  const theirs = await office.signIn('manager@theirs.example');
  expect(problemSchema.parse((await changeProduct(sharing, null, theirs)).json()).code).toBe(
    'changed-meanwhile',
  );
  await changeProduct(sharing, null);
});
