/** Sales that waited through an outage: sent and acknowledged once head office is back. */
import { expect, type Page } from '@playwright/test';
import * as z from 'zod/mini';
import { lengthenJournal } from '../../../e2e/harness/long-journal.ts';
import type { BigShop } from './big-shop.ts';
import { verdictOf, type BenchRow } from './bench-row.ts';
import { milliseconds } from './milliseconds.ts';
import { readWatched } from './watch-till.ts';

const WAITING = 1_000;
const SENT_MS = 2_000;
const ARRIVED_MS_MAX = 300_000;

/** @param length of the journal as it is. The till's page is left on its lock screen. */
export async function waitingSalesRow({ server }: BigShop, page: Page): Promise<BenchRow> {
  await page.goto(`${server.origin}/lab`);
  const { head } = await headOf(page);
  await lengthenJournal(page, head + WAITING, WAITING);
  await page.goto(server.origin);
  await expect
    .poll(async () => (await headOf(page)).waiting, { timeout: ARRIVED_MS_MAX, intervals: [200] })
    .toBe(0);
  const { requests, commits } = await readWatched(page);
  const pushes = requests.filter(({ target }) => target.includes('/push'));
  const began = Math.min(...pushes.map((one) => one.began));
  const heard = Math.max(...pushes.map((one) => one.ended));
  const noted = commits.find((moment) => moment >= heard) ?? heard;
  const took = noted - began;
  const onTheWay = pushes.reduce((sum, one) => sum + one.ended - one.began, 0);
  return {
    what: `${WAITING} waiting sales sent and acknowledged`,
    budget: `≤ ${SENT_MS} ms`,
    figures: { once: milliseconds(took), requests: String(pushes.length) },
    reference: { 'of it at head office and on the way': milliseconds(onTheWay) },
    verdict: verdictOf(took <= SENT_MS, 'most of it is head office’s own work'),
  };
}

const branchesSchema = z.array(
  z.object({
    is: z.string(),
    head: z.object({ no: z.number() }),
    acknowledged: z.object({ no: z.number() }),
  }),
);

/** Of the branch in use, straight from the database. */
export async function headOf(page: Page): Promise<{ head: number; waiting: number }> {
  const branches = branchesSchema.parse(await page.evaluate(`(${READ_BRANCHES})()`));
  const current = branches.find(({ is }) => is === 'current');
  if (current === undefined) throw new Error('the tablet has no journal');
  return { head: current.head.no, waiting: current.head.no - current.acknowledged.no };
}

const READ_BRANCHES = `() => new Promise((resolve, reject) => {
  const opening = indexedDB.open('evertill-journal');
  opening.onerror = () => reject(opening.error);
  opening.onsuccess = () => {
    const reading = opening.result.transaction('branches').objectStore('branches').getAll();
    reading.onerror = () => reject(reading.error);
    reading.onsuccess = () => {
      opening.result.close();
      resolve(reading.result.map(({ is, head, acknowledged }) => ({ is, head, acknowledged })));
    };
  };
})`;
