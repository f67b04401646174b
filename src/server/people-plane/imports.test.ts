/** Products from a file, over a real database: looked at, carried out step by step, and taken back. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { money } from '../../domain/money.ts';
import type { Product } from '../../domain/catalogue.ts';
import {
  importDetailSchema,
  importsSchema,
  importStateSchema,
  type ImportRow,
  type ImportState,
} from '../../protocol/import-messages.ts';
import { inTransaction } from '../database/in-transaction.ts';
import { queryRow } from '../database/query-rows.ts';
import { saveCatalogue } from '../reference/save-catalogue.ts';
import { cataloguePage } from '../till-plane/catalogue-page.ts';
import { startTestOffice, type TestOffice } from '../../testing/office.ts';
import { trialProduct } from '../../testing/trial-shop.ts';

const COLOUR = '#336699';
let office: TestOffice;
let manager: string;
let begun = 0;

const mug: Product = trialProduct({
  id: 'mug',
  sku: '00042',
  name: 'Mug',
  category: 'mugs',
  barcodes: ['0500000000012'],
  prices: [
    { from: '2025-01-01', price: money(800) },
    { from: '2025-09-01', price: money(900) },
  ],
});
const bun = trialProduct({ id: 'bun', name: 'Bun', category: 'cakes', barcodes: ['5000000000029'] });

beforeAll(async () => {
  office = await startTestOffice();
  manager = await office.signIn('manager@mine.example');
  const categories = ['mugs', 'cakes'].map((id, rank) => ({
    id,
    name: id.toUpperCase(),
    colour: COLOUR,
    rank,
  }));
  const change = { products: [mug, bun], removed: [], categories, favourites: [] };
  await inTransaction(office.owner, (client) => saveCatalogue(client, 'mine', change));
});
afterAll(() => office.stop());

const row = (number: number, given: Partial<ImportRow> & { readonly name: string }): ImportRow => ({
  row: number,
  ...{ id: null, sku: null, category: null, barcodes: null, unit: null, price: { is: 'unsaid' } },
  ...{ tax: null, minimumAge: null, variant: null, sharesInFile: false },
  ...given,
});
const ask = async (path: string, body: Record<string, unknown>, cookie = manager): Promise<ImportState> =>
  importStateSchema.parse((await office.ask({ path: `/catalogue/imports${path}`, body, cookie })).json());
const detailOf = async (id: string) =>
  importDetailSchema.parse((await office.ask({ path: `/catalogue/imports/${id}`, cookie: manager })).json());

async function begin(rows: number): Promise<string> {
  begun += 1;
  const id = `import-${String(begun)}`;
  const otherwise = { category: 'From the file', tax: { is: 'single', class: 'standard' } };
  await ask('', { import: id, fileName: 'items.csv', source: 'square', rows, otherwise });
  return id;
}
async function stage(rows: readonly ImportRow[]): Promise<string> {
  const id = await begin(rows.length);
  await ask(`/${id}/rows`, { rows });
  return id;
}
async function carryOut(id: string, way: 'apply' | 'undo'): Promise<ImportState> {
  for (;;) {
    const state = await ask(`/${id}/${way}`, {});
    if (state.stage === 'applied' || state.stage === 'undone') return state;
  }
}
const version = async () =>
  (
    await queryRow(
      office.owner,
      `select version, catalogue_version as "catalogueVersion" from evertill.business where business = 'mine'`,
      [],
      z.object({ version: z.int(), catalogueVersion: z.int() }),
    )
  )?.catalogueVersion ?? 0;
const pulled = async () =>
  cataloguePage(office.owner, 'mine', { serverEpoch: 'epoch', catalogueVersion: 99_999 }, null, 0);
const heldProducts = async () => (await pulled()).products;

const ROWS: readonly ImportRow[] = [
  row(2, { name: 'Mug', sku: '00042', price: { is: 'today', price: money(850) } }),
  row(3, { name: 'Bun', barcodes: ['5000000000029'] }),
  row(4, { name: 'Éclair', category: 'cakes', price: { is: 'today', price: money(320) } }),
  row(5, { name: 'Bowl', sku: 'B-1', category: 'Bowls', barcodes: ['0500000000012'] }),
  row(6, { name: 'Bowl again', sku: 'B-1' }),
  row(7, {
    name: 'Shirt, Red / L',
    sku: 'S-RL',
    variant: { of: 'Shirt', options: ['Red', 'L'] },
    tax: { is: 'single', class: 'zero' },
  }),
];

test('OFFICE-100 an import says before anything changes what is new, changed, shared, there twice and without tax', async () => {
  const before = await pulled();
  const id = await begin(ROWS.length);
  await ask(`/${id}/rows`, { rows: ROWS.slice(0, 3) });
  // Its answer was lost, so the office sends it again.
  expect(await ask(`/${id}/rows`, { rows: ROWS.slice(0, 3) })).toMatchObject({
    stage: 'staging',
    counts: { staged: 3 },
  });
  expect(await ask(`/${id}/rows`, { rows: ROWS.slice(3) })).toMatchObject({ stage: 'ready' });
  const { state, twice, sharing, newCategories } = await detailOf(id);
  expect(state).toMatchObject({ begunBy: 'mine manager', fileName: 'items.csv' });
  expect(state.counts).toMatchObject({ staged: 6, fresh: 3, changed: 1, same: 1, twice: 1, sharing: 1 });
  expect(state.counts).toMatchObject({ withoutTax: 2, withoutPrice: 2 });
  expect(twice).toEqual([{ row: 6, name: 'Bowl again', as: 5 }]);
  expect(sharing).toEqual([{ row: 5, name: 'Bowl' }]);
  expect(newCategories).toEqual(['Bowls', 'From the file']);
  expect(await pulled()).toEqual(before);
});

test('OFFICE-101 an import is one new version for tills, keeps what the file does not say, and is undone exactly', async () => {
  const before = await heldProducts();
  const raised = await version();
  const id = await stage(ROWS);
  expect(await carryOut(id, 'apply')).toMatchObject({ stage: 'applied', counts: { applied: 4, kept: 0 } });
  expect(await version()).toBe(raised + 1);
  const held = new Map((await heldProducts()).map((product) => [product.name, product]));
  expect(held.get('Mug')).toEqual({
    ...mug,
    prices: [mug.prices[0], { from: '2025-05-06', price: 850 }, mug.prices[1]],
  });
  expect(held.get('Bun')).toEqual(bun);
  expect(held.get('Éclair')).toMatchObject({ category: 'cakes', tax: { class: 'standard' } });
  expect(held.get('Bowl')).toMatchObject({ prices: [], barcodes: ['0500000000012'] });
  expect(held.get('Shirt, Red / L')).toMatchObject({
    variant: { of: 'Shirt', options: ['Red', 'L'] },
    tax: { class: 'zero' },
  });
  expect((await pulled()).categories.map(({ name }) => name)).toEqual([
    ...['MUGS', 'CAKES', 'Bowls', 'From the file'],
  ]);
  // Asked once more, nothing happens.
  expect(await carryOut(id, 'apply')).toMatchObject({ stage: 'applied', counts: { applied: 4 } });
  expect(await carryOut(id, 'undo')).toMatchObject({ stage: 'undone', counts: { undone: 4, kept: 0 } });
  expect(await version()).toBe(raised + 2);
  expect(await heldProducts()).toEqual(before);
  expect((await pulled()).categories).toHaveLength(2);
});

test('OFFICE-101 the same file once more is all the same, and brings tills nothing that is new to them', async () => {
  const rows = ROWS.filter(({ row: number }) => number !== 6);
  const first = await stage(rows);
  await carryOut(first, 'apply');
  const second = await stage(rows);
  expect((await detailOf(second)).state.counts).toMatchObject({ fresh: 0, changed: 0, same: 5 });
  await carryOut(first, 'undo');
});

test('OFFICE-102 what somebody changed meanwhile or since is left as they made it, and named', async () => {
  const change = async (before: Product, after: Product) => {
    const changed = await office.ask({
      path: '/catalogue/products',
      body: { before, after },
      cookie: manager,
    });
    expect(changed.statusCode).toBe(200);
  };
  const id = await stage([ROWS[0], ROWS[2], ROWS[3]].flatMap((one) => one ?? []));
  const renamed = { ...mug, name: 'Mug, blue' };
  await change(mug, renamed);
  expect(await carryOut(id, 'apply')).toMatchObject({ counts: { applied: 2, kept: 1 } });
  expect((await detailOf(id)).kept).toEqual([{ row: 2, name: 'Mug' }]);
  const eclair = (await heldProducts()).find(({ name }) => name === 'Éclair');
  if (eclair === undefined) throw new Error('no éclair');
  await change(eclair, { ...eclair, name: 'Éclair, coffee' });
  expect(await carryOut(id, 'undo')).toMatchObject({ counts: { undone: 1, kept: 1 } });
  expect((await detailOf(id)).kept.map(({ name }) => name)).toContain('Éclair');
  expect((await heldProducts()).map(({ name }) => name).sort()).toEqual([
    'Bun',
    'Mug, blue',
    'Éclair, coffee',
  ]);
  await change(renamed, mug);
});

test('OFFICE-103 an import that stops half-way goes on where it was, or is taken back, and other changes come between', async () => {
  const rows = Array.from({ length: 1_500 }, (_, index) =>
    row(index + 2, { name: `Cup ${String(index)}`, sku: `CUP-${String(index)}`, category: 'Cups' }),
  );
  const id = await begin(rows.length);
  for (let from = 0; from < rows.length; from += 500)
    await ask(`/${id}/rows`, { rows: rows.slice(from, from + 500) });
  const raised = await version();
  expect(await ask(`/${id}/apply`, {})).toMatchObject({ stage: 'applying', counts: { done: 1_000 } });
  expect(await version()).toBe(raised);
  const more = trialProduct({ id: 'between', category: 'cakes' });
  const change = { products: [more], removed: [], categories: null, favourites: null };
  await inTransaction(office.owner, (client) => saveCatalogue(client, 'mine', change));
  const late = await office.ask({
    path: `/catalogue/imports/${id}/rows`,
    body: { rows: rows.slice(0, 1) },
    cookie: manager,
  });
  expect(late.statusCode).toBe(409);
  expect(await carryOut(id, 'apply')).toMatchObject({ counts: { done: 1_500, applied: 1_500 } });
  const since = await cataloguePage(
    office.owner,
    'mine',
    { serverEpoch: 'epoch', catalogueVersion: raised + 2 },
    { is: 'changes', epoch: 'epoch', version: raised + 1 },
    0,
  );
  // Whoever pulled between the steps is told of what came after.
  expect(since.products.length).toBeGreaterThanOrEqual(500);
  expect(await ask(`/${id}/undo`, {})).toMatchObject({ stage: 'undoing' });
  expect(await carryOut(id, 'undo')).toMatchObject({ counts: { undone: 1_500 } });
  expect((await heldProducts()).filter(({ name }) => name.startsWith('Cup'))).toEqual([]);
});

test('OFFICE-103 the last imports are listed, the newest first, to a manager of the business alone', async () => {
  const read = async (cookie: string) =>
    importsSchema.parse((await office.ask({ path: '/catalogue/imports', cookie })).json()).imports;
  const mine = await read(manager);
  expect(mine).toHaveLength(5);
  expect(mine.every(({ begunBy }) => begunBy === 'mine manager')).toBe(true);
  expect(await read(await office.signIn('manager@theirs.example'))).toEqual([]);
});
