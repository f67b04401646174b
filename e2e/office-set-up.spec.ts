// A stranger sets a shop up from nothing: founds a business, imports what they sell, adds a clerk, makes a tablet a till, sells.
import { expect, test, type Page } from '@playwright/test';
import { disposeAll } from './harness/dispose-all.ts';
import { barcodeOf, EXPORTED_PRODUCTS, setUpCodeOf, squareExport } from './harness/new-shop.ts';
import { prepareServer, type EvertillServer } from './harness/evertill-server.ts';
import { expectAccessible } from './harness/expect-accessible.ts';
import { DESKTOP, PHONE, prepareTablet, TABLET, type Tablet } from './harness/tablet.ts';
import { enrol, expectPaid, openShift, payCashExact, scan, signIn } from './harness/till-screens.ts';

/** What the browser's dialog has before it. */
async function printedBy(page: Page, press: () => Promise<void>): Promise<string> {
  await page.evaluate(() => {
    globalThis.print = () => {
      const sheets = [...document.querySelectorAll<HTMLElement>('body > .print-sheet')];
      const told = sheets.map((sheet) => `${sheet.dataset['roll'] ?? ''} mm: ${sheet.textContent}`);
      document.body.dataset['printed'] = told.join();
      dispatchEvent(new Event('afterprint'));
    };
  });
  await press();
  return (await page.locator('body').getAttribute('data-printed')) ?? '';
}

for (const [size, viewport] of [
  ['desktop', DESKTOP],
  ['tablet', TABLET],
  ['phone', PHONE],
] as const) {
  test.describe(`at ${size} size`, () => {
    test.describe.configure({ mode: 'serial' });
    let server: EvertillServer;
    let office: Tablet;
    let till: Tablet;
    let pin = '';
    let code = '';

    test.beforeAll(async () => {
      server = await prepareServer([]);
      await server.start();
      office = await prepareTablet(`${server.origin}/office`, {
        viewport,
        colorScheme: size === 'desktop' ? 'dark' : 'light',
      });
      till = await prepareTablet(server.origin);
      await office.switchOn();
    });
    test.afterAll(() => disposeAll(office, till, server));

    const button = (name: string | RegExp) => office.page().getByRole('button', { name });
    const field = (name: string) => office.page().getByRole('textbox', { name, exact: true });
    const at = (title: string) =>
      expect(office.page().getByRole('heading', { level: 2, name: title })).toBeVisible();
    const stepLink = (name: string) =>
      office.page().getByRole('navigation', { name: 'Steps of the set-up' }).getByRole('link', { name });

    test('SETUP-7 the first page asks: look round the demo shop, or set up my shop', async () => {
      const page = office.page();
      await expect(button('Set up my shop')).toBeVisible();
      await expectAccessible(page);
      await button('Look round the demo shop').click();
      await expect(page.getByRole('table', { name: 'Figures of the day' })).toBeVisible();
      await expect(page.getByText('Hollow & Hart', { exact: true })).toHaveCount(1);
      await expect(page.getByRole('navigation', { name: 'Steps of the set-up' })).toHaveCount(0);
    });

    test('SETUP-1 SETUP-8 with the code that the start printed, a stranger founds a business of their own', async () => {
      const page = office.page();
      const printed = setUpCodeOf(server);
      await page.goto(`${server.origin}/office/set-up/new#AAAA-AAAA-AAAA`);
      await page.reload();
      await field('Name of the business').fill('Marsh & Dyer');
      await field('Your name').fill('Nell');
      await field('Your e-mail').fill('nell@marsh.example');
      await page.getByLabel('A password').fill('short');
      await button('Found the business').click();
      await expect(page.getByText('At least 12 characters', { exact: false })).toBeVisible();
      await page.getByLabel('A password').fill('seven green bottles');
      await expectAccessible(page);
      await button('Found the business').click();
      await expect(page.getByText('This code opens nothing', { exact: false })).toBeVisible();
      await field('Set-up code').fill(printed.toLowerCase());
      await button('Found the business').click();
      await expect(page.getByRole('heading', { name: 'Marsh & Dyer is founded' })).toBeFocused();
      pin = await page.getByRole('status', { name: 'Your PIN at the till' }).innerText();
      expect(pin).toMatch(/^\d{6}$/);
      await expectAccessible(page);
      await button('I have written it down').click();
      await at('Your business and its VAT number');
      expect(page.url()).not.toContain('#');
    });

    test('SETUP-8 SETUP-13 RULES-6 name, VAT number, address, day and hours are typed, and what is missing is said', async () => {
      const page = office.page();
      await expectAccessible(page);
      await button('Save and go on').click();
      await expect(page.getByText('Type the number, or say that you are not registered.')).toBeVisible();
      await field('VAT number').fill('GB 123 456');
      await button('Save and go on').click();
      await expect(page.getByText('one looks like GB 123 4567 82', { exact: false })).toBeVisible();
      await field('VAT number').fill('GB 123 4567 28');
      await expect(page.getByText('One of the digits is wrong', { exact: false })).toBeVisible();
      await expectAccessible(page);
      await field('VAT number').fill(' gb 123 4567 82');
      await page.keyboard.press('Enter');
      await at('Your shop and its day');
      await expect(page.getByRole('heading', { level: 2, name: 'Your shop and its day' })).toBeFocused();
      await expectAccessible(page);
      await button('Save and go on').click();
      await expect(page.getByText('One to 6 lines', { exact: false })).toBeVisible();
      await expect(field('Address')).toBeFocused();
      await field('Name of the shop').fill('Quay');
      await field('Address').fill('1 The Quay\nLeith');
      await field('Monday').fill('9-5');
      await button('Every day as Monday').click();
      await button('Save and go on').click();
      await expect(page.getByText('Would that be until the next morning?', { exact: false })).toBeVisible();
      await field('Monday').fill('9am-5:30pm');
      await button('Every day as Monday').click();
      await expect(field('Sunday')).toHaveValue('09:00–17:30');
      await field('Sunday').fill('');
      await expectAccessible(page);
      await button('Save and go on').click();
      await at('What you sell');
      await expect(stepLink('Shop')).toHaveAccessibleName(/done/);
    });

    test('SETUP-9 the browser is closed in the middle: it goes on where it was', async () => {
      await office.switchOff();
      const page = await office.switchOn();
      await expect(page.getByText('The set-up is not finished. Next: Products.')).toBeVisible();
      await button('Go on with it').click();
      await at('What you sell');
    });

    test('SETUP-8 a Square export of 300 products is imported', async () => {
      const page = office.page();
      await expectAccessible(page);
      await page.getByLabel('Product file (CSV)').setInputFiles(squareExport());
      await expect(page.getByText(`Square export with ${String(EXPORTED_PRODUCTS)} rows`)).toBeVisible();
      await expectAccessible(page);
      await button('See what it comes to').click();
      await expectAccessible(page);
      await button(`Import ${String(EXPORTED_PRODUCTS)} products`).click();
      await expect(page.getByText(`${String(EXPORTED_PRODUCTS)} products imported`)).toBeVisible({
        timeout: 60_000,
      });
      await button('Go on').click();
      await at('How it is taxed');
    });

    test('SETUP-8 taxes are looked over, a clerk is added, a till gets its code', async () => {
      const page = office.page();
      await expect(page.getByRole('table', { name: 'Taxes' })).toContainText('standard');
      await expectAccessible(page);
      await button('The taxes are right').click();
      await at('Who sells');
      await expectAccessible(page);
      await button('Add a person').click();
      await page.getByRole('dialog').getByRole('textbox', { name: 'Name' }).fill('Ada');
      await page.keyboard.press('Enter');
      await expect(page.getByRole('dialog').getByText(/^\d{4}$/)).toBeVisible();
      await page.getByRole('dialog').getByRole('button', { name: 'Done' }).click();
      await expect(page.getByRole('dialog')).toHaveCount(0);
      await expect(page.getByRole('table').getByText('Ada')).toBeVisible();
      await button('Go on').click();
      await at('A tablet becomes a till');
      await expectAccessible(page);
      await button('Add a till').click();
      await page.getByRole('dialog').getByRole('textbox', { name: 'Name' }).fill('Counter');
      await page.keyboard.press('Enter');
      const shown = page.getByRole('dialog').getByRole('status', { name: 'Enrolment code' });
      code = (await shown.innerText()).replaceAll(/\s/g, '');
      expect(code).toMatch(/^[0-9A-Z]{8}$/);
    });

    test('SETUP-8 SETUP-11 SETUP-12 the tablet sells one thing from the import, and the office sees it', async () => {
      const page = office.page();
      const counter = await till.switchOn();
      await enrol(counter, code);
      await expect(page.getByRole('dialog').getByText('Counter', { exact: false }).first()).toBeVisible();
      await page.getByRole('dialog').getByRole('button', { name: 'Done' }).click();
      await expect(page.getByText('1 till is ready to sell.')).toBeVisible();
      await button('Go on').click();
      await at('A receipt on paper');
      const paper = page.getByRole('article', { name: 'Test receipt' });
      await expect(paper).toContainText('GB 123 4567 82');
      await expect(paper).toContainText('1 The Quay');
      await expect(paper).toContainText('Served by Nell');
      await expect(paper.getByText('TEST. No receipt.')).toHaveCount(2);
      await page.getByRole('radio', { name: '58 mm' }).check({ force: true });
      await expect(paper).toHaveAttribute('data-roll', '58');
      const printed = await printedBy(page, () => button('Print the test receipt').click());
      expect(printed).toMatch(/^58 mm: TEST\. No receipt\.Marsh & Dyer.*TEST-000001/);
      await expectAccessible(page);
      await button('The paper is right').click();
      await at('A sale for practice');
      await expectAccessible(page);
      await signIn(counter, 'Nell', pin);
      await openShift(counter);
      await scan(counter, barcodeOf(42));
      await payCashExact(counter);
      await expectPaid(counter);
      await expect(page.getByText('1 sale has arrived here.')).toBeVisible({ timeout: 60_000 });
      await expect(page.getByText('The first one: £1.42, receipt', { exact: false })).toBeVisible();
      await expect(button('I have practised')).toHaveCount(0);
      await button('Go on').click();
      await expect(page.getByRole('heading', { name: 'The shop is set up' })).toBeVisible();
      await expectAccessible(page);
      await button('See the sales').click();
      await expect(page.getByRole('table', { name: 'Sales' })).toContainText('£1.42');
      await expect(page.getByText('The set-up is not finished', { exact: false })).toHaveCount(0);
    });

    test('SETUP-4 the demo shop is another business and knows nothing of it', async () => {
      const page = office.page();
      await button('Sign out').click();
      await button('Look round the demo shop').click();
      await expect(page.getByText('Hollow & Hart', { exact: true })).toHaveCount(1);
      await page.goto(`${server.origin}/office/sales`);
      await expect(page.getByText('No receipts on this day')).toBeVisible();
      await page.goto(`${server.origin}/office/set-up`);
      await expect(page.getByText('Only an owner sets the shop up', { exact: false })).toBeVisible();
      await expectAccessible(page);
    });
  });
}
