// Cards against the acquirer's settlement file: brought, compared to the penny and the minute, a sale rung as cash found, and undone.
import { expect, test, type Page } from '@playwright/test';
import { AMARA, OFFICE } from './harness/demo-shop.ts';
import { prepareDemoTill } from './harness/demo-till.ts';
import { disposeAll } from './harness/dispose-all.ts';
import type { EvertillServer } from './harness/evertill-server.ts';
import { expectAccessible } from './harness/expect-accessible.ts';
import { signInToOffice } from './harness/office-screens.ts';
import type { Tablet } from './harness/tablet.ts';
import {
  expectUpToDate,
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
let office: Page;
let sold: { readonly card: string; readonly cash: string };
let soldAt: number;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  ({ server, tablet } = await prepareDemoTill());
});

test.afterAll(() => disposeAll(tablet, server));

const cards = () => office.getByRole('region', { name: 'Cards' });
const toCheck = () => office.getByRole('region', { name: 'To check' });

async function sell(page: Page, pay: (page: Page) => Promise<void>): Promise<string> {
  await scan(page, 'COF-001');
  await pay(page);
  const receipt = await receiptOnPaid(page);
  await nextSale(page);
  return receipt;
}

/** A row of the acquirer, in the shop's own time. */
function row(at: number, amount: string): string {
  const day = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', dateStyle: 'short' }).format(at);
  const time = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', timeStyle: 'medium' }).format(
    at,
  );
  return `${day},${time},${amount},T-1,`;
}

function file(name: string, rows: readonly string[]) {
  const text = ['Transaction date,Time,Amount,Terminal ID,Auth code', ...rows].join('\n');
  return { name, mimeType: 'text/csv', buffer: Buffer.from(text) };
}

async function bring(name: string, rows: readonly string[], button = 'Bring a file'): Promise<void> {
  await cards().getByRole('button', { name: button, exact: true }).click();
  const sheet = office.getByRole('dialog', { name: 'The acquirer’s file' });
  await sheet.getByLabel('File', { exact: true }).setInputFiles(file(name, rows));
  await expect(sheet.getByText(`${String(rows.length)} payments`)).toBeVisible();
  await expectAccessible(office);
  await sheet.getByRole('button', { name: 'Bring it' }).click();
  await expect(sheet.getByText(/payments are brought|counts already/)).toBeVisible();
  await sheet.getByRole('button', { name: 'Done' }).click();
}

test('RECO-93 until the acquirer’s file is here, the day says so', async () => {
  const page = tablet.page();
  await signIn(page, AMARA.name, AMARA.pin);
  await openShift(page);
  sold = { card: await sell(page, payByCard), cash: await sell(page, payCashExact) };
  await expectUpToDate(page);
  office = await page.context().newPage();
  await signInToOffice(office, server.origin, OFFICE);
  await expect(cards().getByText('The acquirer’s file is not brought')).toBeVisible({ timeout: 30_000 });
  await expectAccessible(office);
  const link = office.getByRole('link', { name: 'Sales', exact: true });
  await expect(link).toBeVisible();
  soldAt = await page.evaluate(() => Date.now());
});

test('RECO-91 RECO-94 a file is read by its columns, and a payment that was rung as cash is a question', async () => {
  await bring('acquirer.csv', [row(soldAt, '3.20'), row(soldAt + 2_000, '3.20')]);
  await expect(cards().getByText('1 without a sale, 0 without the acquirer')).toBeVisible();
  await expect(toCheck().getByText(`${sold.cash} was rung as cash`)).toBeVisible();
  await expectAccessible(office);
});

test('RECO-94 it is settled by a recorded act', async () => {
  await toCheck().getByRole('button', { name: 'Settle…: Card payment without a sale' }).click();
  const sheet = office.getByRole('dialog', { name: 'Card payment without a sale' });
  await sheet.getByRole('radio', { name: /^It was card/ }).check();
  await sheet.getByRole('textbox', { name: 'Why' }).fill('Amara remembers the customer');
  await sheet.getByRole('button', { name: 'Settle' }).click();
  await expect(toCheck().getByText('1 settled')).toBeVisible();
});

test('RECO-95 a newer file counts instead, and undone the one before does again', async () => {
  await bring('newer.csv', [row(soldAt, '3.20')], 'Bring a newer file');
  await expect(cards().getByText('Cards agree with the acquirer')).toBeVisible();
  await cards().getByRole('button', { name: 'Undo newer.csv' }).click();
  await expect(cards().getByText('1 without a sale, 0 without the acquirer')).toBeVisible();
});

test('RECO-93 the sign-off says how the cards stand', async () => {
  await office.getByRole('button', { name: /^Sign off/ }).click();
  const sheet = office.getByRole('dialog', { name: /^Sign off/ });
  await expect(sheet.getByText('1 on one side only')).toBeVisible();
});
