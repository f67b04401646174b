/** The rows of a till: its counter on one tablet of a big shop, its start and its sync on another one. */
import { disposeAll } from '../../../e2e/harness/dispose-all.ts';
import type { Tablet } from '../../../e2e/harness/tablet.ts';
import { bigCatalogue } from './big-catalogue.ts';
import { enrolTillOf, prepareBigShop, type BigShop } from './big-shop.ts';
import { skippedRow, type BenchRow } from './bench-row.ts';
import type { BenchOptions } from './bench-options.ts';
import { counterRows } from './counter-rows.ts';
import { localWriteRow } from './local-write/local-write-row.ts';
import { startRows, syncRows } from './tablet-rows.ts';

const SMALL_PART = 5;

type Tell = (rows: readonly BenchRow[]) => void;

/** @param tell takes rows as they come: a run takes minutes, and what was measured is not lost with what fails after it. */
export async function tillRows(options: BenchOptions, tell: Tell): Promise<void> {
  const { products } = options;
  const measure = attempting(tell);
  await onTill(products, async (big, tablet) => {
    await measure('sync', () => syncRows(big, tablet, options));
    await measure('counter', () => counterRows(big, tablet.page(), options));
    await big.server.kill();
    await measure('start', () => startRows(tablet, products, options));
  });
  await onTill(products / SMALL_PART, async ({ server }, tablet) => {
    await server.kill();
    await measure('start, small', () => startRows(tablet, products / SMALL_PART, options));
  });
  await measure('local write', async () => [await localWriteRow(options)]);
}

/** What cannot be measured is told in its place, and the rest is measured all the same. */
function attempting(tell: Tell) {
  return async (what: string, work: () => Promise<BenchRow[]>): Promise<void> => {
    try {
      tell(await work());
    } catch (error) {
      console.error(error);
      tell([skippedRow(what, '', 'it could not be measured; the output says why')]);
    }
  };
}

async function onTill(
  products: number,
  work: (big: BigShop, tablet: Tablet) => Promise<void>,
): Promise<void> {
  const big = await prepareBigShop(bigCatalogue(products));
  const opened: Tablet[] = [];
  try {
    const tablet = await enrolTillOf(big);
    opened.push(tablet);
    await work(big, tablet);
  } finally {
    await disposeAll(...opened, big.server);
  }
}
