/**
 * Search over all products by what people type: words in any sequence, typing errors, accents, umlauts, codes. Pure; at 100,000
 * products it belongs in a worker.
 */
import type { Product } from '../catalogue.ts';
import { makeLooseMatcher } from './match-word.ts';
import { rankNames, rankPlainly, type Ranked, type RankedNames } from './rank-names.ts';
import { codeKey, searchKey } from './search-key.ts';
import { firstFrom, makeWordIndex, type WordIndex } from './word-index.ts';

export type Searchable = Pick<Product, 'name' | 'sku' | 'barcodes'>;

export interface ProductSearch {
  /** Places in the list that was given, the nearest first. */
  readonly find: (text: string, limit: number) => RankedNames;
}

/** A code is nearer than any name, and its beginning nearer than a name with a typing error. */
const CODE_RANK = 0;
const CODE_BEGINNING_RANK = 3 * 1024;

interface Code {
  readonly key: string;
  readonly row: number;
}

export function makeProductSearch(products: readonly Searchable[]): ProductSearch {
  const index = makeWordIndex(products.map((product) => searchKey(product.name)));
  const loosely = makeLooseMatcher(index);
  const codes = codesOf(products);
  const keys = codes.map(({ key }) => key);
  return {
    find: (text, limit) => {
      const words = [...new Set(searchKey(text).split(' '))].filter((word) => word !== '');
      if (words.length === 0) return { best: [], found: 0 };
      return merged(
        findCodes(codes, keys, codeKey(text), limit),
        findNames(index, loosely, words, limit),
        limit,
      );
    },
  };
}

function codesOf(products: readonly Searchable[]): Code[] {
  return products
    .flatMap(({ sku, barcodes }, row) =>
      [...new Set([sku, ...barcodes].map(codeKey))].map((key) => ({ key, row })),
    )
    .filter(({ key }) => key !== '')
    .sort((one, other) => (one.key < other.key ? -1 : one.key > other.key ? 1 : one.row - other.row));
}

function findCodes(
  codes: readonly Code[],
  keys: readonly string[],
  typed: string,
  limit: number,
): RankedNames {
  const from = firstFrom(keys, typed);
  const to = firstFrom(keys, `${typed}\uffff`);
  const best = codes.slice(from, Math.min(to, from + limit)).map(({ key, row }) => ({
    row,
    rank: key === typed ? CODE_RANK : CODE_BEGINNING_RANK,
  }));
  return { best, found: to - from };
}

/** Where no name has the words as they stand, two may have been run together, or one taken apart. */
function findNames(
  index: WordIndex,
  loosely: ReturnType<typeof makeLooseMatcher>,
  words: readonly string[],
  limit: number,
): RankedNames {
  const asTyped = rankNames(index, loosely, words, limit);
  if (asTyped.found > 0) return asTyped;
  const [first, ...others] = otherPartings(words)
    .map((parting) => rankPlainly(index, parting, limit))
    .filter(({ found }) => found > 0);
  if (first === undefined) return asTyped;
  return others.reduce((one, other) => merged(one, other, limit), first);
}

const PART_LENGTH_MIN = 2;

function otherPartings(words: readonly string[]): string[][] {
  const joined = words.slice(1).map((word, at) => words.toSpliced(at, 2, (words[at] ?? '') + word));
  const parted = words.flatMap((word, at) =>
    Array.from({ length: Math.max(0, word.length - 2 * PART_LENGTH_MIN + 1) }, (_, step) => {
      const cut = step + PART_LENGTH_MIN;
      return words.toSpliced(at, 1, word.slice(0, cut), word.slice(cut));
    }),
  );
  return [...joined, ...parted];
}

function merged(one: RankedNames, other: RankedNames, limit: number): RankedNames {
  const nearest = new Map<number, Ranked>();
  for (const ranked of [...one.best, ...other.best]) {
    const known = nearest.get(ranked.row);
    if (known === undefined || ranked.rank < known.rank) nearest.set(ranked.row, ranked);
  }
  const twice = one.best.length + other.best.length - nearest.size;
  const best = [...nearest.values()].sort((a, b) => a.rank - b.rank).slice(0, limit);
  return { best, found: one.found + other.found - twice };
}
