/** Search as you type over 100,000 real names, every search of docs/search.md typed letter by letter. */
import uFuzzy from '@leeoniya/ufuzzy';
import { makeProductSearch, type Searchable } from '../../domain/search/product-search.ts';
import { searchKey } from '../../domain/search/search-key.ts';
import { FOOD_CATALOGUE, readFoodCatalogue } from '../../testing/food-catalogue.ts';
import { hasSharedData } from '../../testing/shared-data.ts';
import { isExpected, readSearchTable, type ExpectedSearch } from '../../testing/search-table.ts';
import { skippedRow, verdictOf, type BenchRow } from './bench-row.ts';
import { milliseconds } from './milliseconds.ts';
import { percentile } from './percentile.ts';
import { ratio } from './spread.ts';

const RESULTS = 40;
const BUDGET_MS = 16;
const ROUNDS = 5;

/** Rows of the nearest products. */
type Find = (text: string) => readonly number[];

export function searchRow(): BenchRow {
  const budget = `p95 ≤ ${BUDGET_MS} ms, in a worker`;
  if (!hasSharedData(FOOD_CATALOGUE))
    return skippedRow('search as you type, real names', budget, 'the catalogue of real names is not there');
  const products = readFoodCatalogue();
  const searches = readSearchTable().filter(({ place }) => place === 'food');
  const own = measure(products, searches, makeOwn);
  const library = measure(products, searches, makeLibrary);
  return {
    what: `search as you type, ${products.length} real names, the search alone`,
    budget,
    figures: own.figures,
    reference: { 'uFuzzy:': '', ...library.figures, ratio: ratio(own.p95, library.p95) },
    verdict: verdictOf(own.p95 <= BUDGET_MS, 'the longest are first letters, which half of all names have'),
  };
}

function makeOwn(products: readonly Searchable[]): Find {
  const search = makeProductSearch(products);
  return (text) => search.find(text, RESULTS).best.map(({ row }) => row);
}

/** With the same folding of letters, one error per word, words in any sequence. */
function makeLibrary(products: readonly Searchable[]): Find {
  // eslint-disable-next-line @typescript-eslint/no-unsafe-enum-assignment -- its enum exists for the compiler only
  const fuzzy = new uFuzzy({ intraMode: 1, intraIns: 1, intraSub: 1, intraTrn: 1, intraDel: 1 });
  const texts = products.map(({ name, sku }) => `${searchKey(name)} ${sku}`);
  return (text) => {
    const [found, info, sorted] = fuzzy.search(texts, searchKey(text), 3, 10_000);
    if (info === null) return found?.slice(0, RESULTS) ?? [];
    return sorted.slice(0, RESULTS).map((at) => info.idx[at] ?? 0);
  };
}

function measure(
  products: readonly Searchable[],
  searches: readonly ExpectedSearch[],
  make: (products: readonly Searchable[]) => Find,
) {
  const started = performance.now();
  const find = make(products);
  const ready = performance.now() - started;
  const times = Array.from({ length: ROUNDS }, () =>
    searches.flatMap(({ typed }) => timesOf(typed, find)),
  ).flat();
  const right = searches.filter(({ typed, first }) =>
    isExpected(products[find(typed)[0] ?? -1]?.name, first),
  );
  const p95 = percentile(times, 0.95);
  const figures = {
    p50: milliseconds(percentile(times, 0.5)),
    p95: milliseconds(p95),
    longest: milliseconds(percentile(times, 1)),
    'made in': milliseconds(ready),
    'right first': `${right.length} of ${searches.length}`,
  };
  return { p95, figures };
}

function timesOf(typed: string, find: Find): number[] {
  return Array.from(typed, (_, at) => {
    const started = performance.now();
    find(typed.slice(0, at + 1));
    return performance.now() - started;
  });
}
