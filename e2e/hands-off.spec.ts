// The counter without a finger on the glass: by keyboard alone, and by scanner as far as a scanner can go; server healthy and dead.
import { expect, test, type Page } from '@playwright/test';
import { AMARA } from './harness/demo-shop.ts';
import { prepareDemoTill } from './harness/demo-till.ts';
import { disposeAll } from './harness/dispose-all.ts';
import type { EvertillServer } from './harness/evertill-server.ts';
import { TEN_CODES, TEN_SCANS } from './harness/everyday-acts.ts';
import { handsOn } from './harness/hands.ts';
import { holdCommits } from './harness/hold-commits.ts';
import { pressByKey, tabTo } from './harness/keyboard.ts';
import type { Tablet } from './harness/tablet.ts';
import {
  basketLines,
  chargeButton,
  expectPaid,
  nextSale,
  payCashExact,
  receiptOnPaid,
  scan,
  scanBox,
} from './harness/till-screens.ts';

/** Between two keys of a person; a scanner's come quicker. */
const FINGER_MS = 100;

const button = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, exact: typeof name === 'string' });
const place = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Till' }).getByRole('button', { name });

for (const weather of ['healthy', 'dead'] as const)
  test.describe(`without a finger while the server is ${weather}`, () => {
    test.describe.configure({ mode: 'serial' });
    let server: EvertillServer;
    let tablet: Tablet;
    let receipt = '';

    test.beforeAll(async () => {
      ({ server, tablet } = await prepareDemoTill());
      if (weather === 'dead') await server.kill();
    });

    test.afterAll(() => disposeAll(tablet, server));

    test('P1 P2 SCREEN-81 by keyboard alone: sign in, open the shift', async () => {
      const page = tablet.page();
      await pressByKey(page, button(page, new RegExp(`^${AMARA.name}`)));
      await page.keyboard.type(AMARA.pin);
      await pressByKey(page, button(page, /^Start with/));
      await expect(scanBox(page)).toBeVisible();
    });

    test('P2 SCREEN-81 by keyboard alone: ten products by code and by name, exact cash, the next sale', async () => {
      const page = tablet.page();
      for (const code of TEN_CODES.slice(1)) await typeCode(page, code);
      await page.keyboard.type('flat white');
      await expect(page.getByRole('option', { name: /Flat white/ })).toBeVisible();
      await page.keyboard.press('Enter');
      await expect(basketLines(page)).toHaveCount(TEN_CODES.length);
      await pressByKey(page, chargeButton(page), 'Shift+Tab');
      await pressByKey(page, button(page, /^Exact/));
      await expectPaid(page);
      receipt = await receiptOnPaid(page);
      await pressByKey(page, button(page, 'Next sale'));
      await expect(scanBox(page)).toBeVisible();
    });

    test('P2 SCREEN-81 by keyboard alone: one line of a receipt comes back', async () => {
      const page = tablet.page();
      await pressByKey(page, place(page, 'Receipts'));
      await expect(page.getByRole('textbox', { name: 'Receipt number' })).toBeVisible();
      await typeCode(page, receipt);
      await pressByKey(page, button(page, 'Refund'));
      await pressByKey(page, button(page, 'One more back').nth(3));
      await pressByKey(page, button(page, 'Add to basket'));
      await expect(scanBox(page)).toBeVisible();
      await pressByKey(page, chargeButton(page), 'Shift+Tab');
      await pressByKey(page, button(page, /^Give back .* cash$/));
      await expectPaid(page);
      await pressByKey(page, button(page, 'Next sale'));
    });

    test('P2 SCREEN-81 by keyboard alone: a basket is parked under a name and taken up again', async () => {
      const page = tablet.page();
      await typeCode(page, 'COF-001');
      await pressByKey(page, button(page, 'Park'));
      await tabTo(page, page.getByRole('textbox', { name: 'Name' }));
      await page.keyboard.type('Mr Green');
      await page.keyboard.press('Enter');
      await pressByKey(page, button(page, 'Parked (1)'));
      await pressByKey(page, button(page, 'Take up'));
      await expect(basketLines(page)).toHaveCount(1);
      await pressByKey(page, chargeButton(page), 'Shift+Tab');
      await page.keyboard.type('1000', { delay: FINGER_MS });
      await page.keyboard.press('Enter');
      await expectPaid(page);
    });

    test('P2 SCREEN-91 by keyboard alone: a sale charged and paid by its keys', async () => {
      const page = tablet.page();
      await nextSale(page);
      await typeCode(page, 'COF-001');
      await expect(basketLines(page)).toHaveCount(1);
      await page.keyboard.press('Control+Enter');
      const way = (name: string) => button(page, name);
      await expect(way('Cash')).toHaveAttribute('aria-pressed', 'true');
      await page.keyboard.press('ArrowRight');
      await expect(way('Card')).toHaveAttribute('aria-pressed', 'true');
      await page.keyboard.press('Control+Enter');
      await page.keyboard.press('ArrowLeft');
      await expect(way('Cash')).toHaveAttribute('aria-pressed', 'true');
      await page.keyboard.press('Control+Enter');
      await expectPaid(page);
    });

    test('P2 SCREEN-82 the next scan leaves Paid and starts the next sale, whatever had the focus', async () => {
      const page = tablet.page();
      await tabTo(page, button(page, 'Print'));
      await scan(page, 'COF-001');
      await expect(basketLines(page)).toHaveCount(1);
      await scan(page, 'COF-002');
      await expect(chargeButton(page)).toHaveText('Charge £6.00');
      await payCashExact(page);
      await nextSale(page);
    });

    test('P2 SCREEN-110 a scan that comes while the sale before is committed is in the next one, and the change stays to be read', async () => {
      const page = tablet.page();
      await scan(page, 'COF-001');
      await chargeButton(page).click();
      const letGo = await holdCommits(page);
      await page.getByRole('button', { name: '£10', exact: true }).click();
      await scan(page, 'COF-002');
      await page.keyboard.type('COF');
      await letGo();
      await expectPaid(page);
      await expect(page.getByText('£6.80').first()).toBeVisible();
      await page.keyboard.type('-001');
      await page.keyboard.press('Enter');
      await expect(basketLines(page)).toHaveCount(2);
      await expect(chargeButton(page)).toHaveText('Charge £6.00');
      await payCashExact(page);
      await nextSale(page);
    });

    test('P3 SCREEN-113 from the tap that takes the money on, there is no way back to the basket', async () => {
      const page = tablet.page();
      await scan(page, 'COF-001');
      await chargeButton(page).click();
      const letGo = await holdCommits(page);
      // Both in one moment, before the screen could draw anything.
      const taps = [page.getByRole('button', { name: /^Exact/ }), button(page, 'Back to basket')];
      const [exact, back] = await Promise.all(taps.map((tap) => tap.elementHandle()));
      await page.evaluate(
        ([first, second]) => {
          first?.dispatchEvent(new MouseEvent('click', { bubbles: true }));
          second?.dispatchEvent(new MouseEvent('click', { bubbles: true }));
        },
        [exact, back],
      );
      await expect(button(page, /Saving/)).toBeVisible();
      await letGo();
      await expectPaid(page);
      await nextSale(page);
    });

    test('P2 SCREEN-82 a scanner rings up from wherever the focus is, with Enter or with Tab behind the code', async () => {
      const page = tablet.page();
      for (const focused of [place(page, 'Sell'), button(page, 'Bakery'), scanBox(page)]) {
        await focused.focus();
        await scan(page, '2000000427188');
      }
      await page.keyboard.type('2000000305974');
      await page.keyboard.press('Tab');
      await expect(chargeButton(page)).toHaveText('Charge £33.70');
      await scan(page, '4006381333931');
      await scan(page, 'COF-001');
      await expect(chargeButton(page)).toHaveText('Charge £36.90');
      await payCashExact(page);
      await nextSale(page);
    });

    test('P2 SCREEN-82 SCREEN-11 a scanned receipt opens from Sell, and another one after it', async () => {
      const page = tablet.page();
      await scan(page, receipt);
      const paper = page.getByRole('region', { name: 'Receipt', exact: true });
      await expect(paper).toContainText(receipt);
      const other = receipt.replace(/\d$/, (last) => String(Number(last) + 1));
      await scan(page, other);
      await expect(paper).toContainText(other);
      await scan(page, receipt);
      await expect(paper).toContainText(receipt);
      await pressByKey(page, place(page, 'Sell'));
    });

    test('P2 SCREEN-83 a cash sale of ten scans is ten scans and two taps', async () => {
      const hands = handsOn(tablet.page());
      await TEN_SCANS.act(hands, '');
      expect(hands.count).toEqual({ taps: 2, scans: 10, keys: 0 });
      await nextSale(tablet.page());
    });

    test('P2 SCREEN-81 by keyboard alone: the day is counted and closed', async () => {
      const page = tablet.page();
      await pressByKey(page, place(page, 'Shift'));
      await pressByKey(page, button(page, 'Close the day'));
      await tabTo(page, page.getByRole('textbox', { name: '£50 notes' }));
      await page.keyboard.type('5');
      await pressByKey(page, button(page, 'Done counting'));
      await pressByKey(page, button(page, 'Go on'));
      await pressByKey(page, button(page, 'There is no total'));
      await pressByKey(page, button(page, 'Close the day'));
      await expect(page.getByRole('heading', { name: 'Shift closed' })).toBeVisible();
      await pressByKey(page, button(page, 'Lock'));
      await expect(page.getByRole('heading', { name: 'Who is selling?' })).toBeVisible();
    });
  });

/** As fingers do: a key, and another. */
async function typeCode(page: Page, code: string): Promise<void> {
  await page.keyboard.type(code);
  await page.keyboard.press('Enter');
}
