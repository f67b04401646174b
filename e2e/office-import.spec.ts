// Products from a file, through the office's screen, to the till.
import { expect, test, type Page } from '@playwright/test';
import { AMARA, OFFICE } from './harness/demo-shop.ts';
import { prepareDemoTill } from './harness/demo-till.ts';
import { disposeAll } from './harness/dispose-all.ts';
import type { EvertillServer } from './harness/evertill-server.ts';
import { expectAccessible } from './harness/expect-accessible.ts';
import { signInToOffice } from './harness/office-screens.ts';
import type { Tablet } from './harness/tablet.ts';
import { basketLines, emptyBasket, openShift, scanBox, signIn } from './harness/till-screens.ts';

let server: EvertillServer;
let tablet: Tablet;
let office: Page;

test.beforeAll(async () => {
  ({ server, tablet } = await prepareDemoTill());
  const page = tablet.page();
  await signIn(page, AMARA.name, AMARA.pin);
  await openShift(page);
  office = await page.context().newPage();
  await signInToOffice(office, server.origin, OFFICE);
  await office.getByRole('link', { name: 'Catalogue' }).click();
});

test.afterAll(() => disposeAll(tablet, server));

async function choose(name: string, text: string | null = null): Promise<void> {
  const file = office.getByLabel('Product file (CSV)');
  const given =
    text === null
      ? `src/office/import/samples/${name}`
      : { name, mimeType: 'text/csv', buffer: Buffer.from(text) };
  await file.setInputFiles(given);
}

async function openImport(): Promise<void> {
  await office.goto(`${server.origin}/office/catalogue/import`);
  await expect(office.getByRole('heading', { name: 'Import products' })).toBeVisible();
}

/** What the till finds, once it has heard; what is on the screen stays as it was found, so it is looked for again. */
async function expectFound(text: string, options: readonly RegExp[]): Promise<void> {
  const search = scanBox(tablet.page());
  await expect(async () => {
    await search.fill('');
    await search.fill(text);
    await expect(tablet.page().getByRole('option')).toHaveText([...options], { timeout: 2_000 });
  }).toPass({ timeout: 60_000 });
  await search.fill('');
}

const button = (name: string | RegExp) => office.getByRole('button', { name });

test('OFFICE-90 OFFICE-100 a Square export is recognised, looked at, imported and sold at the till within seconds', async () => {
  await button('Import…').click();
  await expectAccessible(office);
  await choose('square.csv');
  await expect(office.getByText('Square export with 12 rows')).toBeVisible();
  await expect(office.getByText('11 products can be read · 4 of them are variants')).toBeVisible();
  await expect(office.getByRole('combobox', { name: '“VAT (20%)”' })).toHaveValue('standard');
  await expectAccessible(office);
  await button('See what it comes to').click();
  await expect(office.getByRole('heading', { name: 'What it comes to' })).toBeVisible();
  const figures = office.getByRole('list', { name: 'What it comes to' }).getByRole('listitem');
  // The demo shop has a flat white of its own, without a code: found by its name.
  await expect(figures).toContainText(['10 new', '1 changed', '1 without price']);
  await expectAccessible(office);
  await button('Import 11 products').click();
  await expect(office.getByText('11 products imported')).toBeVisible({ timeout: 30_000 });
  await expectFound('brulee', [/Crème brûlée.*£4.50/]);
});

test('SCREEN-112 variants of one thing are one tile at the till, which asks which; a scan needs no question', async () => {
  const page = tablet.page();
  await page.getByRole('group', { name: 'Categories' }).getByRole('button', { name: 'Hot drinks' }).click();
  const tile = page.getByRole('group', { name: 'Products' }).getByRole('button', { name: /^Americano/ });
  await expect(tile).toHaveCount(1);
  await expect(tile).toContainText('from £2.60');
  await tile.click();
  const sheet = page.getByRole('dialog', { name: 'Americano' });
  await expect(sheet.getByRole('button', { name: /^Small|^Large/ })).toHaveCount(2);
  await expectAccessible(page);
  await sheet.getByRole('button', { name: /^Large/ }).click();
  await expect(sheet).toHaveCount(0);
  await expect(basketLines(page)).toContainText(['Americano, Large']);
  await scanBox(page).fill('5000000000036');
  await page.keyboard.press('Enter');
  await expect(basketLines(page)).toContainText(['Americano, Large', 'Tea towel, Red / Plain']);
  await emptyBasket(page);
});

test('OFFICE-101 an import is undone with one press: the till has what it had', async () => {
  await button('Undo this import').click();
  await expect(office.getByText('11 products are as they were')).toBeVisible({ timeout: 30_000 });
  await expectFound('americano', [/Americano.*£2.80/]);
  await expectFound('brulee', []);
});

const MAPPED = [
  'Bezeichnung;Artikel-Nr;EAN;Preis;Warengruppe',
  'Kännchen Tee;007;0500000000511;4,80;Tee',
  'Tasse Tee;008;0500000000528;3,20;Tee',
  'Verrundet;009;5,01E+12;1,00;Tee',
  'Ohne Betrag;010;;bald;Tee',
].join('\r\n');

test('OFFICE-91 OFFICE-92 any other file is mapped by hand and remembered; rows that cannot be read are named with what to do', async () => {
  await openImport();
  await choose('preise.csv', MAPPED);
  await expect(office.getByText('A file with 4 rows')).toBeVisible();
  await expect(office.getByRole('combobox', { name: 'Stock number' })).toHaveValue('1');
  await office.getByRole('combobox', { name: 'Category' }).selectOption('– not in this file –');
  await expectAccessible(office);
  await button('Go on').click();
  const faults = office.getByRole('table', { name: 'Rows that cannot be read' });
  await expect(faults.getByRole('row')).toHaveCount(3);
  await expect(faults.getByRole('row', { name: /^4 / })).toContainText('Format the column as text');
  await expect(faults.getByRole('row', { name: /^5 / })).toContainText('bald');
  const saved = office.waitForEvent('download');
  await button('Save as CSV').click();
  expect((await saved).suggestedFilename()).toBe('preise-errors.csv');
  await office.getByRole('combobox', { name: 'Category of new products' }).selectOption('From the file');
  await expectAccessible(office);
  await button('See what it comes to').click();
  const figures = office.getByRole('list', { name: 'What it comes to' }).getByRole('listitem');
  await expect(figures).toContainText(['2 new', '0 changed', '2 without tax', '2 rows cannot be read']);
  await button('Import 2 products').click();
  await expect(office.getByText('2 products imported')).toBeVisible({ timeout: 30_000 });
  // The same headers again: what was said of them is remembered.
  await button('Choose another file').click();
  await choose('preise.csv', MAPPED);
  await expect(office.getByRole('combobox', { name: 'Category' })).toHaveValue('');
});

test('OFFICE-104 the exported products are imported again as they are', async () => {
  await office.getByRole('link', { name: 'Catalogue' }).click();
  await button('Export').click();
  const saving = office.waitForEvent('download');
  await office.getByRole('button', { name: /^CSV/ }).click();
  const saved = await saving;
  await openImport();
  await office.getByLabel('Product file (CSV)').setInputFiles(await saved.path());
  await expect(office.getByText(/^Evertill export with/)).toBeVisible();
  await button('See what it comes to').click();
  await expect(office.getByText('There is nothing to import')).toBeVisible({ timeout: 30_000 });
});

test('OFFICE-105 a tax rate from a later day is saved for all tills, and taken back', async () => {
  await office.goto(`${server.origin}/office/catalogue/taxes`);
  await button('Change “standard”').click();
  const sheet = office.getByRole('dialog', { name: 'standard' });
  await sheet.getByRole('button', { name: 'A rate from a later day' }).click();
  await sheet.getByRole('button', { name: 'Save for all tills' }).click();
  await expect(sheet.getByText('Each later rate needs a day after today')).toBeVisible();
  await expectAccessible(office);
  await sheet.getByLabel('From').fill('2099-01-01');
  await sheet.getByRole('textbox', { name: 'Percent', exact: true }).fill('21.5');
  await sheet.getByRole('button', { name: 'Save for all tills' }).click();
  const taxes = office.getByRole('table', { name: 'Taxes' });
  await expect(taxes.getByText(/21\.5\s%\sfrom/)).toBeVisible();
  await expectAccessible(office);
  await button('Undo').click();
  await expect(taxes.getByText(/21\.5\s%\sfrom/)).toHaveCount(0);
});

test('OFFICE-103 a server killed in the middle of an import loses nothing: it is said what to do, and it goes on', async () => {
  await openImport();
  const rows = Array.from(
    { length: 2_500 },
    (_, at) => `Cup ${String(at)},CUP-${String(at)},${String(at + 1)}.00`,
  );
  await choose('cups.csv', ['Name,SKU,Price', ...rows].join('\n'));
  await button('Go on').click();
  await button('See what it comes to').click();
  // The second step finds no server.
  let steps = 0;
  await office.route('**/apply', async (route) => {
    steps += 1;
    if (steps === 2) await server.kill();
    await route.continue().catch(() => undefined);
  });
  await button('Import 2,500 products').click({ timeout: 60_000 });
  await expect(office.getByText('Nothing is lost')).toBeVisible({ timeout: 60_000 });
  await expectAccessible(office);
  await server.start();
  await office.unroute('**/apply');
  await button('Go on').click();
  await expect(office.getByText('2,500 products imported')).toBeVisible({ timeout: 60_000 });
  await openImport();
  const earlier = office.getByRole('table', { name: 'Earlier imports' });
  await expect(earlier.getByRole('row', { name: /cups\.csv/ })).toContainText('imported');
  await expectAccessible(office);
});
