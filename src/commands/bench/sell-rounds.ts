/** Sales rung up on the real screens, watched from inside the page: scans, the tap that pays, the commit, *Paid*. */
import { expect, type Page } from '@playwright/test';
import { basketLines, chargeButton, nextSale, scan } from '../../../e2e/harness/till-screens.ts';
import { codeAt } from './big-catalogue.ts';
import { forgetWatched, rawCommit, readWatched, untilPaidIsPainted } from './watch-till.ts';

export interface SoldRound {
  /** From the last key of each scan to the frame that shows its line. */
  readonly painted: readonly number[];
  /** What of that the page worked; the rest is waiting for the next frame. */
  readonly worked: readonly number[];
  readonly lost: number;
  readonly committed: number;
  readonly paid: number;
  /** One strict commit of the rows that this sale wrote, right after it. */
  readonly raw: number;
}

/** How far apart in the catalogue the products of two scans lie. */
const STRIDE = 7_919;
/** Less than anybody takes from one thing to the next. */
const REST_MS = 250;

/** @param next the place of the first product. */
export async function sellRound(page: Page, scans: number, next: number, size: number): Promise<SoldRound> {
  await forgetWatched(page);
  for (let place = 0; place < scans; place += 1) {
    await atRest(page);
    await scan(page, scannedCode(next + place, size));
  }
  // Looking for lines is work for the page as well.
  await atRest(page);
  const lost = scans - (await basketLines(page).count());
  await chargeButton(page).click();
  const exact = page.getByRole('button', { name: /^Exact/ });
  await expect(exact).toBeEnabled();
  // Asking whether anything lies over the button, in the middle of its tap, is work for the page that no finger makes.
  await exact.click({ force: true });
  await untilPaidIsPainted(page);
  const { scans: seen, commits, tap, paid } = await readWatched(page);
  const raw = await rawCommit(page);
  await nextSale(page);
  return {
    painted: seen.map((one) => one.painted),
    worked: seen.map((one) => one.work),
    lost,
    committed: firstAfter(commits, tap),
    paid: firstAfter(paid, tap),
    raw,
  };
}

/** Each of another product, so that none was seen before. */
export function scannedCode(place: number, size: number): string {
  return codeAt((place * STRIDE) % size);
}

/**
 * Whoever holds the scanner reaches for the next thing: the page has long painted what was before. How it keeps up with scans that
 * come without a pause is a row of its own.
 */
export async function atRest(page: Page): Promise<void> {
  await page.waitForTimeout(REST_MS);
}

function firstAfter(moments: readonly number[], tap: number): number {
  const moment = moments.find((one) => one >= tap);
  if (moment === undefined) throw new Error('the page did not tell what came of the tap');
  return moment - tap;
}
