/** Reads the catalogue: the head record for live queries, everything at once for search and barcodes. */
import type { Category, Product } from '../domain/catalogue.ts';
import { ONLY } from './journal-db.ts';
import type { CatalogueHead } from './catalogue-db.ts';
import type { LocalDb } from './open-local-db.ts';

export interface LoadedCatalogue {
  readonly products: readonly Product[];
  readonly categories: readonly Category[];
  readonly favourites: readonly string[];
  readonly version: number;
}

const EMPTY: LoadedCatalogue = { products: [], categories: [], favourites: [], version: 0 };

/** Small, and changes with every applied page: watch this one, not the pages. */
export async function readCatalogueHead(db: LocalDb): Promise<CatalogueHead | null> {
  return (await db.catalogue.heads.get(ONLY))?.value ?? null;
}

export function loadCatalogue(db: LocalDb): Promise<LoadedCatalogue> {
  const { heads, pages, overlays } = db.catalogue;
  return db.catalogue.transaction('r', [heads, pages, overlays], async () => {
    const head = (await heads.get(ONLY))?.value;
    if (head === undefined) return EMPTY;
    const base = await pages
      .where('[generation+page]')
      .between([head.generation, 0], [head.generation, Infinity])
      .toArray();
    const changed = new Map((await overlays.toArray()).map(({ id, product }) => [id, product]));
    const products = overlaid(
      base.flatMap((page) => page.products),
      changed,
    );
    return { products, categories: head.categories, favourites: head.favourites, version: head.version };
  });
}

/** Changed products keep their place, new ones come last. */
function overlaid(base: readonly Product[], changed: ReadonlyMap<string, Product | null>): Product[] {
  const known = new Set(base.map((product) => product.id));
  const kept = base.flatMap((product) => {
    const now = changed.has(product.id) ? changed.get(product.id) : product;
    return now ? [now] : [];
  });
  const added = [...changed].flatMap(([id, product]) =>
    product !== null && !known.has(id) ? [product] : [],
  );
  return [...kept, ...added];
}
