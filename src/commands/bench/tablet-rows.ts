/** A tablet's sync and its start: the first catalogue, a change of it, what waited; cold starts, a journal as long as years make it. */
import { lengthenJournal } from '../../../e2e/harness/long-journal.ts';
import type { Tablet } from '../../../e2e/harness/tablet.ts';
import { openShift, signIn } from '../../../e2e/harness/till-screens.ts';
import type { BigShop } from './big-shop.ts';
import { verdictOf, type BenchRow } from './bench-row.ts';
import { fewRounds, type BenchOptions } from './bench-options.ts';
import { catalogueChangeRow } from './catalogue-change-row.ts';
import { coldStarts, type ColdStarts } from './cold-start.ts';
import { firstCatalogueRow } from './first-catalogue-row.ts';
import { megabytes } from './megabytes.ts';
import { milliseconds } from './milliseconds.ts';
import { ratio, shownSpread } from './spread.ts';
import { waitingSalesRow } from './waiting-sales-row.ts';

const SLOW_TIMES = 4;
/** By whether the catalogue is a big one. */
const START_MS = { big: { quick: 2_000, slow: 4_000 }, small: { quick: 1_000, slow: 2_500 } };
const SMALL_MAX = 20_000;
const FACTS = 100_000;
/** What a start differs by from one to the next although nothing changed. */
const START_NOISE = 1.15;

/** On a till that was just enrolled; it is locked afterwards, with a shift open. */
export async function syncRows(big: BigShop, tablet: Tablet, options: BenchOptions): Promise<BenchRow[]> {
  const page = tablet.page();
  const first = await firstCatalogueRow(page, options.products);
  await signIn(page, big.clerk.name, big.clerk.pin);
  await openShift(page);
  const change = await catalogueChangeRow(big, page, options);
  return [first, change, await waitingSalesRow(big, page)];
}

/** The server is dead. The long journal is measured where the catalogue is big. */
export async function startRows(
  tablet: Tablet,
  products: number,
  options: BenchOptions,
): Promise<BenchRow[]> {
  const budget = products > SMALL_MAX ? START_MS.big : START_MS.small;
  const rounds = fewRounds(options);
  const quick = await coldStarts(tablet, rounds, 1);
  const slow = await coldStarts(tablet, rounds, SLOW_TIMES);
  const rows = [startRow(products, budget.quick, quick), slowStartRow(products, budget.slow, slow, quick)];
  if (budget === START_MS.small) return rows;
  await tablet.page().goto(new URL('/rescue.html', tablet.page().url()).href);
  await lengthenJournal(tablet.page(), FACTS, 0);
  return [...rows, longJournalRow(await coldStarts(tablet, rounds, 1), quick)];
}

function startRow(products: number, budgetMs: number, { locked, sellable }: ColdStarts): BenchRow {
  return {
    what: `cold start offline to ready, ${products} products`,
    budget: `≤ ${budgetMs} ms`,
    figures: { ...shownSpread(sellable), 'people to tap on: median': milliseconds(locked.median) },
    reference: {},
    verdict: verdictOf(sellable.median <= budgetMs, 'reading and packing the products in their worker'),
  };
}

function slowStartRow(
  products: number,
  budgetMs: number,
  { locked, sellable }: ColdStarts,
  quick: ColdStarts,
): BenchRow {
  return {
    what: `the same, processor ${SLOW_TIMES} × slower, ${products} products`,
    budget: `≤ ${budgetMs} ms`,
    figures: { ...shownSpread(sellable), 'people to tap on: median': milliseconds(locked.median) },
    reference: {
      'not slowed: median': milliseconds(quick.sellable.median),
      ratio: ratio(sellable.median, quick.sellable.median),
    },
    verdict: verdictOf(sellable.median <= budgetMs, 'the page’s own scripts and first drawing, slowed'),
  };
}

function longJournalRow(long: ColdStarts, short: ColdStarts): BenchRow {
  return {
    what: `journal of ${FACTS} facts: cold start`,
    budget: 'start unaffected, memory flat',
    figures: { ...shownSpread(long.sellable), heap: megabytes(long.heapBytes) },
    reference: {
      'short journal: median': milliseconds(short.sellable.median),
      heap: megabytes(short.heapBytes),
      ratio: ratio(long.sellable.median, short.sellable.median),
    },
    verdict: verdictOf(
      long.sellable.median <= START_NOISE * short.sellable.median &&
        long.heapBytes <= START_NOISE * short.heapBytes,
      'something of the start grows with the journal',
    ),
  };
}
