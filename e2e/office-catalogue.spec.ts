// The catalogue in the office, and what a manager arranges there on the till.
import { expect, test, type Page } from '@playwright/test';
import { AMARA, OFFICE } from './harness/demo-shop.ts';
import { prepareDemoTill } from './harness/demo-till.ts';
import { disposeAll } from './harness/dispose-all.ts';
import type { EvertillServer } from './harness/evertill-server.ts';
import { expectAccessible } from './harness/expect-accessible.ts';
import { signInToOffice } from './harness/office-screens.ts';
import { escape } from './harness/stop.ts';
import type { Tablet } from './harness/tablet.ts';
import { openShift, signIn } from './harness/till-screens.ts';

let server: EvertillServer;
let tablet: Tablet;
let office: Page;

test.describe.configure({ mode: 'serial' });
test.beforeAll(async () => {
  ({ server, tablet } = await prepareDemoTill());
  const page = tablet.page();
  await signIn(page, AMARA.name, AMARA.pin);
  await openShift(page);
  office = await page.context().newPage();
  await signInToOffice(office, server.origin, OFFICE);
});

test.afterAll(() => disposeAll(tablet, server));

test('OFFICE-42 a product is found by any of its words', async () => {
  await office.getByRole('link', { name: 'Catalogue' }).click();
  await expect(office.getByRole('table', { name: 'Products' })).toBeVisible();
  await expectAccessible(office);
  const search = office.getByRole('textbox', { name: 'Name, stock number or barcode' });
  await search.fill('scone cheese');
  await expect(office.getByRole('rowheader')).toHaveText(['Cheese scone']);
  await search.fill('no such thing');
  await expect(office.getByText('Nothing found for “no such thing”')).toBeVisible();
});

test('OFFICE-82 SYNC-44 a price changed in the office is the connected till’s, and taken back it is again what it was', async () => {
  const tile = tablet
    .page()
    .getByRole('group', { name: 'Products' })
    .getByRole('button', { name: /^Flat white/ });
  await expect(tile).toContainText('£3.20');
  await office.getByRole('textbox', { name: 'Name, stock number or barcode' }).fill('flat white');
  await office.getByRole('button', { name: 'Change “Flat white”' }).click();
  const sheet = office.getByRole('dialog', { name: 'Flat white' });
  await expectAccessible(office);
  const price = sheet.getByRole('textbox', { name: 'Price today, GBP' });
  await price.fill('');
  await sheet.getByRole('button', { name: 'Save for all tills' }).click();
  await expect(sheet.getByText('A price such as 3.20 is needed')).toBeVisible();
  await price.fill('3.45');
  await sheet.getByRole('button', { name: 'Save for all tills' }).click();
  const saved = performance.now();
  await expect(tile).toContainText('£3.45', { timeout: 60_000 });
  test
    .info()
    .annotations.push({ type: 'price at the till, ms', description: (performance.now() - saved).toFixed() });
  await expect(office.getByRole('cell', { name: '£3.45' })).toBeVisible();
  await office.getByRole('button', { name: 'Undo' }).click();
  await expect(tile).toContainText('£3.20', { timeout: 60_000 });
});

test('OFFICE-40 P1 tiles that a manager arranges by keyboard are the till’s, in that order, and nothing unsaved is', async () => {
  await office.getByRole('radio', { name: 'Tiles on the till' }).check();
  const tiles = office.getByRole('grid', { name: 'Favourites' }).getByRole('row');
  await expect(tiles.first()).toContainText('Flat white');
  await expectAccessible(office);
  const handle = office.getByRole('button', { name: 'Move “Flat white”', exact: true });
  await handle.focus();
  const place = (name: string) => office.getByRole('button', { name, exact: true });
  await office.keyboard.press('Enter');
  await expect(place('Insert between Flat white and Americano')).toBeFocused();
  await office.keyboard.press('ArrowRight');
  await expect(place('Insert between Americano and Latte')).toBeFocused();
  await office.keyboard.press('Enter');
  await expect(tiles.first()).toContainText('Americano');
  await office.getByRole('button', { name: 'Add a product' }).click();
  const finding = office.getByRole('dialog', { name: 'Add to the favourites' });
  await finding.getByRole('textbox').fill('fruit scone');
  await finding.getByRole('button', { name: 'Add “Fruit scone”' }).click();
  await expect(finding.getByText('Favourite', { exact: true })).toBeVisible();
  await escape(office);
  await office.getByRole('textbox', { name: 'Name of “Coffee & tea”' }).fill('Hot drinks');
  await expect(office.getByText('Not saved yet')).toBeVisible();

  const page = tablet.page();
  const tilesOfTill = page.getByRole('group', { name: 'Products' }).getByRole('button');
  await expect(tilesOfTill.first()).toContainText('Flat white');
  await office.getByRole('button', { name: 'Save for all tills' }).click();
  await expect(office.getByText('Saved. Tills take it over')).toBeVisible();
  await expect(tilesOfTill.first()).toContainText('Americano', { timeout: 60_000 });
  await expect(tilesOfTill.last()).toContainText('Fruit scone');
  await expect(page.getByRole('button', { name: 'Hot drinks' })).toBeVisible();
});

test('OFFICE-41 P5 an arrangement that head office cannot take stays on the screen, with what to do', async () => {
  await office.getByRole('button', { name: 'Remove “Fruit scone”' }).click();
  await server.kill();
  await office.getByRole('button', { name: 'Save for all tills' }).click();
  await expect(office.getByText('your arrangement is still here')).toBeVisible({ timeout: 30_000 });
  await expect(office.getByRole('grid', { name: 'Favourites' }).getByText('Fruit scone')).toHaveCount(0);
  await server.start();
  await office.getByRole('button', { name: 'Save for all tills' }).click();
  await expect(office.getByText('Saved. Tills take it over')).toBeVisible({ timeout: 30_000 });
});
