/** How many questions a manager has to answer for a shop's day, as the office's own reading of the ledger asks them. */
import type { Pool } from 'pg';
import * as z from 'zod/mini';
import { daySchema } from '../../protocol/scalars.ts';
import { inTransaction } from '../../server/database/in-transaction.ts';
import { queryRows } from '../../server/database/query-rows.ts';
import { readReconciliation } from '../../server/people-plane/read-reconciliation.ts';
import { shopsOf, type Shop } from '../../server/people-plane/shop-of-business.ts';
import { countQuestions } from '../../server/people-plane/sign-off-state.ts';
import { percentile } from '../bench/percentile.ts';

/** The promise of the office: a manager reconciles in minutes. */
export const CARDS_MEDIAN_MAX = 2;
export const CARDS_P95_MAX = 6;

export interface CardsPerDay {
  readonly days: number;
  readonly median: number;
  readonly p95: number;
  readonly most: number;
}

export async function cardsPerDay(pool: Pool, business: string, now: number): Promise<CardsPerDay> {
  const counts: number[] = [];
  for (const shop of await shopsOf(pool, business)) {
    for (const { day } of await daysOf(pool, shop)) counts.push(await cardsOf(pool, shop, day, now));
  }
  return {
    days: counts.length,
    median: percentile(counts, 0.5),
    p95: percentile(counts, 0.95),
    most: percentile(counts, 1),
  };
}

/** What is only good to know asks nothing. */
async function cardsOf(pool: Pool, shop: Shop, day: string, now: number): Promise<number> {
  const { flags } = await inTransaction(pool, (client) => readReconciliation(client, shop, day, now));
  return countQuestions(flags.filter(({ group }) => group !== 'goodToKnow'));
}

function daysOf(pool: Pool, { shop }: Shop): Promise<{ day: string }[]> {
  return queryRows(
    pool,
    'select distinct day from evertill.receipt where shop = $1 order by day',
    [shop],
    z.object({ day: daySchema }),
  );
}
