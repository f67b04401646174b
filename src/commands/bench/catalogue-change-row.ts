/** A change of 100 products in the office, from the answer that brings it to goods that are sold at their new price. */
import { expect, type Page } from '@playwright/test';
import { saveCatalogue } from '../../server/reference/save-catalogue.ts';
import { inTransaction } from '../../server/database/in-transaction.ts';
import { productSchema } from '../../protocol/pull.ts';
import { queryRows } from '../../server/database/query-rows.ts';
import * as z from 'zod/mini';
import { money } from '../../domain/money.ts';
import { sellInCash } from '../../../e2e/harness/counter-core.ts';
import { withServersDatabase } from '../drill/read-ledger.ts';
import { codeAt } from './big-catalogue.ts';
import type { BigShop } from './big-shop.ts';
import { verdictOf, type BenchRow } from './bench-row.ts';
import { fewRounds, type BenchOptions } from './bench-options.ts';
import { milliseconds } from './milliseconds.ts';
import { shownSpread, spreadOf } from './spread.ts';
import { forgetWatched, readWatched } from './watch-till.ts';

const CHANGED = 100;
const APPLY_MS = 20;
const NEWS_MS_MAX = 120_000;

/** @param page at the counter, the server running. */
export async function catalogueChangeRow(big: BigShop, page: Page, options: BenchOptions): Promise<BenchRow> {
  const figures: number[] = [];
  const parsed: number[] = [];
  for (let round = 0; round < fewRounds(options); round += 1) {
    await forgetWatched(page);
    await changePrices(big, round);
    // The answer to its sale tells the till of the news.
    await sellInCash(page, codeAt(0));
    await expect.poll(async () => (await changeOf(page)) !== null, { timeout: NEWS_MS_MAX }).toBe(true);
    const change = await changeOf(page);
    if (change === null) throw new Error('the change was not heard of');
    figures.push(change.applied);
    parsed.push(change.parse);
  }
  const here = spreadOf(figures);
  return {
    what: `catalogue change of ${CHANGED} products applied, ${options.products} held`,
    budget: `≤ ${APPLY_MS} ms`,
    figures: shownSpread(here),
    reference: { 'its JSON.parse alone: median': milliseconds(spreadOf(parsed).median) },
    verdict: verdictOf(
      here.p95 <= APPLY_MS,
      'seal and schema are checked, the rows kept on disk, and read back by the worker that holds the products',
    ),
  };
}

async function changePrices({ server, shop }: BigShop, round: number): Promise<void> {
  await withServersDatabase(server.dataDirectory, async (pool) => {
    const rows = await queryRows(
      pool,
      'select content from evertill.product where business = $1 order by product limit $2',
      [shop.business, CHANGED],
      z.object({ content: productSchema }),
    );
    const products = rows.map(({ content }) => ({
      ...content,
      prices: content.prices.map(({ from }) => ({ from, price: money(500 + round) })),
    }));
    const change = { products, removed: [], categories: null, favourites: null };
    await inTransaction(pool, (client) => saveCatalogue(client, shop.business, change));
  });
}

/** From the whole answer to the worker's word that it holds the change; null until then. */
async function changeOf(page: Page): Promise<{ applied: number; parse: number } | null> {
  const { requests, tasks } = await readWatched(page);
  const answer = requests.findLast(({ target }) => target.includes('stream=catalogue'));
  const loaded = tasks.find(({ is, answered }) => is === 'loaded' && answered > (answer?.ended ?? Infinity));
  if (answer === undefined || loaded === undefined) return null;
  return { applied: loaded.answered - answer.ended - answer.parse, parse: answer.parse };
}
