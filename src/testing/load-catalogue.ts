/** The whole catalogue of a till as its worker reads it: base pages with the changes since. */
import type { Category, Product } from '../domain/catalogue.ts';
import type { LocalDb } from '../local-db/open-local-db.ts';
import { readCatalogue } from '../local-db/read-catalogue.ts';

export interface WholeCatalogue {
  readonly products: readonly Product[];
  readonly categories: readonly Category[];
  readonly favourites: readonly string[];
  readonly version: number;
}

const EMPTY: WholeCatalogue = { products: [], categories: [], favourites: [], version: 0 };

export async function loadCatalogue(db: LocalDb): Promise<WholeCatalogue> {
  const read = await readCatalogue(db.catalogue.name, null);
  if (read === null) return EMPTY;
  const changed = new Map(read.overlay.map(({ id, product }) => [id, product]));
  const { categories, favourites, version } = read.head;
  return { products: overlaid(read.base ?? [], changed), categories, favourites, version };
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
