// A manager's morning: a drawer that is short is settled, the day signed off, and what comes later is an addendum with its own signature.
import { expect, test, type Page } from '@playwright/test';
import { AMARA, OFFICE } from './harness/demo-shop.ts';
import { prepareDemoTill } from './harness/demo-till.ts';
import { disposeAll } from './harness/dispose-all.ts';
import type { EvertillServer } from './harness/evertill-server.ts';
import { expectAccessible, violationsOn } from './harness/expect-accessible.ts';
import { signInToOffice } from './harness/office-screens.ts';
import { PHONE, TABLET, type Tablet } from './harness/tablet.ts';
import {
  closeShift,
  expectUpToDate,
  nextSale,
  openShift,
  payCashExact,
  receiptOnPaid,
  scan,
  signIn,
} from './harness/till-screens.ts';

let server: EvertillServer;
let tablet: Tablet;
let office: Page;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  ({ server, tablet } = await prepareDemoTill());
});

test.afterAll(() => disposeAll(tablet, server));

async function sell(page: Page): Promise<string> {
  await scan(page, 'COF-001');
  await payCashExact(page);
  const receipt = await receiptOnPaid(page);
  await nextSale(page);
  return receipt;
}

const toCheck = () => office.getByRole('region', { name: 'To check' });
const signatures = () => office.getByRole('region', { name: 'Signatures' });

test('RECO-46 RECO-41 a drawer that is short is one question that says what it may be, and is settled with a reason', async () => {
  const page = tablet.page();
  await signIn(page, AMARA.name, AMARA.pin);
  await openShift(page);
  const receipt = await sell(page);
  await closeShift(page, [{ name: '£50 notes', pieces: 3 }]);
  await expectUpToDate(page);
  office = await page.context().newPage();
  await signInToOffice(office, server.origin, OFFICE);
  await expect(toCheck().getByText('Cash does not agree')).toBeVisible({ timeout: 30_000 });
  await expect(toCheck().getByText(`is exactly ${receipt}, rung as cash`)).toBeVisible();
  await expectAccessible(office);
  await expect(office.getByRole('button', { name: 'Sign off with 1 open…' })).toBeVisible();
  await toCheck().getByRole('button', { name: 'Settle…: Cash does not agree' }).click();
  const sheet = office.getByRole('dialog', { name: 'Cash does not agree' });
  await sheet.getByRole('radio', { name: /^Explained/ }).check();
  await expect(sheet.getByRole('button', { name: 'Settle' })).toBeDisabled();
  await sheet.getByRole('textbox', { name: 'Why' }).fill('the float was short this morning');
  await expectAccessible(office);
  await sheet.getByRole('button', { name: 'Settle' }).click();
  await expect(toCheck().getByText('Nothing to check')).toBeVisible();
  await toCheck().getByText('1 settled').click();
  await expect(toCheck().getByText('the float was short this morning')).toBeVisible();
});

test('RECO-42 a settlement is taken back, and the question is open again', async () => {
  await toCheck().getByRole('button', { name: 'Take back: Cash does not agree' }).click();
  await office.getByRole('dialog').getByRole('button', { name: 'Take back' }).click();
  await toCheck().getByRole('button', { name: 'Settle…: Cash does not agree' }).click();
  const sheet = office.getByRole('dialog', { name: 'Cash does not agree' });
  await sheet.getByRole('radio', { name: /^Write off/ }).check();
  await sheet.getByRole('textbox', { name: 'Why' }).fill('a note too much was given out');
  await sheet.getByRole('button', { name: 'Settle' }).click();
  await expect(toCheck().getByText('Nothing to check')).toBeVisible();
});

test('RECO-50 RECO-52 F28 B the day is signed off; a sale that comes later is an addendum with a signature of its own', async () => {
  await office.getByRole('button', { name: 'Sign off', exact: true }).click();
  await expectAccessible(office);
  await office.getByRole('dialog').getByRole('button', { name: 'Sign off', exact: true }).click();
  await expect(office.getByText(/^Signed off by Daniel/).first()).toBeVisible();

  const page = tablet.page();
  await page.bringToFront();
  await page.getByRole('button', { name: 'Lock', exact: true }).click();
  await signIn(page, AMARA.name, AMARA.pin);
  await openShift(page);
  const late = await sell(page);
  await expectUpToDate(page);
  await office.bringToFront();
  await expect(signatures().getByRole('link', { name: late })).toBeVisible({ timeout: 30_000 });
  await expectAccessible(office);
  await office.getByRole('button', { name: 'Sign the addendum' }).click();
  const sheet = office.getByRole('dialog');
  await expect(sheet.getByText('the shift is open, the drawer not counted')).toBeVisible();
  await sheet.getByRole('textbox').fill('it is counted tomorrow');
  await sheet.getByRole('button', { name: 'Sign off all the same' }).click();
  await expect(signatures().getByText('Addendum 1')).toBeVisible();
  await expect(office.getByRole('button', { name: /^Sign (off|the)/ })).toHaveCount(0);
});

test('the day is accessible in the dark and on a phone', async () => {
  for (const viewport of [TABLET, PHONE]) {
    await office.setViewportSize(viewport);
    await office.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
    expect(await violationsOn(office)).toEqual([]);
  }
});
