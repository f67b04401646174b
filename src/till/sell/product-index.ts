/** Everything that can be sold, held in memory so that a scan or a search never waits: by id, by code, by words. */
import type { Category, Product } from '../../domain/catalogue.ts';
import { foldText } from '../../domain/search-text.ts';

export interface ProductIndex {
  readonly version: number;
  readonly size: number;
  readonly categories: readonly Category[];
  readonly favourites: readonly Product[];
  readonly byId: (id: string) => Product | undefined;
  /** CSS colour of a category's stripe. */
  readonly colourOf: (category: string) => string | undefined;
  readonly byCategory: (category: string) => readonly Product[];
  /** Products with this very code; else those whose code differs in case only, or in the leading zero of a UPC. */
  readonly byCode: (code: string) => readonly Product[];
  readonly search: (text: string) => SearchAnswer;
}

export interface SearchAnswer {
  readonly products: readonly Product[];
  /** How many there are in all. */
  readonly found: number;
}

export interface LoadedCatalogue {
  readonly products: readonly Product[];
  readonly categories: readonly Category[];
  readonly favourites: readonly string[];
  readonly version: number;
}

export const SEARCH_RESULTS_MAX = 40;

export function makeProductIndex(catalogue: LoadedCatalogue): ProductIndex {
  const { products } = catalogue;
  const byId = new Map(products.map((product) => [product.id, product]));
  const exact = groupByCode(products, (code) => code);
  const folded = groupByCode(products, foldCode);
  const byCategory = groupByCategory(products);
  const colours = new Map(catalogue.categories.map(({ id, colour }) => [id, colour]));
  const rows = products.map(toRow);
  return {
    version: catalogue.version,
    size: products.length,
    categories: catalogue.categories.toSorted((one, other) => one.rank - other.rank),
    favourites: catalogue.favourites.flatMap((id) => byId.get(id) ?? []),
    byId: (id) => byId.get(id),
    colourOf: (category) => colours.get(category),
    byCategory: (category) => byCategory.get(category) ?? [],
    byCode: (code) => exact.get(code) ?? folded.get(foldCode(code)) ?? folded.get(otherUpcForm(code)) ?? [],
    search: (text) => searchRows(rows, text),
  };
}

function groupByCode(
  products: readonly Product[],
  keyOf: (code: string) => string,
): ReadonlyMap<string, readonly Product[]> {
  const groups = new Map<string, Product[]>();
  for (const product of products) {
    for (const key of new Set([product.sku, ...product.barcodes].map(keyOf))) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [product]);
      else group.push(product);
    }
  }
  return groups;
}

function groupByCategory(products: readonly Product[]): ReadonlyMap<string, readonly Product[]> {
  const groups = new Map<string, Product[]>();
  for (const product of products) {
    const group = groups.get(product.category);
    if (group === undefined) groups.set(product.category, [product]);
    else group.push(product);
  }
  return groups;
}

function foldCode(code: string): string {
  return code.toUpperCase();
}

/** A UPC-A of 12 digits is the EAN-13 with a zero before it; scanners send either. */
function otherUpcForm(code: string): string {
  if (/^\d{12}$/.test(code)) return `0${code}`;
  return /^0\d{12}$/.test(code) ? code.slice(1) : code;
}

interface Row {
  readonly product: Product;
  readonly name: string;
  readonly sku: string;
  /** Name, code and barcodes, with a blank before each word. */
  readonly all: string;
}

function toRow(product: Product): Row {
  const name = foldText(product.name);
  const sku = foldText(product.sku);
  return { product, name, sku, all: ` ${name} ${sku} ${product.barcodes.join(' ')}` };
}

function searchRows(rows: readonly Row[], text: string): SearchAnswer {
  const query = foldText(text);
  if (query === '') return { products: [], found: 0 };
  const words = query.split(' ');
  const hits = rows
    .filter((row) => words.every((word) => row.all.includes(word)))
    .map((row) => ({ row, rank: rankOf(row, query, words) }))
    .sort((one, other) => one.rank - other.rank || compare(one.row.name, other.row.name));
  return { products: hits.slice(0, SEARCH_RESULTS_MAX).map((hit) => hit.row.product), found: hits.length };
}

/** Lower is nearer: the code itself, the beginning of the name, of the code, of every word, anywhere. */
function rankOf(row: Row, query: string, words: readonly string[]): number {
  if (row.sku === query) return 0;
  if (row.name.startsWith(query)) return 1;
  if (row.sku.startsWith(query)) return 2;
  return words.every((word) => row.all.includes(` ${word}`)) ? 3 : 4;
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
