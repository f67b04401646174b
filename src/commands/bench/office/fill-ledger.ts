/** Fills a running server's ledger with months of receipts in minutes: real facts through the real append and the real projections, without tablets and network. */
import { setTimeout as delay } from 'node:timers/promises';
import * as z from 'zod/mini';
import { productSchema } from '../../../protocol/pull.ts';
import { shopPolicySchema } from '../../../protocol/roster.ts';
import { appendBatch } from '../../../server/ledger/append-batch.ts';
import { readOffered } from '../../../server/ledger/offered-batch.ts';
import { withDatabase } from '../../../server/database/database-address.ts';
import { bringUpCluster } from '../../../server/database/embedded-cluster.ts';
import { prepareCluster } from '../../../server/database/open-database.ts';
import { openPool } from '../../../server/database/pool.ts';
import { queryRow, queryRows, type Queryable } from '../../../server/database/query-rows.ts';
import type { DrillShop } from '../../../server/import/drill-shop.ts';
import { projectTill } from '../../../server/projections/project-till.ts';
import { startJournal, type TillJournal } from '../../../testing/till-journal.ts';
import { dealReceipts, type DrillReceipt } from '../../drill/drill-plan.ts';
import { ringOnPaper } from './paper-till.ts';

const FACTS_AT_ONCE = 100;
const LOOK_EVERY_MS = 100;

type Pool = ReturnType<typeof openPool>;

/** @param dataDirectory of a server that runs and goes on running */
export async function fillLedger(
  dataDirectory: string,
  shop: DrillShop,
  receipts: readonly DrillReceipt[],
): Promise<void> {
  const cluster = await bringUpCluster(await prepareCluster(dataDirectory));
  const pool = openPool(withDatabase(cluster.address, 'evertill'), 'owner');
  try {
    const hands = dealReceipts(receipts, shop.tills.length);
    const policy = await readPolicy(pool, shop.shop);
    const products = await readProducts(pool, shop.business);
    const clerks = shop.people.filter(({ role }) => role === 'clerk').map(({ id }) => id);
    for (const [index, { till }] of shop.tills.entries()) {
      const journal = await startJournal({ business: shop.business, shop: shop.shop, till }, 'inc-1');
      const series = await enrol(pool, till, journal.publicKey);
      const last = await ringOnPaper({ journal, series, policy, products, clerks }, hands[index] ?? []);
      await append(pool, journal, last);
      // The server that runs projects as well; while it has this till, there is nothing to do but wait for it.
      while (await isBehind(pool, till)) if (!(await projectTill(pool, till))) await delay(LOOK_EVERY_MS);
    }
    await pool.query('vacuum analyze');
  } finally {
    await pool.end();
  }
}

/** Whether its ledger holds what no report counts yet. */
async function isBehind(pool: Queryable, till: string): Promise<boolean> {
  const row = await queryRow(
    pool,
    `select exists (select from evertill.fact where till = $1 and till_seq > coalesce(
       (select seq from evertill.projection_progress where till = $1), 0)) as behind`,
    [till],
    z.object({ behind: z.boolean() }),
  );
  return row?.behind ?? false;
}

/** @param lastReceipt as the till reports it: what is still on the tablet is reckoned from it whenever a day is read */
async function append(pool: Pool, journal: TillJournal, lastReceipt: string | null): Promise<void> {
  const last = journal.facts.length;
  for (let from = 1; from <= last; from += FACTS_AT_ONCE) {
    const { header, lines } = await journal.push(from, Math.min(last, from + FACTS_AT_ONCE - 1));
    const result = await appendBatch(pool, {
      batch: readOffered(header, lines),
      report: { ...header.report, lastReceipt },
      signature: header.sig,
      signatureOk: true,
      tillKey: journal.publicKey,
      receivedAt: Date.now(),
    });
    if (result.is === 'busy') throw new Error(`${journal.identity.till} is being appended by another`);
  }
}

/** @returns its series */
async function enrol(pool: Queryable, till: string, key: string): Promise<string> {
  const row = await queryRow(
    pool,
    `update evertill.till set public_key = $2, enrolled_at = $3, enrolments = 1
     where till = $1 returning series`,
    [till, key, Date.now()],
    z.object({ series: z.string() }),
  );
  if (row === null) throw new Error(`no till ${till}`);
  return row.series;
}

async function readPolicy(pool: Queryable, shop: string) {
  const row = await queryRow(
    pool,
    'select policy from evertill.shop where shop = $1',
    [shop],
    z.object({ policy: shopPolicySchema }),
  );
  if (row === null) throw new Error(`no shop ${shop}`);
  return row.policy;
}

async function readProducts(pool: Queryable, business: string) {
  const rows = await queryRows(
    pool,
    'select content from evertill.product where business = $1',
    [business],
    z.object({ content: productSchema }),
  );
  return new Map(rows.map(({ content }) => [content.sku, content]));
}
