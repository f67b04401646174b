/** The last digit of a PIN to the counter, against its hash alone, which is slow on purpose. */
import type { Page } from '@playwright/test';
import { choosePerson, goTo } from '../../../e2e/harness/till-screens.ts';
import { verdictOf, type BenchRow } from './bench-row.ts';
import { fewRounds, type BenchOptions } from './bench-options.ts';
import { milliseconds } from './milliseconds.ts';
import { ratio, shownSpread, spreadOf } from './spread.ts';
import { counterShownAt, forgetWatched, readWatched, watchCounter } from './watch-till.ts';

const PIN_MS = 1_000;
const BESIDES_HASH_MS = 100;

export async function pinRow(
  page: Page,
  clerk: { readonly name: string; readonly pin: string },
  options: BenchOptions,
): Promise<BenchRow> {
  const all: number[] = [];
  const hashed: number[] = [];
  for (let round = 0; round < fewRounds(options) * 2; round += 1) {
    await goTo(page, 'Lock');
    await choosePerson(page, clerk.name);
    await forgetWatched(page);
    await watchCounter(page);
    await page.keyboard.type(clerk.pin);
    const shown = await counterShownAt(page);
    const { tasks, keyed } = await readWatched(page);
    const hash = tasks.find(({ is }) => is === 'hashed');
    if (hash === undefined) throw new Error('no PIN was hashed');
    all.push(shown - keyed);
    hashed.push(hash.answered - hash.asked);
  }
  const [here, hash] = [spreadOf(all), spreadOf(hashed)];
  const besides = spreadOf(all.map((figure, round) => figure - (hashed[round] ?? 0)));
  return {
    what: 'last digit of the PIN to the counter',
    budget: `≤ ${PIN_MS} ms, of which all but ${BESIDES_HASH_MS} ms the hash`,
    figures: { ...shownSpread(here), 'besides the hash p95': milliseconds(besides.p95) },
    reference: { 'hash alone: median': milliseconds(hash.median), ratio: ratio(here.median, hash.median) },
    verdict: verdictOf(
      here.p95 <= PIN_MS && besides.p95 <= BESIDES_HASH_MS,
      here.p95 <= PIN_MS
        ? 'the attempt is counted on disk before and after the hash, and the whole counter is drawn'
        : 'the chosen cost of the hash on this machine',
    ),
  };
}
