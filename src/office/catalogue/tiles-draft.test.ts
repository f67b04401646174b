import { expect, test } from 'vitest';
import type { Product } from '../../domain/catalogue.ts';
import { FAVOURITES_MAX } from '../../protocol/limits.ts';
import { arrangementOf, changeTiles, isSameArrangement, nameless, type TilesDraft } from './tiles-draft.ts';

const product = (id: string): Product => ({
  id,
  sku: id,
  name: id,
  category: 'hot',
  barcodes: [],
  unit: 'each',
  prices: [],
  tax: { is: 'single', class: 'standard' },
});
const draft: TilesDraft = {
  favourites: ['a', 'b', 'c', 'd'].map(product),
  categories: [
    { id: 'hot', name: 'Hot', colour: '#000000', products: 3 },
    { id: 'cold', name: 'Cold', colour: '#111111', products: 0 },
  ],
};
const favourites = (changed: TilesDraft) => changed.favourites.map(({ id }) => id).join('');
const categories = (changed: TilesDraft) => changed.categories.map(({ id }) => id);

test('OFFICE-43 favourites move together, keep their order, and are there once', () => {
  const move = (ids: string, to: string, place: 'before' | 'after') =>
    favourites(changeTiles(draft, { is: 'moveFavourites', ids: new Set(ids), to, place }));
  expect(move('a', 'c', 'after')).toBe('bcad');
  expect(move('da', 'c', 'before')).toBe('badc');
  expect(move('b', 'b', 'after')).toBe('abcd');
  expect(favourites(changeTiles(draft, { is: 'addFavourite', product: product('e') }))).toBe('abcde');
  expect(changeTiles(draft, { is: 'addFavourite', product: product('b') })).toBe(draft);
  expect(favourites(changeTiles(draft, { is: 'removeFavourite', id: 'c' }))).toBe('abd');
  const full = {
    ...draft,
    favourites: Array.from({ length: FAVOURITES_MAX }, (_, at) => product(String(at))),
  };
  expect(changeTiles(full, { is: 'addFavourite', product: product('e') })).toBe(full);
});

test('OFFICE-43 a category moves by one place, and only an empty one can go, never the last', () => {
  expect(categories(changeTiles(draft, { is: 'moveCategory', id: 'cold', by: -1 }))).toEqual(['cold', 'hot']);
  expect(categories(changeTiles(draft, { is: 'moveCategory', id: 'hot', by: -1 }))).toEqual(['hot', 'cold']);
  expect(changeTiles(draft, { is: 'removeCategory', id: 'hot' })).toBe(draft);
  const without = changeTiles(draft, { is: 'removeCategory', id: 'cold' });
  expect(categories(without)).toEqual(['hot']);
  const added = changeTiles(without, {
    is: 'addCategory',
    category: { id: 'new', name: '', colour: '#222222' },
  });
  expect(nameless(added)).toEqual(['new']);
  expect(nameless(changeTiles(added, { is: 'changeCategory', id: 'new', name: 'Gifts' }))).toEqual([]);
});

test('OFFICE-43 what was changed and changed back is no change', () => {
  const renamed = changeTiles(draft, { is: 'changeCategory', id: 'hot', name: 'Warm' });
  expect(isSameArrangement(renamed, draft)).toBe(false);
  const back = changeTiles(renamed, { is: 'changeCategory', id: 'hot', name: 'Hot ' });
  expect(isSameArrangement(back, draft)).toBe(true);
  expect(arrangementOf(back, 'x').categories[0]).toEqual({ id: 'hot', name: 'Hot', colour: '#000000' });
});
