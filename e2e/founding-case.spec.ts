// The morning of the founding case, step by step: login breaks, then everything, then the server dies; the shop sells on.
import { expect, test, type Page } from '@playwright/test';
import { AMARA, BO, ISLA, OFFICE, printedCode } from './harness/demo-shop.ts';
import { disposeAll } from './harness/dispose-all.ts';
import { expectAccessible } from './harness/expect-accessible.ts';
import { prepareServer, type EvertillServer } from './harness/evertill-server.ts';
import { labOf } from './harness/lab.ts';
import { readFigures, signInToOffice } from './harness/office-screens.ts';
import { prepareTablet, type Tablet } from './harness/tablet.ts';
import {
  enrol,
  expectUpToDate,
  goTo,
  nextSale,
  openShift,
  payByCard,
  payCashExact,
  receiptOnPaid,
  scan,
  signIn,
} from './harness/till-screens.ts';

let server: EvertillServer;
let tablet: Tablet;

test.beforeAll(async () => {
  server = await prepareServer(['--demo-faults']);
  await server.start();
  tablet = await prepareTablet(server.origin);
});

test.afterAll(() => disposeAll(tablet, server));

async function sell(page: Page, code: string, pay: (page: Page) => Promise<void>): Promise<string> {
  await scan(page, code);
  await pay(page);
  const receipt = await receiptOnPaid(page);
  await nextSale(page);
  return receipt;
}

test('P1 P3 P4 P5 P8 the founding morning: no login, no server, every sale sold and every penny reconciled', async () => {
  const lab = labOf(server.origin);
  const receipts: string[] = [];

  await test.step('06:00 a tablet is enrolled and the shop opens', async () => {
    const page = await tablet.switchOn();
    await enrol(page, printedCode(server));
    await expectAccessible(page);
    await signIn(page, AMARA.name, AMARA.pin);
    await openShift(page);
    await expectAccessible(page);
    receipts.push(await sell(page, 'COF-001', payCashExact));
    await expectUpToDate(page);
  });

  await test.step('P5 06:10 every login answers 500: the clerk reads so calmly, and sales still reach head office', async () => {
    await lab.breakRequests('login', '500');
    const page = tablet.page();
    await expect(page.getByText('Head office sign-in is down. Keep selling.').first()).toBeVisible({
      timeout: 120_000,
    });
    receipts.push(await sell(page, 'COF-002', payByCard));
    await expectUpToDate(page);
  });

  await test.step('P1 the tablet restarts; a clerk who never used it signs in from cold', async () => {
    await tablet.switchOff();
    const page = await tablet.switchOn();
    await signIn(page, BO.name, BO.pin);
    receipts.push(await sell(page, 'COF-003', payCashExact));
    await expectUpToDate(page);
  });

  await test.step('P8 everything answers a web page with 200: the app still opens and sells', async () => {
    await lab.breakRequests('everything', 'html200');
    const page = tablet.page();
    await page.reload();
    await signIn(page, BO.name, BO.pin);
    receipts.push(await sell(page, 'COF-001', payCashExact));
    await expect(page.getByRole('button', { name: 'Saved on this device (1)' }).first()).toBeVisible({
      timeout: 60_000,
    });
    await expect(page.getByText('Head office cannot be reached. Keep selling.').first()).toBeVisible({
      timeout: 60_000,
    });
  });

  await test.step('P3 the server dies and so does the tablet; what was paid is there, and it sells on', async () => {
    await server.kill();
    await tablet.pullThePlug();
    const page = await tablet.switchOn();
    await signIn(page, ISLA.name, ISLA.pin);
    receipts.push(await sell(page, 'COF-002', payByCard));
    await expect(page.getByRole('button', { name: 'Saved on this device (2)' }).first()).toBeVisible();
    await goTo(page, 'Receipts');
    for (const receipt of receipts)
      await expect(page.getByRole('button', { name: new RegExp(receipt) })).toHaveCount(1);
  });

  await test.step('P4 06:50 the server is back: the queue drains by itself', async () => {
    await server.start();
    await expectUpToDate(tablet.page());
  });

  await test.step('P4 the office has every receipt once, to the penny', async () => {
    const page = await tablet.page().context().newPage();
    await page.setViewportSize({ width: 1440, height: 900 });
    await signInToOffice(page, server.origin, OFFICE);
    await expect.poll(async () => (await readFigures(page)).get('Receipts')).toBe(String(receipts.length));
    expect(new Set(receipts).size).toBe(receipts.length);
    expect((await readFigures(page)).get('Gross')).toBe('£15.40');
    await expect(page.getByText('5 of 5')).toBeVisible();
    await expectAccessible(page);
    await page.close();
  });
});
