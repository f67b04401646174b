/** The first catalogue of a till, from the server to goods that can be sold, against fetching and parsing the same pages. */
import { expect, type Page } from '@playwright/test';
import { verdictOf, type BenchRow } from './bench-row.ts';
import { ratio } from './spread.ts';
import { readWatched, type Watched } from './watch-till.ts';

const TIMES_MAX = 1.3;
/** A measurement, not a limit. */
const SOON = { timeout: 120_000 };

/** @param page of a till that was just enrolled. */
export async function firstCatalogueRow(page: Page, products: number): Promise<BenchRow> {
  await expect.poll(async () => firstCatalogue(await readWatched(page)) !== null, SOON).toBe(true);
  const first = firstCatalogue(await readWatched(page));
  if (first === null) throw new Error('the products never came');
  const { pages, began, sellable } = first;
  const parse = pages.reduce((sum, one) => sum + one.parse, 0);
  const transfer = pages.reduce((sum, one) => sum + one.ended - one.began, 0);
  // Parsing each page once more was ours to measure, not the till's to do.
  const here = sellable - began - parse;
  return {
    what: `first catalogue, ${products} products, from server to sellable`,
    budget: `≤ ${TIMES_MAX} × transfer plus parse`,
    figures: { once: seconds(here), pages: String(pages.length) },
    reference: {
      'fetch alone': seconds(transfer),
      'JSON.parse alone': seconds(parse),
      ratio: ratio(here, transfer + parse),
    },
    verdict: verdictOf(
      here <= TIMES_MAX * (transfer + parse),
      'each page’s seal is checked and each product held against its schema before it is kept',
    ),
  };
}

interface FirstCatalogue {
  readonly pages: Watched['requests'];
  readonly began: number;
  readonly sellable: number;
}

/** @returns null before its products can be sold. */
function firstCatalogue({ requests, tasks }: Watched): FirstCatalogue | null {
  const pages = requests.filter(({ target }) => target.includes('stream=catalogue'));
  const began = Math.min(...pages.map((one) => one.began));
  const loaded = tasks.find(({ is, answered }) => is === 'loaded' && answered > began);
  return loaded === undefined ? null : { pages, began, sellable: loaded.answered };
}

function seconds(figure: number): string {
  return `${(figure / 1000).toFixed(2)} s`;
}
