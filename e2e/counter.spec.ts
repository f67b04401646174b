// The counter, journey by journey. In the full run each is walked again with the login module broken in each of its ways,
// and with the server dead: the outage path is the everyday path.
import { expect, test, type Page } from '@playwright/test';
import { PEOPLE_PLANE_FAULTS } from '../src/server/faults/fault-board.ts';
import { refundWithoutReceipt, sellInCash, signInCold } from './harness/counter-core.ts';
import { AMARA, BO } from './harness/demo-shop.ts';
import { prepareDemoTill } from './harness/demo-till.ts';
import { disposeAll } from './harness/dispose-all.ts';
import type { EvertillServer } from './harness/evertill-server.ts';
import { labOf } from './harness/lab.ts';
import { escape } from './harness/stop.ts';
import type { Tablet } from './harness/tablet.ts';
import {
  basketLines,
  chargeButton,
  emptyBasket,
  expectPaid,
  goTo,
  nextSale,
  openReceipt,
  openShift,
  receiptOnPaid,
  scan,
  scanBox,
  signIn,
} from './harness/till-screens.ts';

type Weather = 'healthy' | 'dead' | (typeof PEOPLE_PLANE_FAULTS)[number];
const WEATHERS: readonly Weather[] =
  process.env['EVERTILL_E2E'] === 'full' ? ['healthy', ...PEOPLE_PLANE_FAULTS, 'dead'] : ['healthy'];

const total = (page: Page, sum: string) => expect(chargeButton(page)).toHaveText(`Charge ${sum}`);

for (const weather of WEATHERS)
  test.describe(`the counter while the server is ${weather}`, () => {
    test.describe.configure({ mode: 'serial' });
    let server: EvertillServer;
    let tablet: Tablet;

    test.beforeAll(async () => {
      ({ server, tablet } = await prepareDemoTill(['--demo-faults']));
      if (weather === 'dead') await server.kill();
      else if (weather !== 'healthy') await labOf(server.origin).breakPeoplePlane(weather);
    });

    test.afterAll(() => disposeAll(tablet, server));

    test('P1 a wrong PIN is said so, the right one opens the counter, from cold', async () => {
      await tablet.switchOff();
      const page = await tablet.switchOn();
      await page.getByRole('button', { name: /^Amara/ }).click();
      await page.keyboard.type('9999');
      await expect(page.getByText(/That PIN is not right/)).toBeVisible();
      await page.keyboard.type(AMARA.pin);
      await openShift(page);
    });

    test('P2 search by words, several at once, another price, remove with undo, empty with undo', async () => {
      const page = tablet.page();
      await scanBox(page).fill('white flat');
      await expect(page.getByRole('option', { name: /Flat white/ })).toBeVisible();
      await scanBox(page).press('Enter');
      await total(page, '£3.20');
      await scan(page, 'COF-002', 3);
      await total(page, '£11.60');
      await page.getByRole('button', { name: /^3 × Americano/ }).click();
      const sheet = page.getByRole('dialog', { name: 'Americano' });
      await sheet.getByRole('textbox', { name: 'Quantity' }).fill('2');
      await sheet.getByRole('textbox', { name: 'Price each' }).fill('2.50');
      await sheet.getByRole('button', { name: 'Done' }).click();
      await total(page, '£8.20');
      await page.getByRole('button', { name: 'Remove', exact: true }).click();
      await total(page, '£3.20');
      await page.getByRole('button', { name: 'Undo' }).click();
      await total(page, '£8.20');
      await emptyBasket(page);
      await expect(basketLines(page)).toHaveCount(0);
      await page.getByRole('button', { name: 'Undo' }).click();
      await total(page, '£8.20');
      await emptyBasket(page);
    });

    test('P2 an unknown code is said calmly and loses nothing', async () => {
      const page = tablet.page();
      await scan(page, 'COF-001');
      await scan(page, '4006381333931');
      await expect(page.getByText('Nothing has the code 4006381333931')).toBeVisible();
      await total(page, '£3.20');
      await scan(page, 'COF-001');
      await total(page, '£6.40');
      await emptyBasket(page);
    });

    test('P2 TAX-1 eaten in, a croissant is taxed; taken away it is not', async () => {
      const page = tablet.page();
      await scan(page, 'BAK-001');
      await page.getByRole('radio', { name: 'Eat in' }).check();
      await chargeButton(page).click();
      await page.getByRole('button', { name: /^Exact/ }).click();
      await expectPaid(page);
      await expect(page.getByText(/VAT 20 % on/)).toBeVisible();
      await nextSale(page);
      await scan(page, 'BAK-001');
      await chargeButton(page).click();
      await page.getByRole('button', { name: /^Exact/ }).click();
      await expectPaid(page);
      await expect(page.getByText(/VAT 0 % on/)).toBeVisible();
      await nextSale(page);
    });

    test('P2 part in cash, the rest by card after one refusal of the terminal', async () => {
      const page = tablet.page();
      await scan(page, 'KIT-001');
      await chargeButton(page).click();
      await page.keyboard.type('500');
      await page.getByRole('button', { name: 'Take £5.00 cash' }).click();
      await page.getByRole('button', { name: 'Card', exact: true }).click();
      await page.getByRole('button', { name: 'Terminal says Declined' }).click();
      await expect(page.getByText(/Nothing was taken/)).toBeVisible();
      await page.getByRole('button', { name: 'Terminal says Approved' }).click();
      await expectPaid(page);
      await nextSale(page);
    });

    test('P2 a typed sum gives the change back in figures one can read across the counter', async () => {
      const page = tablet.page();
      await scan(page, 'COF-001');
      await chargeButton(page).click();
      // At a person's pace: quicker, it would be a scan.
      await page.keyboard.type('1000', { delay: 100 });
      await page.keyboard.press('Enter');
      await expectPaid(page);
      await expect(page.getByText('£6.80').first()).toBeVisible();
      await nextSale(page);
    });

    test('P2 REFUND-1 one line of a receipt comes back, never more than is left; a copy is marked as one', async () => {
      const page = tablet.page();
      const receipt = await sellInCash(page, 'COF-003');
      await openReceipt(page, receipt);
      await expect(page.getByText('COPY', { exact: true }).first()).toBeVisible();
      await page.getByRole('button', { name: 'Refund', exact: true }).click();
      const sheet = page.getByRole('dialog', { name: 'What comes back?' });
      await expect(sheet.getByText(/1 can come back/)).toBeVisible();
      await sheet.getByRole('button', { name: 'One more back' }).click();
      await expect(sheet.getByRole('button', { name: 'One more back' })).toBeDisabled();
      await sheet.getByRole('button', { name: 'Add to basket' }).click();
      await chargeButton(page).click();
      await page.getByRole('button', { name: /^Give back £[\d.]+ cash$/ }).click();
      await expectPaid(page);
      expect(await receiptOnPaid(page)).not.toBe(receipt);
      await nextSale(page);
      await openReceipt(page, receipt);
      await page.getByRole('button', { name: 'Refund', exact: true }).click();
      await expect(sheet.getByText(/All came back/)).toBeVisible();
      await escape(page);
      await goTo(page, 'Sell');
    });

    test('P2 without a receipt a manager’s PIN is asked, on the spot', async () => {
      await refundWithoutReceipt(tablet.page(), 'COF-004');
    });

    test('P1 P2 another clerk takes over from cold; the day closes with a recount and a difference in words', async () => {
      const page = await signInCold(tablet, BO);
      await goTo(page, 'Shift');
      await page.getByRole('button', { name: 'Close the day' }).click();
      await page.getByRole('textbox', { name: '£20 notes' }).fill('5');
      await page.getByRole('button', { name: 'Done counting' }).click();
      await expect(page.getByText(/less than expected/)).toBeVisible();
      await page.getByRole('button', { name: 'Count again' }).click();
      await page.getByRole('textbox', { name: '£20 notes' }).fill('9');
      await page.getByRole('button', { name: 'Done counting' }).click();
      await expect(page.getByText(/(more|less) than expected|It agrees/)).toBeVisible();
      await page.getByRole('button', { name: 'Go on' }).click();
      await page.getByRole('button', { name: 'There is no total' }).click();
      await page.getByRole('button', { name: 'Close the day' }).click();
      await expect(page.getByRole('heading', { name: 'Shift closed' })).toBeVisible();
      await page.getByRole('button', { name: 'Lock', exact: true }).last().click();
      await expect(page.getByRole('heading', { name: 'Who is selling?' })).toBeVisible();
      if (weather === 'dead') await server.start();
      await signIn(page, AMARA.name, AMARA.pin);
      await expect(page.getByRole('button', { name: /Up to date/ }).first()).toBeVisible({
        timeout: 120_000,
      });
    });
  });
