// What a manager reads of the takings: every report adds up to the day, prints, and can be taken along.
import { readFile } from 'node:fs/promises';
import { expect, test, type Page } from '@playwright/test';
import { AMARA, OFFICE } from './harness/demo-shop.ts';
import { prepareDemoTill } from './harness/demo-till.ts';
import { disposeAll } from './harness/dispose-all.ts';
import type { EvertillServer } from './harness/evertill-server.ts';
import { expectAccessible } from './harness/expect-accessible.ts';
import { readFigures, signInToOffice } from './harness/office-screens.ts';
import { escape } from './harness/stop.ts';
import type { Tablet } from './harness/tablet.ts';
import {
  expectUpToDate,
  nextSale,
  openShift,
  payByCard,
  payCashExact,
  scan,
  signIn,
} from './harness/till-screens.ts';

let server: EvertillServer;
let tablet: Tablet;
let office: Page;

test.beforeAll(async () => {
  ({ server, tablet } = await prepareDemoTill());
  const page = tablet.page();
  await signIn(page, AMARA.name, AMARA.pin);
  await openShift(page);
  await sell(page, ['COF-001', 'BAK-001'], payCashExact);
  await sell(page, ['COF-002'], payByCard);
  await expectUpToDate(page);
  office = await page.context().newPage();
  await signInToOffice(office, server.origin, OFFICE);
});

test.afterAll(() => disposeAll(tablet, server));

async function sell(page: Page, codes: readonly string[], pay: (page: Page) => Promise<void>): Promise<void> {
  for (const code of codes) await scan(page, code);
  await pay(page);
  await nextSale(page);
}

test('REPORT-1 P4 every report of today comes to the takings that the day is reconciled with', async () => {
  await expect(office.getByRole('row', { name: 'Sales 2' })).toBeVisible();
  const gross = (await readFigures(office)).get('Gross') ?? 'none';
  await office.getByRole('link', { name: 'Reports' }).click();
  await office.getByRole('combobox', { name: 'Days' }).selectOption('Today');
  for (const [way, title] of [
    ['Day', 'By day'],
    ['Hour', 'By hour of the day'],
    ['Clerk', 'By clerk'],
    ['Product', 'By product'],
    ['Category', 'By category'],
    ['Payment', 'By way of paying'],
    ['Tax rate', 'By tax rate'],
  ] as const) {
    await office.getByRole('radio', { name: way, exact: true }).check();
    const total = office.getByRole('table', { name: title }).getByRole('row').last();
    await expect(total.getByRole('rowheader')).toHaveText('Total');
    await expect(total.getByText(gross, { exact: true })).toBeVisible();
  }
  await expectAccessible(office);
});

test('OFFICE-63 a report and the list of sales are taken along as CSV, whole', async () => {
  await office.getByRole('radio', { name: 'Product', exact: true }).check();
  const products = await exported(office, 'CSV, for a spreadsheet');
  expect(products.split('\r\n')[0]).toBe(
    '\uFEFFproduct,name,sku,sales,refunds,lines,units,net,tax,gross,cash,card,cashRounding,currency',
  );
  expect(products).toContain('Flat white');
  await office.getByRole('link', { name: 'Sales' }).click();
  await expect(office.getByRole('table', { name: 'Sales' })).toBeVisible();
  const sales = await exported(office, 'JSON Lines, for a program');
  expect(sales.trimEnd().split('\n')).toHaveLength(2);
  await expectAccessible(office);
});

async function exported(page: Page, format: string): Promise<string> {
  await page.getByRole('button', { name: 'Export' }).click();
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: format }).click();
  return readFile(await (await saving).path(), 'utf8');
}

test('OFFICE-64 what a till sells appears in the open office without a reload', async () => {
  const till = tablet.page();
  await till.bringToFront();
  await sell(till, ['COF-001'], payCashExact);
  await office.bringToFront();
  await expect(office.getByRole('heading', { name: '3 receipts' })).toBeVisible();
});

test('OFFICE-67 P9 the office opens with the server down on what it read last, and saves nothing in pretence', async () => {
  await office.getByRole('link', { name: 'Tills' }).click();
  await expect(office.getByRole('table', { name: 'Tills' })).toBeVisible();
  await office.getByRole('link', { name: 'Reconcile' }).click();
  await expect(office.getByRole('row', { name: 'Sales 3' })).toBeVisible();
  const before = await readFigures(office);
  await untilKept(office);
  await server.kill();
  await office.reload();
  await expect(office.getByRole('row', { name: 'Sales 3' })).toBeVisible();
  expect(await readFigures(office)).toEqual(before);
  await expect(
    office.getByText(/^Head office cannot be reached\. What you see is as of \w{3},? \d\d:\d\d/),
  ).toBeVisible({ timeout: 60_000 });
  await office.getByRole('link', { name: 'Tills' }).click();
  await office.getByRole('button', { name: 'Add a till' }).click();
  await office.getByRole('textbox', { name: 'Name of the till' }).fill('Till by the door');
  await office.getByRole('button', { name: 'Make a code' }).click();
  await expect(office.getByRole('alert')).toContainText('Head office cannot be reached');
  await escape(office);
  await expectAccessible(office);
  await server.start();
  await office.reload();
  await expect(office.getByRole('table', { name: 'Tills' })).toBeVisible();
  await expect(office.getByText('Till by the door')).toHaveCount(0);
});

/** What is kept is written a moment after it was read. */
function untilKept(page: Page): Promise<void> {
  return expect
    .poll(() =>
      page.evaluate(
        () =>
          new Promise<string>((resolve) => {
            const opening = indexedDB.open('evertill-office');
            opening.onsuccess = () => {
              const read = opening.result.transaction('kept').objectStore('kept').get('reads');
              read.onsuccess = () => {
                opening.result.close();
                resolve(JSON.stringify(read.result));
              };
            };
          }),
      ),
    )
    .toMatch(/"sales":3,.*"tills"/);
}

test('OFFICE-66 signed out, this browser keeps nothing of what was read', async () => {
  await office.getByRole('button', { name: 'Sign out' }).click();
  await expect(office.getByRole('button', { name: 'Sign in' })).toBeVisible();
  await server.kill();
  await office.reload();
  await expect(office.getByRole('heading', { name: /sign-in is down|Head office/ })).toBeVisible();
  await expect(office.getByRole('table')).toHaveCount(0);
});
