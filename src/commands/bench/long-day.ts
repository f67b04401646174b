/** `npm run long-day`: twelve hours' worth of sales at one till that is never loaded anew, and what each hour leaves behind. */
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { AMARA } from '../../../e2e/harness/demo-shop.ts';
import { prepareDemoTill } from '../../../e2e/harness/demo-till.ts';
import { disposeAll } from '../../../e2e/harness/dispose-all.ts';
import { nextSale, openShift, payCashExact, scan, signIn } from '../../../e2e/harness/till-screens.ts';
import { weighPage, type PageWeight } from '../../../e2e/harness/weigh-page.ts';
import { buildClientIfNeeded } from '../build-client.ts';
import { percentile } from './percentile.ts';

const HOURS = 12;
/** A busy counter rings one up every minute and a half. */
export const SALES_AN_HOUR = 40;
/** What code, caches and the database's own keeping may take on the way; a leak of one page a sale is far more. */
const HEAP_GROWTH_BYTES_MAX = 8_000_000;
const NODES_GROWTH_MAX = 200;
/** The shared machine's noise is larger than this only by bad luck; a till that slows down by each sale is far over it. */
const SLOWDOWN_MAX = 1.5;
const CODES = ['COF-001', 'BAK-002', 'KIT-001', 'CAN-001'];
const root = fileURLToPath(new URL('../../..', import.meta.url));

export interface HourFigures extends PageWeight {
  readonly hour: number;
  /** From the first scan to the next empty basket; the median. */
  readonly saleMs: number;
}

/** @param sales in an hour: fewer for a quick look. */
export async function measureLongDay(sales: number): Promise<HourFigures[]> {
  await buildClientIfNeeded(root, console.log);
  const { server, tablet } = await prepareDemoTill();
  try {
    const page = tablet.page();
    await signIn(page, AMARA.name, AMARA.pin);
    await openShift(page);
    // The parts that are fetched once, and the browser's own warming up, are no growth.
    await sellFor(page, sales);
    const devtools = await page.context().newCDPSession(page);
    const hours: HourFigures[] = [];
    for (let hour = 1; hour <= HOURS; hour += 1) {
      const times = await sellFor(page, sales);
      hours.push({ hour, ...(await weighPage(devtools)), saleMs: percentile(times, 0.5) });
    }
    return hours;
  } finally {
    await disposeAll(tablet, server);
  }
}

async function sellFor(page: Page, sales: number): Promise<number[]> {
  const times: number[] = [];
  for (let sale = 0; sale < sales; sale += 1) {
    const began = performance.now();
    for (const code of CODES.slice(0, 1 + (sale % CODES.length))) await scan(page, code);
    await payCashExact(page);
    await nextSale(page);
    times.push(performance.now() - began);
  }
  return times;
}

/** What grew between the first hour and the last by more than it may; nothing on a good day. */
export function grown(hours: readonly HourFigures[]): readonly string[] {
  const [first, last] = [hours.at(0), hours.at(-1)];
  if (first === undefined || last === undefined) return ['nothing was measured'];
  return [
    last.heapBytes - first.heapBytes > HEAP_GROWTH_BYTES_MAX ? 'heap' : '',
    last.nodes - first.nodes > NODES_GROWTH_MAX ? 'nodes' : '',
    last.saleMs > first.saleMs * SLOWDOWN_MAX ? 'time of a sale' : '',
  ].filter(Boolean);
}

export function longDayTable(hours: readonly HourFigures[]): string {
  const lines = hours.map(
    ({ hour, heapBytes, nodes, listeners, saleMs }) =>
      `| ${String(hour)} | ${(heapBytes / 1_000_000).toFixed(1)} | ${String(nodes)} | ${String(listeners)} | ${saleMs.toFixed(0)} |`,
  );
  return ['| hour | heap MB | DOM nodes | listeners | ms a sale |', '|--:|--:|--:|--:|--:|', ...lines].join(
    '\n',
  );
}
