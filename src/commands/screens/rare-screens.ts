/** What a shop sees when something broke: a till that may not be signed out, rescue, a journal that is imported, a till that lost itself. */
import { expect, type Page } from '@playwright/test';
import { emptyDatabases } from '../../../e2e/harness/break-storage.ts';
import { AMARA } from '../../../e2e/harness/demo-shop.ts';
import { labOf } from '../../../e2e/harness/lab.ts';
import type { Tablet } from '../../../e2e/harness/tablet.ts';
import {
  expectUpToDate,
  nextSale,
  payCashExact,
  scan,
  signIn,
  statusPill,
} from '../../../e2e/harness/till-screens.ts';
import { OFFICE_SIZES, shoot } from './shoot.ts';

/** The machine may be busy with other things. */
const SOON = { timeout: 60_000 };

/** @param office signed in. */
export async function rareScreens(tablet: Tablet, origin: string, office: Page): Promise<void> {
  const page = tablet.page();
  await labOf(origin).breakRequests('everything', '503');
  await page.reload();
  await signIn(page, AMARA.name, AMARA.pin);
  await sellTwo(page);
  await openStatus(page);
  await shootThisTill(page, 'this-till-waiting');
  const file = await rescueScreens(page, origin);
  await labOf(origin).mend();
  await importScreen(office, file);
  await page.goto(origin);
  await signIn(page, AMARA.name, AMARA.pin);
  await expectUpToDate(page);
  await openStatus(page);
  await shootThisTill(page, 'this-till');
  await page.getByRole('button', { name: 'Trust head office’s new keys' }).click();
  await expect(page.getByRole('dialog', { name: 'Head office has new keys' })).toBeVisible(SOON);
  await shoot(page, 'repin', OFFICE_SIZES);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await missingPart(page, origin);
  await lostTill(tablet);
}

async function sellTwo(page: Page): Promise<void> {
  for (const code of ['COF-001', 'BAK-001']) {
    await scan(page, code);
    await payCashExact(page);
    await nextSale(page);
  }
}

async function openStatus(page: Page): Promise<void> {
  await statusPill(page).click();
  await expect(page.getByRole('dialog', { name: 'Status' })).toBeVisible(SOON);
}

/** The end of the sheet, which is longer than the screen. */
function shootThisTill(page: Page, screen: string): Promise<void> {
  return shoot(page, screen, OFFICE_SIZES, () =>
    page.getByText(/^Signed out, this tablet forgets/).scrollIntoViewIfNeeded(),
  );
}

/** @returns the copy of the journal that was saved. */
async function rescueScreens(page: Page, origin: string): Promise<string> {
  await page.goto(`${origin}/rescue.html`);
  await expect(page.getByRole('heading', { name: 'Your sales are safe on this tablet' })).toBeVisible(SOON);
  await shoot(page, 'rescue', OFFICE_SIZES);
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save a copy' }).click();
  const file = await (await saving).path();
  await page.getByRole('button', { name: 'Send now' }).click();
  await expect(page.getByText('Head office cannot be reached. Nothing is lost')).toBeVisible(SOON);
  await shoot(page, 'rescue-saved', OFFICE_SIZES);
  return file;
}

async function importScreen(office: Page, file: string): Promise<void> {
  await office.getByRole('link', { name: 'Tills' }).click();
  await office.getByRole('button', { name: 'Import a journal file' }).click();
  await shoot(office, 'office-import', OFFICE_SIZES);
  await office.getByLabel('The file, evertill-….jsonl').setInputFiles(file);
  await expect(office.getByText('Exactly as the till made it')).toBeVisible(SOON);
  await shoot(office, 'office-import-preview', OFFICE_SIZES);
}

/** The first minute of a tablet that has not kept the app yet. */
async function missingPart(page: Page, origin: string): Promise<void> {
  const fresh = await page.context().newPage();
  await fresh.addInitScript(() => {
    Reflect.deleteProperty(Navigator.prototype, 'serviceWorker');
  });
  await page.evaluate(async () => {
    for (const one of await navigator.serviceWorker.getRegistrations()) await one.unregister();
  });
  await fresh.route(/\/assets\/status-sheet-/, (route) => route.abort());
  await fresh.goto(origin);
  await fresh.getByRole('button', { name: 'Use here' }).click();
  await signIn(fresh, AMARA.name, AMARA.pin);
  await statusPill(fresh).click();
  await expect(fresh.getByRole('dialog', { name: 'This part is not on the device yet' })).toBeVisible(SOON);
  await shoot(fresh, 'missing-part', OFFICE_SIZES);
  await fresh.close();
}

async function lostTill(tablet: Tablet): Promise<void> {
  await tablet.pullThePlug();
  await emptyDatabases(tablet);
  const page = await tablet.switchOn();
  await expect(page.getByRole('heading', { name: 'Needs a manager' })).toBeVisible(SOON);
  await shoot(page, 'lost-till', OFFICE_SIZES);
}
