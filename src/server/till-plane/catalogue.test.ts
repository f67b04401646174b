/** Products come down: a snapshot first, then only what changed, and never a missed row. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Product } from '../../domain/catalogue.ts';
import { money } from '../../domain/money.ts';
import { PULL_OVERLAY_MAX, PULL_PAGE_PRODUCTS } from '../../protocol/limits.ts';
import { cataloguePageSchema, type CataloguePage } from '../../protocol/pull.ts';
import type { PaperTablet } from '../../testing/paper-tablet.ts';
import { startTillPlaneApp, type TillPlaneApp } from '../../testing/till-plane-app.ts';
import { demoBusiness } from '../demo/demo-business.ts';
import { inTransaction } from '../database/in-transaction.ts';
import { saveCatalogue } from '../reference/save-catalogue.ts';

let plane: TillPlaneApp;
let tablet: PaperTablet;
const noOther = { categories: null, favourites: null } as const;

beforeAll(async () => {
  plane = await startTillPlaneApp();
  tablet = await plane.newTablet();
});
afterAll(() => plane.stop());
beforeEach(async () => {
  await save(demoBusiness.products);
});

async function pull(cursor = ''): Promise<CataloguePage> {
  const heard = await tablet.pull('catalogue', cursor);
  expect(heard).toMatchObject({ status: 200, seal: 'sealed' });
  return cataloguePageSchema.parse(heard.json);
}

async function pullAll(cursor = ''): Promise<CataloguePage[]> {
  const pages = [await pull(cursor)];
  for (let last = pages.at(-1); last?.done === false; last = pages.at(-1))
    pages.push(await pull(last.cursor));
  return pages;
}

function save(products: readonly Product[], removed: readonly string[] = []): Promise<number> {
  return inTransaction(plane.owner, (client) =>
    saveCatalogue(client, tablet.enrolment.business, { products, removed, ...noOther }),
  );
}

function widget(number: number): Product {
  return {
    id: `w-${String(number).padStart(5, '0')}`,
    sku: `W${String(number)}`,
    name: `Widget ${String(number)}`,
    category: 'pantry',
    barcodes: [],
    unit: 'each',
    prices: [{ from: '2010-01-01', price: money(100) }],
    tax: { is: 'single', class: 'standard' },
  };
}

function widgets(count: number): Product[] {
  return Array.from({ length: count }, (_, index) => widget(index + 1));
}

test('CAT-10 an empty cursor gets everything there is', async () => {
  const page = await pull();
  expect(page).toMatchObject({ is: 'snapshot', page: 0, done: true });
  expect(sorted(page.products)).toEqual(sorted(demoBusiness.products));
  expect(page.categories).toEqual(demoBusiness.categories);
  expect(page.favourites).toEqual(demoBusiness.favourites);
});

test('CAT-11 F38 after that come only changes, tombstones among them, and then nothing', async () => {
  const { cursor, version } = await pull();
  const [flatWhite, gone] = demoBusiness.products;
  if (flatWhite === undefined || gone === undefined) throw new Error('no products');
  const dearer = { ...flatWhite, prices: [{ from: '2010-01-01', price: money(999) }] };
  await save([dearer], [gone.id]);
  const changes = await pull(cursor);
  expect(changes).toMatchObject({ is: 'changes', done: true, products: [dearer], removed: [gone.id] });
  expect(changes.version).toBeGreaterThan(version);
  expect(await pull(changes.cursor)).toMatchObject({ is: 'changes', products: [], removed: [] });
});

test('CAT-12 products that are written again as they were are no change', async () => {
  const { cursor } = await pull();
  await save(demoBusiness.products);
  expect(await pull(cursor)).toMatchObject({ is: 'changes', products: [], removed: [] });
});

test('CAT-13 a large catalogue comes in pages of one version, together complete', async () => {
  const many = widgets(2 * PULL_PAGE_PRODUCTS);
  await save(many);
  const pages = await pullAll();
  expect(pages.map((page) => [page.is, page.page, page.done])).toEqual([
    ['snapshot', 0, false],
    ['snapshot', 1, false],
    ['snapshot', 2, true],
  ]);
  expect(new Set(pages.map((page) => page.version)).size).toBe(1);
  expect(sorted(pages.flatMap((page) => page.products))).toEqual(sorted([...demoBusiness.products, ...many]));
  await save(
    [],
    many.map((product) => product.id),
  );
});

test('CAT-13 F37 what changes between two pages of a snapshot comes as a change after it', async () => {
  const many = widgets(PULL_PAGE_PRODUCTS);
  await save(many);
  const first = await pull();
  const changed = first.products[0];
  if (changed === undefined) throw new Error('an empty page');
  await save([{ ...changed, name: 'Changed meanwhile' }]);
  const last = (await pullAll(first.cursor)).at(-1);
  const after = await pull(last?.cursor ?? '');
  expect(after.products.map(({ name }) => name)).toEqual(['Changed meanwhile']);
  await save(
    [],
    many.map((product) => product.id),
  );
});

test('CAT-14 more changes than a snapshot is worth are a snapshot', async () => {
  const { cursor } = await pull();
  const many = widgets(PULL_OVERLAY_MAX + 1);
  await save(many);
  expect((await pull(cursor)).is).toBe('snapshot');
  await save(
    [],
    many.map((product) => product.id),
  );
});

test('CAT-15 F39 F40 a cursor of another epoch, ahead of the server, or nobody’s, gets a snapshot', async () => {
  const { cursor, version, epoch } = await pull();
  const ahead = { is: 'changes', epoch, version: version + 1_000 };
  const aheadCursor = Buffer.from(JSON.stringify(ahead)).toString('base64url');
  for (const foreign of [aheadCursor, 'nonsense', Buffer.from('{}').toString('base64url')]) {
    expect((await pull(foreign)).is, foreign).toBe('snapshot');
  }
  await plane.owner.query('update evertill.server_state set restores = restores + 1');
  expect((await pull(cursor)).is).toBe('snapshot');
});

test('CAT-16 F36 writers that commit out of order make no reader miss a row', async () => {
  const { cursor } = await pull();
  const slow = await plane.owner.connect();
  await slow.query('begin');
  await saveCatalogue(slow, tablet.enrolment.business, { products: [widget(1)], removed: [], ...noOther });
  const quick = save([widget(2)]);
  const meanwhile = await pull(cursor);
  expect(meanwhile.products).toEqual([]);
  await slow.query('commit');
  slow.release();
  await quick;
  expect((await pull(meanwhile.cursor)).products.map(({ id }) => id)).toEqual([widget(1).id, widget(2).id]);
  await save([], [widget(1).id, widget(2).id]);
});

function sorted(products: readonly Product[]): Product[] {
  return [...products].sort((one, other) => (one.id < other.id ? -1 : 1));
}
