// What a clerk does beside ringing up and charging, act by act: with the server healthy, and with the server dead.
import { expect, test, type Locator, type Page } from '@playwright/test';
import { sellByCard, sellInCash, signInCold } from './harness/counter-core.ts';
import { AMARA, KENJI } from './harness/demo-shop.ts';
import { prepareDemoTill } from './harness/demo-till.ts';
import { disposeAll } from './harness/dispose-all.ts';
import type { EvertillServer } from './harness/evertill-server.ts';
import { expectAccessible } from './harness/expect-accessible.ts';
import { countRows, readJournal } from './harness/read-journal.ts';
import { escape } from './harness/stop.ts';
import type { Tablet } from './harness/tablet.ts';
import {
  basketLines,
  basketMenu,
  chargeButton,
  emptyBasket,
  expectPaid,
  nextSale,
  openReceipt,
  openShift,
  payCashExact,
  scan,
  scanBox,
  signIn,
} from './harness/till-screens.ts';

const total = (page: Page, sum: string) => expect(chargeButton(page)).toHaveText(`Charge ${sum}`);
const receiptPaper = (page: Page) => page.getByRole('region', { name: 'Receipt', exact: true });
const dialog = (page: Page, name: string | RegExp): Locator => page.getByRole('dialog', { name });

async function factsOf(page: Page, kind: string): Promise<string[]> {
  return (await readJournal(page)).filter((bytes) => bytes.includes(`"kind":"${kind}"`));
}

for (const weather of ['healthy', 'dead'] as const)
  test.describe(`acts at the counter while the server is ${weather}`, () => {
    test.describe.configure({ mode: 'serial' });
    let server: EvertillServer;
    let tablet: Tablet;

    test.beforeAll(async () => {
      ({ server, tablet } = await prepareDemoTill());
      if (weather === 'dead') await server.kill();
      await openShift(await signInCold(tablet, AMARA));
    });

    test.afterAll(() => disposeAll(tablet, server));

    test('P2 SCREEN-40 a line is changed wholly from the keyboard: quantity, price and back, discount, note', async () => {
      const page = tablet.page();
      await scan(page, 'COF-002');
      await page.getByRole('button', { name: /^1 × Americano/ }).press('Enter');
      const sheet = dialog(page, 'Americano');
      await sheet.getByRole('textbox', { name: 'Price each' }).fill('2.00');
      await sheet.getByRole('button', { name: 'Back to £2.80' }).press('Enter');
      await sheet.getByRole('button', { name: 'One more of this' }).press('Enter');
      await sheet.getByRole('radio', { name: 'None' }).press('ArrowRight');
      await sheet.getByRole('radio', { name: 'Damaged' }).press(' ');
      await sheet.getByRole('textbox', { name: 'Note' }).fill('oat milk');
      await expectAccessible(page);
      await sheet.getByRole('textbox', { name: 'Note' }).press('Enter');
      await total(page, '£5.32');
      await expect(basketLines(page)).toContainText(['oat milk']);
      await expect(basketLines(page)).toContainText(['Damaged 5 %−£0.28']);
      await payCashExact(page);
      await expect(receiptPaper(page)).toContainText('oat milk');
      await expect(receiptPaper(page)).toContainText('Damaged 5 %');
      await nextSale(page);
    });

    test('P2 SALE-19 SCREEN-42 a discount over the clerk’s limit says so, and asks a manager at Charge', async () => {
      const page = tablet.page();
      await scan(page, 'KIT-001');
      await scan(page, 'COF-001');
      await basketMenu(page, 'Discount on everything');
      const sheet = dialog(page, 'Discount on everything');
      await sheet.getByRole('radio', { name: '20 %', exact: true }).check();
      await expect(sheet.getByText('A manager’s PIN will be asked at Charge.')).toBeVisible();
      await sheet.getByRole('button', { name: /^Take off/ }).click();
      await expect(sheet.getByText('Choose a reason.')).toBeVisible();
      await sheet.getByRole('radio', { name: 'Goodwill' }).check();
      await expectAccessible(page);
      await sheet.getByRole('button', { name: /^Take off/ }).click();
      await expect(page.getByRole('button', { name: /^Goodwill 20 %/ })).toBeVisible();
      await chargeButton(page).click();
      await dialog(page, /PIN, please/)
        .getByRole('button', { name: new RegExp(`^${KENJI.name}`) })
        .click();
      await page.keyboard.type(KENJI.pin);
      await page.getByRole('button', { name: /^Exact/ }).click();
      await expectPaid(page);
      await expect(receiptPaper(page)).toContainText('Goodwill 20 %');
      await nextSale(page);
    });

    test('P2 SCREEN-45 an age is asked at once, no scan answers it, and refusing takes the goods out as a fact', async () => {
      const page = tablet.page();
      await scan(page, 'COF-001');
      await scan(page, 'DRI-014');
      const asked = page.getByRole('alertdialog', { name: 'Is the customer 18 or older?' });
      await expect(asked).toBeVisible();
      await page.keyboard.press('Tab');
      await scan(page, 'COF-002');
      await expect(asked.getByText(/That scan was not taken/)).toBeVisible();
      await page.keyboard.press('Escape');
      await expectAccessible(page);
      await asked.getByRole('button', { name: 'Refused' }).click();
      await total(page, '£3.20');
      await expect.poll(() => factsOf(page, 'ageRefused')).toHaveLength(1);
      await scan(page, 'DRI-014');
      await asked.getByRole('button', { name: 'Looks over 25' }).click();
      await scan(page, 'DRI-014');
      await total(page, '£12.20');
      await payCashExact(page);
      await nextSale(page);
    });

    test('P2 SALE-22 SALE-23 a basket is parked and taken up again; what is on the desk is parked first', async () => {
      const page = tablet.page();
      await scan(page, 'COF-001', 2);
      await page.getByRole('button', { name: 'Park', exact: true }).click();
      await dialog(page, 'Park this basket').getByRole('textbox', { name: 'Name' }).fill('Mrs Brown');
      await page.keyboard.press('Enter');
      await expect(page.getByRole('button', { name: 'Parked (1)' })).toBeVisible();
      await expect(basketLines(page)).toHaveCount(0);
      await scan(page, 'CAN-001');
      await page.getByRole('button', { name: 'Parked (1)' }).click();
      await expect(page.getByText('2 × Flat white')).toBeVisible();
      await expectAccessible(page);
      await page.getByRole('button', { name: 'Take up' }).click();
      await page.getByRole('button', { name: /^Park these/ }).click();
      await total(page, '£6.40');
      await tablet.switchOff();
      await signIn(await tablet.switchOn(), AMARA.name, AMARA.pin);
      await total(tablet.page(), '£6.40');
      await payCashExact(tablet.page());
      await nextSale(tablet.page());
    });

    test('P2 SCREEN-44 a parked basket nobody comes back for is thrown away, and an emptied one told, as facts', async () => {
      const page = tablet.page();
      await page.getByRole('button', { name: 'Parked (1)' }).click();
      await page.getByRole('button', { name: 'Throw away' }).click();
      await page.getByRole('button', { name: 'Really throw away' }).click();
      await expect(page.getByText('Nothing is parked', { exact: true })).toBeVisible();
      await escape(page);
      await scan(page, 'COF-001');
      await emptyBasket(page);
      await scan(page, 'COF-002');
      await expect.poll(() => factsOf(page, 'saleVoided')).toHaveLength(2);
      await emptyBasket(page);
      // The tablet dies while it could still be taken back: it is told at the next start.
      await expect.poll(() => countRows(page, 'emptied')).toBe(1);
      await tablet.switchOff();
      await signIn(await tablet.switchOn(), AMARA.name, AMARA.pin);
      await expect.poll(() => factsOf(tablet.page(), 'saleVoided')).toHaveLength(3);
    });

    test('P2 TEND-8 a wrong payment is corrected on Paid and on the receipt, and a refund goes back that way', async () => {
      const page = tablet.page();
      const receipt = await sellInCash(page, 'COF-003');
      await openReceipt(page, receipt);
      await page.getByRole('button', { name: 'Wrong payment?' }).click();
      await dialog(page, 'How was it really paid?').getByRole('button', { name: 'It was card' }).click();
      await expect(receiptPaper(page)).toContainText('Card');
      await expectAccessible(page);
      await page.getByRole('button', { name: 'Refund', exact: true }).click();
      const sheet = dialog(page, 'What comes back?');
      await sheet.getByRole('button', { name: 'Everything' }).click();
      await sheet.getByRole('button', { name: 'Add to basket' }).click();
      await chargeButton(page).click();
      await page.getByRole('button', { name: 'Terminal says Approved' }).click();
      await expectPaid(page);
      await nextSale(page);
      await sellByCard(page, 'COF-001');
    });

    test('P2 SALE-9 an even exchange is done with one tap', async () => {
      const page = tablet.page();
      const receipt = await sellInCash(page, 'COF-001');
      await openReceipt(page, receipt);
      await page.getByRole('button', { name: 'Refund', exact: true }).click();
      const sheet = dialog(page, 'What comes back?');
      await sheet.getByRole('button', { name: 'Everything' }).click();
      await sheet.getByRole('button', { name: 'Add to basket' }).click();
      await expect(scanBox(page)).toBeVisible();
      await scan(page, 'COF-001');
      await page.getByRole('button', { name: 'Done, nothing to pay' }).click();
      await expectPaid(page);
      await nextSale(page);
    });

    test('P2 IDEN-55 somebody new today and a forgotten PIN are settled at the till, a supervisor standing by', async () => {
      const page = tablet.page();
      await page
        .getByRole('button', { name: /Lock the till$/ })
        .first()
        .click();
      await chooseAtLock(page, 'Zoë', async (sheet) => {
        await sheet.getByRole('textbox', { name: 'Name' }).fill('Zoë');
        await expectAccessible(page);
        await page.keyboard.press('Enter');
      });
      await typePin(page, '7391');
      await typePin(page, '7391');
      await expect(scanBox(page)).toBeVisible();
      const [told] = await factsOf(page, 'personAdded');
      expect(told).toContain('"approver":"s-kenji"');
      expect(told).not.toMatch(/Zoë|7391/);
      await sellInCash(page, 'COF-001');
      await page
        .getByRole('button', { name: /Lock the till$/ })
        .first()
        .click();
      await chooseAtLock(page, AMARA.name, (sheet) =>
        sheet.getByRole('button', { name: AMARA.name }).click(),
      );
      await typePin(page, '1234');
      await expect(page.getByText('guessed too easily')).toBeVisible();
      await typePin(page, '9071');
      await typePin(page, '9071');
      await expect(scanBox(page)).toBeVisible();
      // Head office's next roster says it too, where there is a head office.
      if (weather === 'healthy')
        await expect
          .poll(async () => (await factsOf(page, 'rosterApplied')).length, { timeout: 60_000 })
          .toBeGreaterThan(0);
      await tablet.switchOff();
      await signIn(await tablet.switchOn(), 'Zoë', '7391');
      await tablet.switchOff();
      await signIn(await tablet.switchOn(), AMARA.name, '9071');
    });
  });

/** To the point where the person chooses their PIN. */
async function chooseAtLock(page: Page, name: string, who: (sheet: Locator) => Promise<void>): Promise<void> {
  await page.getByRole('button', { name: /^Forgot PIN/ }).click();
  await who(dialog(page, /^Forgot PIN/));
  await page
    .getByRole('dialog', { name: /PIN, please$/ })
    .getByRole('button', { name: KENJI.name })
    .click();
  await typePin(page, KENJI.pin);
  await expect(page.getByText(new RegExp(`^${name}, choose a PIN`))).toBeVisible();
}

const typePin = (page: Page, pin: string) => page.keyboard.type(pin);
