/** Everything that can be sold, at hand without waiting: by id, by code, by category. Search is the worker's. */
import type { Category, Product } from '../../domain/catalogue.ts';
import type { LoadedCatalogue } from '../../local-db/catalogue-in-worker.ts';
import { openProducts, type OpenedProducts } from '../../local-db/packed-products.ts';

export interface ProductIndex {
  readonly version: number;
  readonly size: number;
  readonly categories: readonly Category[];
  readonly favourites: readonly Product[];
  readonly byId: (id: string) => Product | undefined;
  /** CSS colour of a category's stripe. */
  readonly colourOf: (category: string) => string | undefined;
  /** The first so many tiles of a category, and how many it has; variants of one thing are the first of them. */
  readonly byCategory: (category: string, most: number) => CategoryProducts;
  /** All variants of a thing, in whatever category. */
  readonly variantsOf: (of: string) => readonly Product[];
  /** Products with this very code; else those whose code differs in case only, or in the leading zero of a UPC. */
  readonly byCode: (code: string) => readonly Product[];
}

export interface CategoryProducts {
  readonly products: readonly Product[];
  readonly size: number;
}

export function makeProductIndex({ head, base, overlay }: LoadedCatalogue): ProductIndex {
  const opened = openProducts(base);
  const changes = changesOf(opened, overlay);
  const colours = new Map(head.categories.map(({ id, colour }) => [id, colour]));
  const byId = (id: string): Product | undefined => {
    const changed = changes.byId.get(id);
    if (changed !== undefined) return changed ?? undefined;
    const row = opened.rowOf(id);
    return row === null ? undefined : opened.at(row);
  };
  return {
    version: head.version,
    size: opened.size - changes.rows.size + changes.now.length,
    categories: head.categories.toSorted((one, other) => one.rank - other.rank),
    favourites: head.favourites.flatMap((id) => byId(id) ?? []),
    byId,
    colourOf: (category) => colours.get(category),
    byCategory: remembering((category, most) => productsIn(category, most, opened, changes)),
    variantsOf: (of) => [
      ...opened
        .rowsOfGroup(of)
        .filter((row) => !changes.rows.has(row))
        .map(opened.at),
      ...changes.now.filter(({ variant }) => variant?.of === of),
    ],
    byCode: (code) => {
      const same = withCode(code, opened, changes);
      const exact = same.filter(({ sku, barcodes }) => sku === code || barcodes.includes(code));
      if (exact.length > 0) return exact;
      return same.length > 0 ? same : withCode(otherUpcForm(code), opened, changes);
    },
  };
}

/** What the overlay says, at hand by id and by the base row it stands for. */
interface Changes {
  readonly byId: ReadonlyMap<string, Product | null>;
  readonly rows: ReadonlyMap<number, Product | null>;
  readonly now: readonly Product[];
  /** What the base does not have. */
  readonly added: readonly Product[];
}

function changesOf(opened: OpenedProducts, overlay: LoadedCatalogue['overlay']): Changes {
  const placed = overlay.map(({ id, product }) => ({ row: opened.rowOf(id), product }));
  const now = overlay.flatMap(({ product }) => product ?? []);
  return {
    byId: new Map(overlay.map(({ id, product }) => [id, product])),
    rows: new Map(placed.flatMap(({ row, product }) => (row === null ? [] : [[row, product]]))),
    now,
    added: placed.flatMap(({ row, product }) => (row === null ? (product ?? []) : [])),
  };
}

function withCode(code: string, opened: OpenedProducts, { rows, now }: Changes): Product[] {
  const unchanged = opened.rowsWithCode(code).filter((row) => !rows.has(row));
  const folded = code.toUpperCase();
  const changed = now.filter(({ sku, barcodes }) =>
    [sku, ...barcodes].some((one) => one.toUpperCase() === folded),
  );
  return [...unchanged.map(opened.at), ...changed];
}

/** The same tiles are asked for at every return to Sell. */
function remembering(find: ProductIndex['byCategory']): ProductIndex['byCategory'] {
  const found = new Map<string, CategoryProducts>();
  return (category, most) => {
    const asked = `${most} ${category}`;
    const answer = found.get(asked) ?? find(category, most);
    found.set(asked, answer);
    return answer;
  };
}

/** A changed product keeps its place, one that is new to the category comes last. */
function productsIn(
  category: string,
  most: number,
  opened: OpenedProducts,
  changes: Changes,
): CategoryProducts {
  const rows = opened.rowsIn(category);
  const stays = Array.from(rows).filter(
    (row) => (changes.rows.get(row) ?? { category }).category === category,
  );
  const kept = stays.filter((row) => changes.rows.get(row) !== null);
  const moved = [...changes.rows].filter(
    ([row, product]) => product?.category === category && !rows.includes(row),
  );
  const fresh = [...moved.flatMap(([, product]) => product ?? []), ...changes.added].filter(
    (product) => product.category === category,
  );
  const isFirst = firstOfEach();
  const groupAt = (row: number) => {
    const changed = changes.rows.get(row);
    return changed ? changed.variant?.of : opened.groupOf(row);
  };
  const keptTiles = kept.filter((row) => isFirst(groupAt(row)));
  const freshTiles = fresh.filter(({ variant }) => isFirst(variant?.of));
  const first = keptTiles.slice(0, most).map((row) => changes.rows.get(row) ?? opened.at(row));
  return { products: [...first, ...freshTiles].slice(0, most), size: keptTiles.length + freshTiles.length };
}

/** What stands alone is always the first. */
function firstOfEach(): (of: string | undefined) => boolean {
  const seen = new Set<string>();
  return (of) => {
    if (of === undefined) return true;
    const isFirst = !seen.has(of);
    seen.add(of);
    return isFirst;
  };
}

/** A UPC-A of 12 digits is the EAN-13 with a zero before it; scanners send either. */
function otherUpcForm(code: string): string {
  if (/^\d{12}$/.test(code)) return `0${code}`;
  return /^0\d{12}$/.test(code) ? code.slice(1) : code;
}
