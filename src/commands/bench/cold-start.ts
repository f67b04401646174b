/** A till started cold with its server dead: to the people on its lock screen, and to goods that can be sold. */
import { expect } from '@playwright/test';
import type { Tablet } from '../../../e2e/harness/tablet.ts';
import { spreadOf, type Spread } from './spread.ts';
import { readWatched, watchTill } from './watch-till.ts';

const START_MS_MAX = 120_000;

export interface ColdStarts {
  /** From the page's beginning; the browser's own start is not the till's. */
  readonly locked: Spread;
  readonly sellable: Spread;
  /** In use after everything unused was collected. */
  readonly heapBytes: number;
}

/** @param times so many times slower the processor is, from the page's first byte on. */
export async function coldStarts(tablet: Tablet, rounds: number, times: number): Promise<ColdStarts> {
  const locked: number[] = [];
  const sellable: number[] = [];
  let heapBytes = 0;
  for (let round = 0; round < rounds; round += 1) {
    await tablet.switchOff();
    const page = await tablet.switchOn(async (blank) => {
      await watchTill(blank);
      const session = await blank.context().newCDPSession(blank);
      await session.send('Emulation.setCPUThrottlingRate', { rate: times });
    });
    const seen = async () => {
      const { faces, tasks } = await readWatched(page);
      return { lock: faces.lock ?? -1, goods: tasks.find(({ is }) => is === 'loaded')?.answered ?? -1 };
    };
    await expect
      .poll(async () => Math.min(...Object.values(await seen())), { timeout: START_MS_MAX })
      .toBeGreaterThan(0);
    const { lock, goods } = await seen();
    locked.push(lock);
    sellable.push(Math.max(lock, goods));
    const session = await page.context().newCDPSession(page);
    await session.send('HeapProfiler.collectGarbage');
    heapBytes = (await session.send('Runtime.getHeapUsage')).usedSize;
  }
  return { locked: spreadOf(locked), sellable: spreadOf(sellable), heapBytes };
}
