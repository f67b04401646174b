// A shop that has its ways to pay on the sell screen: ten scans and one tap are a cash sale, healthy or dead.
import { expect, test, type Page } from '@playwright/test';
import { TRIAL_POLICY } from '../src/testing/trial-shop.ts';
import { untilAppIsKept } from './harness/demo-till.ts';
import { disposeAll } from './harness/dispose-all.ts';
import { prepareServer, type EvertillServer } from './harness/evertill-server.ts';
import { expectAccessible } from './harness/expect-accessible.ts';
import { handsOn } from './harness/hands.ts';
import { labOf } from './harness/lab.ts';
import { prepareTablet, type Tablet } from './harness/tablet.ts';
import { basketLines, enrol, expectPaid, nextSale, openShift, scan, signIn } from './harness/till-screens.ts';

const TEA = '5012345678900';

test.describe('a shop that is paid on the sell screen', () => {
  test.describe.configure({ mode: 'serial' });
  let server: EvertillServer;
  let tablet: Tablet;

  test.beforeAll(async () => {
    server = await prepareServer(['--demo-faults']);
    await server.start();
    const shop = await labOf(server.origin).makeShop({
      name: 'Corner shop',
      tills: 1,
      products: [{ code: TEA, name: 'Tin of tea', price: 250 }],
      policy: { ...TRIAL_POLICY, paysOnSell: true, repeatScans: 'newLine' },
    });
    tablet = await prepareTablet(server.origin);
    const page = await tablet.switchOn();
    await enrol(page, shop.tills[0]?.code ?? '');
    await untilAppIsKept(page);
    await signIn(page, 'Alma', '4826');
    await openShift(page);
  });

  test.afterAll(() => disposeAll(tablet, server));

  for (const weather of ['healthy', 'dead'] as const)
    test(`P2 SCREEN-92 ten scans and one tap are a cash sale, and Card and More are one tap away, server ${weather}`, async () => {
      if (weather === 'dead') await server.kill();
      const page = tablet.page();
      const hands = handsOn(page);
      for (let scanned = 0; scanned < 10; scanned += 1) await hands.scan(TEA);
      await expect(basketLines(page)).toHaveCount(10);
      await expectAccessible(page);
      await hands.tap('Cash exact');
      await expectPaid(page);
      expect(hands.count).toEqual({ scans: 10, taps: 1, keys: 0 });
      await nextSale(page);
      await payByCardOnSell(page);
      await scan(page, TEA);
      await page.getByRole('button', { name: 'More ways to pay' }).click();
      await page.getByRole('button', { name: '£5', exact: true }).click();
      await expect(page.getByText('£2.50').first()).toBeVisible();
      await nextSale(page);
    });
});

async function payByCardOnSell(page: Page): Promise<void> {
  await scan(page, TEA);
  await page.getByRole('group', { name: 'How is it paid?' }).getByRole('button', { name: 'Card' }).click();
  await page.getByRole('button', { name: 'Terminal says Approved' }).click();
  await expectPaid(page);
  await nextSale(page);
}
