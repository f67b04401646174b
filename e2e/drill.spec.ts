// Before an outage: what a till and the office say of its readiness, and an outage that is only practised.
import { expect, test, type Page } from '@playwright/test';
import { AMARA, KENJI, OFFICE } from './harness/demo-shop.ts';
import { prepareDemoTill, type DemoTill } from './harness/demo-till.ts';
import { disposeAll } from './harness/dispose-all.ts';
import { expectAccessible } from './harness/expect-accessible.ts';
import { signInToOffice } from './harness/office-screens.ts';
import { escape, expectFocusBackOn } from './harness/stop.ts';
import {
  expectUpToDate,
  nextSale,
  openShift,
  payCashExact,
  scan,
  signIn,
  statusPill,
} from './harness/till-screens.ts';

let demo: DemoTill;
let office: Page;

test.describe.configure({ mode: 'serial' });
test.beforeAll(async () => {
  demo = await prepareDemoTill();
});
test.afterAll(() => disposeAll(demo.tablet, demo.server));

const light = (page: Page) => page.getByRole('button', { name: 'Ready, with something to put right' });
const band = (page: Page) => page.getByRole('complementary', { name: 'A drill is running.' });

/** At a scanner's pace, however busy the machine is. */
async function scanAtOnce(page: Page, code: string): Promise<void> {
  await page.evaluate(
    (keys) => {
      for (const key of keys)
        document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
    },
    [...Array.from(code), 'Enter'],
  );
}

test('READY-5 P10 the lock screen says whether the till would sell on, and each thing to put right says how', async () => {
  const page = demo.tablet.page();
  await light(page).click();
  const sheet = page.getByRole('dialog', { name: 'If head office went down now' });
  await expect(sheet.getByText(/of \d+ people could sign in here/)).toBeVisible();
  await expect(sheet.getByText(/as head office had them/)).toBeVisible();
  await expect(sheet.getByText('a browser tab: only a try-out')).toBeVisible();
  await expect(sheet.getByText('Install it: how is said below.')).toBeVisible();
  await expect(sheet.getByText('Install Evertill', { exact: true })).toBeVisible();
  await expectAccessible(page);
  await escape(page);
});

test('READY-6 P10 the scanner that was used, and the screen that stays on, are noticed', async () => {
  const page = demo.tablet.page();
  await signIn(page, AMARA.name, AMARA.pin);
  await openShift(page);
  await scanAtOnce(page, 'COF-001');
  await payCashExact(page);
  await nextSale(page);
  await expectUpToDate(page);
  await statusPill(page).click();
  await light(page).click();
  const sheet = page.getByRole('dialog', { name: 'If head office went down now' });
  await expect(sheet.getByText(/last used/)).toBeVisible();
  await escape(page);
  await expect(sheet).toBeHidden();
  await expectFocusBackOn(light(page), sheet);
  await escape(page);
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('READY-7 P10 P7 the office shows the light of each till and what is behind it', async () => {
  office = await demo.tablet.page().context().newPage();
  await signInToOffice(office, demo.server.origin, OFFICE);
  await office.getByRole('link', { name: 'Tills' }).click();
  const open = office.getByRole('button', { name: 'Readiness of “Till 1”' });
  await expect(async () => {
    await office.reload();
    await expect(open).toBeVisible({ timeout: 5_000 });
  }).toPass({ timeout: 60_000 });
  await open.click();
  const sheet = office.getByRole('dialog', { name: 'If head office went down now: “Till 1”' });
  await expect(sheet.getByText('agrees with this server')).toBeVisible();
  await expectAccessible(office);
  await escape(office);
});

test('DRILL-26 P11 a drill needs an approver, is marked on every screen, lasts over a reload, and keeps what is sold', async () => {
  const page = demo.tablet.page();
  await page.bringToFront();
  await statusPill(page).click();
  await page.getByRole('button', { name: 'Practise an outage' }).click();
  const sheet = page.getByRole('dialog', { name: 'Practise an outage' });
  await sheet.getByRole('radio', { name: 'Everything' }).check();
  await sheet.getByRole('button', { name: 'Start' }).click();
  await page
    .getByRole('dialog', { name: /PIN, please/ })
    .getByRole('button', { name: new RegExp(`^${KENJI.name}`) })
    .click();
  await page.keyboard.type(KENJI.pin);
  await expect(sheet).toBeHidden();
  await expect(page.getByRole('dialog').getByRole('button', { name: 'End the drill' })).toBeFocused();
  await escape(page);
  await expect(band(page)).toContainText('Drill · as if nothing could be reached');
  await expect(page.getByRole('button', { name: /^Saved on this device/ }).first()).toBeVisible({
    timeout: 60_000,
  });
  await expectAccessible(page);
  await page.reload();
  await expect(band(page)).toBeVisible();
  await signIn(page, AMARA.name, AMARA.pin);
  await scan(page, 'COF-001');
  await payCashExact(page);
  await nextSale(page);
  await expect(page.getByText('Saved on this device (1)').first()).toBeVisible({ timeout: 60_000 });
});

test('DRILL-27 DRILL-25 P11 ended early, everything is sent; the office shows how it went, apart from outages', async () => {
  const page = demo.tablet.page();
  await band(page).getByRole('button', { name: 'End the drill' }).click();
  await expect(band(page)).toBeHidden();
  await expectUpToDate(page);
  await office.bringToFront();
  await office.goto(`${demo.server.origin}/office`);
  const drills = office.getByRole('table', { name: 'Outage drills' });
  await expect(async () => {
    await office.reload();
    await expect(drills.getByRole('row', { name: /Everything.*Till 1.*Kenji.*ended early.*£/ })).toBeVisible({
      timeout: 5_000,
    });
  }).toPass({ timeout: 60_000 });
  await expect(office.getByRole('table', { name: 'Outages' })).toBeHidden();
});
