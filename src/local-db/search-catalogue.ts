/** Search over the base pages with the changes since: what the worker holds. */
import type { Product } from '../domain/catalogue.ts';
import { makeProductSearch, type ProductSearch } from '../domain/search/product-search.ts';
import type { CatalogueOverlay } from './catalogue-db.ts';

export interface CatalogueSearch {
  readonly find: (text: string, limit: number) => { readonly ids: readonly string[]; readonly found: number };
}

export interface SearchedBase {
  readonly ids: readonly string[];
  readonly search: ProductSearch;
}

export function searchBase(products: readonly Product[]): SearchedBase {
  return { ids: products.map(({ id }) => id), search: makeProductSearch(products) };
}

/** A changed product is searched as it is now, and not as the base has it. */
export function searchCatalogue(base: SearchedBase, overlay: readonly CatalogueOverlay[]): CatalogueSearch {
  const changed = new Set(overlay.map(({ id }) => id));
  const now = overlay.flatMap(({ product }) => (product === null ? [] : [product]));
  const ofNow = makeProductSearch(now);
  return {
    find: (text, limit) => {
      const before = base.search.find(text, limit + changed.size);
      const kept = before.best
        .map(({ row, rank }) => ({ id: base.ids[row] ?? '', rank }))
        .filter(({ id }) => !changed.has(id));
      const fresh = ofNow.find(text, limit);
      const all = [...kept, ...fresh.best.map(({ row, rank }) => ({ id: now[row]?.id ?? '', rank }))];
      const gone = before.best.length - kept.length;
      return {
        ids: all
          .sort((one, other) => one.rank - other.rank)
          .slice(0, limit)
          .map(({ id }) => id),
        found: before.found - gone + fresh.found,
      };
    },
  };
}
