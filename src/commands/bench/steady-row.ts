/** Scanning without a pause: none lost, and no growth of memory. Ten minutes' worth of scans at a quicker pace, or at their own. */
import type { CDPSession, Page } from '@playwright/test';
import { setTimeout as wait } from 'node:timers/promises';
import { chargeButton, expectPaid, nextSale, scan, scanBox } from '../../../e2e/harness/till-screens.ts';
import { countRows, readJournal } from '../../../e2e/harness/read-journal.ts';
import { readReceiptFacts } from '../../../e2e/harness/receipt-facts.ts';
import { codeAt } from './big-catalogue.ts';
import { verdictOf, type BenchRow } from './bench-row.ts';
import type { BenchOptions } from './bench-options.ts';
import { megabytes } from './megabytes.ts';
import { forgetWatched } from './watch-till.ts';

/** Six hundred with the rounds that are usual: ten minutes' worth. */
const SCANS_A_ROUND = 15;
const SCANS_A_SALE = 10;
const MINUTE_MS = 60_000;
/** What a heap differs by between two looks although nothing grows. */
const HEAP_NOISE = 1.05;

export async function steadyRow(page: Page, { products, rounds, full }: BenchOptions): Promise<BenchRow> {
  const scans = rounds * SCANS_A_ROUND;
  const session = await page.context().newCDPSession(page);
  const before = await linesInJournal(page);
  const heaps: number[] = [];
  const began = performance.now();
  for (let scanned = 0; scanned < scans; scanned += SCANS_A_SALE) {
    for (let place = scanned; place < scanned + SCANS_A_SALE; place += 1) {
      if (full) await wait(Math.max(0, began + (place * MINUTE_MS) / 60 - performance.now()));
      await scan(page, codeAt((place * 104_729) % products));
    }
    await chargeButton(page).click();
    await page.getByRole('button', { name: /^Exact/ }).click();
    await expectPaid(page);
    await nextSale(page);
    await forgetWatched(page);
    if ((scanned + SCANS_A_SALE) % (scans / 6) < SCANS_A_SALE) heaps.push(await heapOf(session));
  }
  const minutes = (performance.now() - began) / MINUTE_MS;
  const lost = scans - ((await linesInJournal(page)) - before);
  await session.detach();
  const [first = 0, last = 0] = [heaps[0], heaps.at(-1)];
  return {
    what: `${scans} scans at ${Math.round(scans / minutes)} a minute, a sale every ${SCANS_A_SALE}`,
    budget: 'none lost, no growth of memory',
    figures: {
      lost: String(lost),
      'heap after the sixth part': megabytes(first),
      'at the end': megabytes(last),
    },
    reference: {},
    verdict: verdictOf(
      lost === 0 && last <= first * HEAP_NOISE,
      lost === 0 ? `the heap grew by ${megabytes(last - first)}` : 'scans were lost',
    ),
  };
}

async function linesInJournal(page: Page): Promise<number> {
  await scanBox(page).waitFor();
  if ((await countRows(page, 'facts')) === 0) return 0;
  return readReceiptFacts(await readJournal(page)).reduce((sum, { figures }) => sum + figures.lines, 0);
}

/** In use after everything unused was collected. */
async function heapOf(session: CDPSession): Promise<number> {
  await session.send('HeapProfiler.collectGarbage');
  return (await session.send('Runtime.getHeapUsage')).usedSize;
}
