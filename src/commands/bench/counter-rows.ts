/** The counter of a till with a big catalogue: scan to line, *Exact* to committed, online and with the server dead. */
import type { Page } from '@playwright/test';
import { signIn } from '../../../e2e/harness/till-screens.ts';
import { slowedDown, type BigShop } from './big-shop.ts';
import { verdictOf, type BenchRow } from './bench-row.ts';
import type { BenchOptions } from './bench-options.ts';
import { milliseconds } from './milliseconds.ts';
import { pinRow } from './pin-row.ts';
import { screenSearchRow } from './screen-search-row.ts';
import { atRest, scannedCode, sellRound, type SoldRound } from './sell-rounds.ts';
import { ratio, shownSpread, spreadOf } from './spread.ts';
import { steadyRow } from './steady-row.ts';
import { barePaints, bareScans } from './watch-till.ts';

const SCANS_A_SALE = 4;
const SLOW_TIMES = 4;
const FRAME_MS = 1000 / 60;
const SCAN_MS = 16;
const SCAN_SLOW_MS = 50;
const COMMIT_TIMES_MAX = 1.5;
const COMMIT_MS = 25;

/** On a locked till with a shift open. Ends with the server dead. */
export async function counterRows(big: BigShop, page: Page, options: BenchOptions): Promise<BenchRow[]> {
  await signIn(page, big.clerk.name, big.clerk.pin);
  // The browser compiles what runs often; the first sales of a day are not what is asked.
  await sell(page, 3, options);
  const online = await sell(page, options.rounds, options);
  const bare = await barePaints(page, options.rounds);
  const scans = await scanBare(page, options);
  const { slow, bareSlow } = await slowedDown(page, SLOW_TIMES, async () => ({
    slow: await sell(page, options.rounds, options),
    bareSlow: await scanBare(page, options),
  }));
  const search = await screenSearchRow(page, options);
  const steady = await steadyRow(page, options);
  await big.server.kill();
  const dead = await sell(page, options.rounds, options);
  const pin = await pinRow(page, big.clerk, options);
  return [
    scanRow(`scan to line, ${options.products} products`, SCAN_MS, online, scans),
    scanRow(`scan to line, processor ${SLOW_TIMES} × slower`, SCAN_SLOW_MS, slow, bareSlow),
    search,
    steady,
    commitRow('*Exact* to committed', online),
    commitRow('*Exact* to committed, server dead', dead),
    sameRow(online, dead),
    paidRow(online, bare),
    pin,
  ];
}

async function sell(page: Page, rounds: number, { products }: BenchOptions): Promise<SoldRound[]> {
  const sold: SoldRound[] = [];
  for (let round = 0; round < rounds; round += 1)
    sold.push(await sellRound(page, SCANS_A_SALE, round * SCANS_A_SALE, products));
  return sold;
}

function scanBare(page: Page, { rounds, products }: BenchOptions): Promise<number[]> {
  const codes = Array.from({ length: rounds * SCANS_A_SALE }, (_, place) => scannedCode(place, products));
  return bareScans(page, codes, () => atRest(page));
}

function scanRow(
  what: string,
  budgetMs: number,
  rounds: readonly SoldRound[],
  bareRounds: readonly number[],
): BenchRow {
  const painted = spreadOf(rounds.flatMap((round) => round.painted));
  const worked = spreadOf(rounds.flatMap((round) => round.worked));
  const bare = spreadOf(bareRounds);
  const lost = rounds.reduce((sum, round) => sum + round.lost, 0);
  return {
    what,
    budget: `p95 ≤ ${budgetMs} ms, none lost`,
    figures: {
      ...shownSpread(painted),
      'the page’s work p95': milliseconds(worked.p95),
      lost: String(lost),
    },
    reference: {
      'the same keys, each changing one word: median': milliseconds(bare.median),
      p95: milliseconds(bare.p95),
      'one frame': milliseconds(FRAME_MS),
      ratio: `${ratio(painted.p95, bare.p95)}, medians ${ratio(painted.median, bare.median)}`,
    },
    verdict: verdictOf(
      painted.p95 <= budgetMs && lost === 0,
      `the same keys that change one word each, and nothing else, are painted within p95 ${milliseconds(bare.p95)}: ` +
        'the rest is the line, its sum and its place in the list',
    ),
  };
}

function commitRow(what: string, rounds: readonly SoldRound[]): BenchRow {
  const here = spreadOf(rounds.map(({ committed }) => committed));
  const raw = spreadOf(rounds.map((round) => round.raw));
  return {
    what,
    budget: `p95 ≤ ${COMMIT_TIMES_MAX} × raw and ≤ ${COMMIT_MS} ms`,
    figures: shownSpread(here),
    reference: {
      'one strict commit of the same rows: median': milliseconds(raw.median),
      p95: milliseconds(raw.p95),
      ratio: `${ratio(here.p95, raw.p95)}, medians ${ratio(here.median, raw.median)}`,
    },
    verdict: verdictOf(
      here.p95 <= COMMIT_TIMES_MAX * raw.p95 && here.p95 <= COMMIT_MS,
      `${milliseconds(here.median - raw.median)} in the median are the tap and the frame that draws it, ` +
        'the sale priced again, its hash, and one look at the head of the journal',
    ),
  };
}

/** Equal within noise: the medians are nearer to each other than the middle half of either is wide. */
function sameRow(online: readonly SoldRound[], dead: readonly SoldRound[]): BenchRow {
  const [up, down] = [online, dead].map((rounds) => spreadOf(rounds.map(({ committed }) => committed)));
  if (up === undefined || down === undefined) throw new Error('nothing was sold');
  const noise = Math.max(up.p95 - up.median, down.p95 - down.median);
  return {
    what: 'the same, online against dead',
    budget: 'equal within noise',
    figures: { 'dead median': milliseconds(down.median) },
    reference: {
      'online median': milliseconds(up.median),
      noise: milliseconds(noise),
      ratio: ratio(down.median, up.median),
    },
    verdict: verdictOf(Math.abs(up.median - down.median) <= noise, 'they differ by more than the noise'),
  };
}

function paidRow(rounds: readonly SoldRound[], bareRounds: readonly number[]): BenchRow {
  const after = spreadOf(rounds.map(({ paid, committed }) => paid - committed));
  const bare = spreadOf(bareRounds);
  return {
    what: 'committed to *Paid* painted',
    budget: 'one frame',
    figures: shownSpread(after),
    reference: {
      'one word changed, painted: p95': milliseconds(bare.p95),
      ratio: ratio(after.p95, bare.p95),
    },
    verdict: verdictOf(
      after.median <= FRAME_MS,
      'a whole screen with the receipt is drawn, and a clean-up of the sale before it',
    ),
  };
}
