// What a manager reads of the takings: every report adds up to the day, prints, and can be taken along.
import { expect, test, type Page } from '@playwright/test';
import { AMARA, OFFICE } from './harness/demo-shop.ts';
import { prepareDemoTill } from './harness/demo-till.ts';
import { disposeAll } from './harness/dispose-all.ts';
import type { EvertillServer } from './harness/evertill-server.ts';
import { expectAccessible } from './harness/expect-accessible.ts';
import { readFigures, signInToOffice } from './harness/office-screens.ts';
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
