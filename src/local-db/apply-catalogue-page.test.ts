import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { CataloguePage } from '../protocol/pull.ts';
import { trialProduct } from '../testing/trial-shop.ts';
import { makeTrialTill, type TrialTill } from '../testing/trial-till.ts';
import { applyCataloguePage, forgetCatalogueCursor, readCatalogueCursor } from './apply-catalogue-page.ts';
import { loadCatalogue } from '../testing/load-catalogue.ts';
import { readCatalogueHead } from './catalogue.ts';

let till: TrialTill;
beforeEach(async () => {
  till = await makeTrialTill();
});
afterEach(() => till.close());

function page(given: Partial<CataloguePage>, ...ids: string[]): CataloguePage {
  return {
    stream: 'catalogue',
    epoch: 'epoch-1',
    version: 1,
    is: 'snapshot',
    page: 0,
    products: ids.map((id) => ({ ...trialProduct({ id }), barcodes: [], prices: [] })),
    removed: [],
    categories: [],
    favourites: [],
    cursor: 'after-1',
    done: true,
    serverTime: 0,
    ...given,
  };
}

const apply = (given: Partial<CataloguePage>, ...ids: string[]) =>
  applyCataloguePage(till.db, page(given, ...ids));
const held = async () => (await loadCatalogue(till.db)).products.map((product) => product.id);

describe('LOCAL-16 the catalogue and its cursor move together', () => {
  test('LOCAL-16 nothing held asks for a snapshot', async () => {
    expect(await readCatalogueCursor(till.db)).toBe('');
    expect(await held()).toEqual([]);
  });

  test('LOCAL-16 F37 a snapshot takes its place when it is whole, and goes on from its cursor until then', async () => {
    await apply({ version: 1 }, 'a', 'b');
    expect(await apply({ version: 2, cursor: 'page-1', done: false }, 'c', 'd')).toBe('more');
    expect(await held()).toEqual(['a', 'b']);
    expect(await readCatalogueCursor(till.db)).toBe('page-1');
    expect(await apply({ version: 2, page: 1, cursor: 'after-2' }, 'e')).toBe('complete');
    expect(await held()).toEqual(['c', 'd', 'e']);
    expect(await readCatalogueHead(till.db)).toMatchObject({ version: 2, cursor: 'after-2' });
  });

  test('LOCAL-16 F37 a repeated page changes nothing, one out of turn begins the snapshot anew', async () => {
    await apply({ version: 2, cursor: 'page-1', done: false }, 'c');
    await apply({ version: 2, cursor: 'page-1', done: false }, 'c');
    expect(await apply({ version: 3, page: 1 }, 'e')).toBe('outOfTurn');
    expect(await readCatalogueCursor(till.db)).toBe('');
    await apply({ version: 3, cursor: 'page-1', done: false }, 'x');
    await apply({ version: 3, page: 1 }, 'y');
    expect(await held()).toEqual(['x', 'y']);
  });

  test('LOCAL-16 F38 changes lie over the base, tombstones take away, a new snapshot clears both', async () => {
    await apply({ version: 1 }, 'a', 'b', 'c');
    const renamed = { ...trialProduct({ id: 'b', name: 'Better b' }), barcodes: [], prices: [] };
    const fresh = { ...trialProduct({ id: 'd' }), barcodes: [], prices: [] };
    await apply({ is: 'changes', version: 2, products: [renamed, fresh], removed: ['a'], cursor: 'after-2' });
    const { products, version } = await loadCatalogue(till.db);
    expect(products.map(({ id, name }) => [id, name])).toEqual([
      ['b', 'Better b'],
      ['c', 'Product c'],
      ['d', 'Product d'],
    ]);
    expect(version).toBe(2);
    await apply({ is: 'changes', version: 3, removed: ['d'], cursor: 'after-3' });
    expect(await held()).toEqual(['b', 'c']);
    await apply({ version: 4 }, 'a');
    expect(await held()).toEqual(['a']);
    expect(await readCatalogueHead(till.db)).toMatchObject({ overlays: 0 });
  });

  test('LOCAL-16 F39 changes of another epoch, or older than what is held, are not applied: a snapshot is asked for', async () => {
    await apply({ version: 5 }, 'a');
    expect(await apply({ is: 'changes', epoch: 'epoch-2', version: 6 }, 'b')).toBe('outOfTurn');
    expect(await readCatalogueCursor(till.db)).toBe('');
    await apply({ version: 5 }, 'a');
    expect(await apply({ is: 'changes', version: 4 }, 'b')).toBe('outOfTurn');
    expect(await held()).toEqual(['a']);
    expect(await apply({ epoch: 'epoch-2', version: 2 }, 'b')).toBe('complete');
    expect(await held()).toEqual(['b']);
  });

  test('LOCAL-16 F39 a dropped cursor asks for a snapshot while the old catalogue serves', async () => {
    await apply({ version: 5 }, 'a');
    await forgetCatalogueCursor(till.db);
    expect(await readCatalogueCursor(till.db)).toBe('');
    expect(await held()).toEqual(['a']);
  });
});
