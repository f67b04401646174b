/** What a manager's browser does with it: the first paint, and a list of a hundred thousand receipts that is scrolled. */
import { expect, type Page } from '@playwright/test';
import { signInToOffice } from '../../../../e2e/harness/office-screens.ts';
import { DESKTOP, prepareTablet } from '../../../../e2e/harness/tablet.ts';
import { withDatabase } from '../../../server/database/database-address.ts';
import { bringUpCluster } from '../../../server/database/embedded-cluster.ts';
import { prepareCluster } from '../../../server/database/open-database.ts';
import { openPool } from '../../../server/database/pool.ts';
import { verdictOf, type BenchRow } from '../bench-row.ts';
import { milliseconds } from '../milliseconds.ts';
import { percentile } from '../percentile.ts';
import type { OfficeLedger } from './office-ledger.ts';

const PAINT_MS = 1_500;
const ROUNDS = 7;
const LIST_ROWS = 100_000;
const FRAMES = 300;
const REST_MS = 1_500;
const FRAME_MS = 1000 / 60;
const SOON = { timeout: 60_000 };

export async function browserRows({ server, shop }: OfficeLedger, day: string): Promise<BenchRow[]> {
  const tablet = await prepareTablet(server.origin);
  try {
    const page = await tablet.switchOn();
    await page.setViewportSize(DESKTOP);
    await signInToOffice(page, server.origin, shop.office);
    const paint = await paintRow(page, `${server.origin}/office?day=${day}`);
    await fillList(server.dataDirectory, shop.shop);
    return [paint, await scrollRow(page, server.origin, shop.shop)];
  } finally {
    await tablet.dispose();
  }
}

async function paintRow(page: Page, address: string): Promise<BenchRow> {
  const paints: number[] = [];
  const figures: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    await page.goto(address);
    await expect(page.getByRole('row', { name: /^Gross/ })).toBeVisible(SOON);
    figures.push(await page.evaluate(() => performance.now()));
    paints.push(
      await page.evaluate(
        () => performance.getEntriesByName('first-contentful-paint').at(0)?.startTime ?? Number.NaN,
      ),
    );
  }
  return {
    what: 'first paint of the office',
    budget: `p95 ≤ ${PAINT_MS} ms`,
    figures: {
      p50: milliseconds(percentile(paints, 0.5)),
      p95: milliseconds(percentile(paints, 0.95)),
      'the day’s figures, p50': milliseconds(percentile(figures, 0.5)),
    },
    reference: {},
    verdict: verdictOf(percentile(paints, 0.95) <= PAINT_MS, 'a machine at other work'),
  };
}

/** Receipts as the projections would have made them, of a shop of their own. */
async function fillList(dataDirectory: string, like: string): Promise<void> {
  const cluster = await bringUpCluster(await prepareCluster(dataDirectory));
  const pool = openPool(withDatabase(cluster.address, 'evertill'), 'owner');
  try {
    await pool.query(
      `insert into evertill.shop (shop, business, name, letter, policy, created_at)
       select 'list-' || shop, business, 'A long list', 'Z', policy, created_at from evertill.shop where shop = $1
       on conflict do nothing`,
      [like],
    );
    await pool.query(
      `insert into evertill.till (till, business, shop, name, series, created_at)
       select 'list-' || shop, business, 'list-' || shop, 'Till 1', 'Z1', created_at from evertill.shop where shop = $1
       on conflict do nothing`,
      [like],
    );
    await pool.query(
      `insert into evertill.receipt (till, seq, business, shop, inc, no, hash, kind, sale, shift, receipt, series, number, day, at,
         received_at, staff, place, lines, units, net, tax, gross, cash, card, cash_rounding, sign_in_link, sending_link, posted)
       select 'list-' || shop, n, business, 'list-' || shop, 'inc-1', n, '', 'saleCompleted', 'list-' || n, 's',
         'Z1-' || lpad(n::text, 6, '0'), 'Z1', n, '2011-06-08', 1307520000000 + n * 1000, 1307520000000 + n * 1000, 'd-alma',
         'takeAway', 1, 1000, n % 5000, 0, n % 5000, n % 5000, 0, 0, 'up', 'up', true
       from evertill.shop, generate_series(1, $2::int) n where shop = $1 on conflict do nothing`,
      [like, LIST_ROWS],
    );
    await pool.query('analyze evertill.receipt');
  } finally {
    await pool.end();
  }
}

async function scrollRow(page: Page, origin: string, shop: string): Promise<BenchRow> {
  await page.goto(`${origin}/office/sales?shop=list-${shop}`);
  await page.getByRole('radio', { name: 'All days' }).check();
  await expect(page.getByRole('heading', { name: '100,000 receipts' })).toBeVisible(SOON);
  await expect(page.getByRole('table', { name: 'Sales' })).toBeVisible(SOON);
  // Whoever scrolls has looked at the list first; the page has fetched meanwhile what comes late.
  await page.waitForTimeout(REST_MS);
  const frames = await page.evaluate(scrollThrough, FRAMES);
  // A page of its own: the office's lets nobody write into it.
  const empty = await page.context().newPage();
  await empty.setViewportSize(DESKTOP);
  await empty.setContent('<div style="height: 4900000px; background: linear-gradient(red, blue)"></div>');
  const blank = await empty.evaluate(scrollThrough, FRAMES);
  return {
    what: `a list of ${LIST_ROWS} rows, ${FRAMES} frames scrolled`,
    budget: 'no more dropped frames than an empty page',
    figures: framesOf(frames),
    reference: framesOf(blank),
    verdict: verdictOf(
      dropped(frames) <= dropped(blank),
      'the frames in which rows come into sight while an answer is read',
    ),
  };
}

/** Three rows a frame, as a finger that flings. It runs in the page, so it names no function of its own: the loader would wrap it. */
async function scrollThrough(count: number): Promise<number[]> {
  const times: number[] = [];
  let before = await new Promise<number>((resolve) => requestAnimationFrame(resolve));
  while (times.length < count - 1) {
    window.scrollBy(0, 147);
    const now = await new Promise<number>((resolve) => requestAnimationFrame(resolve));
    times.push(now - before);
    before = now;
  }
  return times;
}

function dropped(frames: readonly number[]): number {
  return frames.reduce((sum, frame) => sum + Math.max(0, Math.round(frame / FRAME_MS) - 1), 0);
}

function framesOf(frames: readonly number[]): Record<string, string> {
  return {
    dropped: String(dropped(frames)),
    'frame p95': milliseconds(percentile(frames, 0.95)),
    longest: milliseconds(percentile(frames, 1)),
  };
}
