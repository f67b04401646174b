// A till is never loaded anew between open and close: what a sale leaves behind would add up. The whole day is `npm run long-day`.
import { expect, test } from '@playwright/test';
import { AMARA } from './harness/demo-shop.ts';
import { prepareDemoTill } from './harness/demo-till.ts';
import { disposeAll } from './harness/dispose-all.ts';
import { nextSale, openShift, payCashExact, scan, signIn } from './harness/till-screens.ts';
import { weighPage } from './harness/weigh-page.ts';

/** The parts that are fetched once are there after these. */
const FIRST_SALES = 5;
const SALES = 15;
/** What comes and goes, a notice or what React still holds of the screen before, is a hundred in all; screens that stay are over twenty listeners and ninety nodes a sale. */
const LEFT_BY_A_SALE_MAX = 12;

test('SHELL-9 a sale leaves nothing of its screens behind: no nodes, no listeners', async () => {
  const { server, tablet } = await prepareDemoTill();
  try {
    const page = tablet.page();
    await signIn(page, AMARA.name, AMARA.pin);
    await openShift(page);
    const sell = async (sales: number) => {
      for (let sale = 0; sale < sales; sale += 1) {
        await scan(page, 'COF-001');
        await payCashExact(page);
        await nextSale(page);
      }
    };
    const devtools = await page.context().newCDPSession(page);
    await sell(FIRST_SALES);
    const before = await weighPage(devtools);
    await sell(SALES);
    const after = await weighPage(devtools);
    expect(after.nodes - before.nodes).toBeLessThan(SALES * LEFT_BY_A_SALE_MAX);
    expect(after.listeners - before.listeners).toBeLessThan(SALES * LEFT_BY_A_SALE_MAX);
  } finally {
    await disposeAll(tablet, server);
  }
});
