// Practice: the real screens on a till of their own, with the server dead, and nothing of it in the real journal.
import { expect, test, type Page } from '@playwright/test';
import { signInCold } from './harness/counter-core.ts';
import { AMARA } from './harness/demo-shop.ts';
import { prepareDemoTill } from './harness/demo-till.ts';
import { disposeAll } from './harness/dispose-all.ts';
import type { EvertillServer } from './harness/evertill-server.ts';
import { expectAccessible } from './harness/expect-accessible.ts';
import { readJournal } from './harness/read-journal.ts';
import type { Tablet } from './harness/tablet.ts';
import {
  basketLines,
  chargeButton,
  expectPaid,
  nextSale,
  openShift,
  payByCard,
  payCashExact,
  receiptOnPaid,
  scan,
  scanBox,
} from './harness/till-screens.ts';

const button = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, exact: typeof name === 'string' });
const band = (page: Page) => page.getByRole('banner', { name: 'PRACTICE' });
const asks = (page: Page, what: string | RegExp) =>
  expect(band(page).getByRole('region', { name: 'Coach' })).toContainText(what);
const lockScreen = (page: Page) => page.getByRole('heading', { name: 'Who is selling?' });

test.describe('practice while the server is dead', () => {
  test.describe.configure({ mode: 'serial' });
  let server: EvertillServer;
  let tablet: Tablet;
  let receiptBefore = '';

  test.beforeAll(async () => {
    ({ server, tablet } = await prepareDemoTill());
    await server.kill();
    const page = await signInCold(tablet, AMARA);
    await openShift(page);
    await scan(page, 'COF-001');
    await payCashExact(page);
    receiptBefore = await receiptOnPaid(page);
    await nextSale(page);
    await scan(page, 'COF-002');
    await button(page, 'Lock').click();
    await expect(lockScreen(page)).toBeVisible();
  });

  test.afterAll(() => disposeAll(tablet, server));

  test('PRACT-1 PRACT-2 PRACT-4 P2 three scripted sales without a PIN, each seen by the coach, none in the journal', async () => {
    const page = tablet.page();
    const before = await doneAtTheTill(page);
    await button(page, 'Practise').click();
    await asks(page, 'Tap Apple');
    await expectAccessible(page);
    await button(page, /^Apple/).click();
    await asks(page, 'Press Charge');
    await chargeButton(page).click();
    await asks(page, 'Press Exact');
    await button(page, /^Exact/).click();
    await expectPaid(page);
    await expect(page.getByRole('region', { name: 'Receipt', exact: true })).toContainText(
      'PRACTICE. No receipt.',
    );
    await expect(page.getByText('PRACTICE1-000001').first()).toBeVisible();
    await asks(page, 'Well done.');
    await nextSale(page);
    await asks(page, 'Sale 2 of 10');
    await button(page, /^Bread/).click();
    await chargeButton(page).click();
    await button(page, '£5').click();
    await expectPaid(page);
    await asks(page, 'Well done.');
    await nextSale(page);
    await asks(page, 'type 3*');
    await scanBox(page).fill('3*');
    await asks(page, 'Now tap Apple');
    await button(page, /^Apple/).click();
    await expect(chargeButton(page)).toHaveText('Charge £1.80');
    await payByCard(page);
    await asks(page, 'Well done.');
    await nextSale(page);
    await asks(page, 'Sale 4 of 10');
    await expect(band(page)).toBeVisible();
    expect(await doneAtTheTill(page)).toEqual(before);
  });

  test('PRACT-3 PRACT-5 what was not asked for is said, skipping and leaving lose nothing, and the till sells on where it was', async () => {
    const page = tablet.page();
    const before = await doneAtTheTill(page);
    await button(page, /^Coffee/).click();
    await payCashExact(page);
    await asks(page, 'Not what was asked');
    await nextSale(page);
    for (let skipped = 4; skipped < 10; skipped += 1) await button(page, 'Skip').click();
    await asks(page, 'Press Receipts');
    await button(page, 'Skip').click();
    await expect(page.getByRole('dialog', { name: 'That was all ten' })).toContainText('You did 3 of 10');
    await button(page, 'Leave practice').last().click();
    await expect(lockScreen(page)).toBeVisible();
    await expect(band(page)).toBeHidden();
    await signIn(page);
    await expect(basketLines(page)).toHaveCount(1);
    await payCashExact(page);
    expect(await receiptOnPaid(page)).toBe(receiptBefore.replace(/1$/, '2'));
    expect((await doneAtTheTill(page)).slice(0, before.length)).toEqual(before);
  });
});

async function signIn(page: Page): Promise<void> {
  await button(page, new RegExp(`^${AMARA.name}`)).click();
  await page.keyboard.type(AMARA.pin);
  await expect(scanBox(page)).toBeVisible();
}

/** The till itself goes on beside the practice: what it notices of its link is told in its journal, and is nobody's act. */
async function doneAtTheTill(page: Page): Promise<string[]> {
  return (await readJournal(page)).filter((bytes) => !/"kind":"outage(Noticed|Ended)"/.test(bytes));
}
