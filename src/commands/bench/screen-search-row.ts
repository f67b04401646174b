/** Search as you type on the real screen: the worker's answers, and whether a frame of the page was dropped meanwhile. */
import type { Page } from '@playwright/test';
import { scanBox } from '../../../e2e/harness/till-screens.ts';
import { verdictOf, type BenchRow } from './bench-row.ts';
import type { BenchOptions } from './bench-options.ts';
import { milliseconds } from './milliseconds.ts';
import { shownSpread, spreadOf } from './spread.ts';
import { countFrames, forgetWatched, framesCounted, readWatched } from './watch-till.ts';

const TYPED = [
  'smoked salmon',
  'oat biscits',
  'cheddar 500',
  'dunmore lemonade',
  'candle fenwick',
  'nutebook',
];
const SEARCH_MS = 16;
/** Quick fingers. */
const KEY_EVERY_MS = 80;

export async function screenSearchRow(page: Page, { products }: BenchOptions): Promise<BenchRow> {
  await forgetWatched(page);
  await countFrames(page);
  for (const text of TYPED) {
    await scanBox(page).pressSequentially(text, { delay: KEY_EVERY_MS });
    await page.keyboard.press('Escape');
  }
  const { dropped, frames, longest } = await framesCounted(page);
  const { tasks } = await readWatched(page);
  const found = spreadOf(
    tasks.filter(({ is }) => is === 'found').map(({ asked, answered }) => answered - asked),
  );
  return {
    what: `search as you type on Sell, ${products} products`,
    budget: `answer p95 ≤ ${SEARCH_MS} ms, no dropped frame`,
    figures: { ...shownSpread(found), 'frames dropped': `${dropped} of ${frames}` },
    reference: { 'longest frame': milliseconds(longest) },
    verdict: verdictOf(
      found.p95 <= SEARCH_MS && dropped === 0,
      'the figure holds the way to the worker and back, and the page’s own reading of the answer',
    ),
  };
}
