// What a manager makes of a till: another name, another tablet while the old one still holds a sale, another shop, and codes for the safe.
import { expect, test, type Locator, type Page } from '@playwright/test';
import type { DrillShop } from '../src/server/import/drill-shop.ts';
import { untilAppIsKept } from './harness/demo-till.ts';
import { disposeAll } from './harness/dispose-all.ts';
import { prepareServer, type EvertillServer } from './harness/evertill-server.ts';
import { expectAccessible } from './harness/expect-accessible.ts';
import { labOf, type Lab } from './harness/lab.ts';
import { signInToOffice } from './harness/office-screens.ts';
import { DESKTOP, prepareTablet, TABLET, type Tablet } from './harness/tablet.ts';
import {
  enrol,
  expectUpToDate,
  nextSale,
  openShift,
  payCashExact,
  scan,
  signIn,
  statusPill,
} from './harness/till-screens.ts';

test.describe.configure({ mode: 'serial' });

const SOON = { timeout: 60_000 };
const CODE = /\b[0-9A-Z]{4} ?[0-9A-Z]{4}\b/;

let server: EvertillServer;
let lab: Lab;
let shop: DrillShop;
let first: Tablet;
let second: Tablet;
let office: Page;

test.beforeAll(async () => {
  server = await prepareServer(['--demo-faults', '--no-demo']);
  await server.start();
  lab = labOf(server.origin);
  shop = await lab.makeShop({
    ...{ name: 'High Street', tills: 1, moreShops: [{ name: 'Market', tills: 1 }] },
    products: [{ code: 'LOAF', name: 'Loaf', price: 350 }],
  });
  [first, second] = await Promise.all([prepareTablet(server.origin), prepareTablet(server.origin)]);
  const page = await first.switchOn();
  await enrol(page, shop.tills[0]?.code ?? '');
  await untilAppIsKept(page);
  office = await (await second.switchOn()).context().newPage();
  await signInToOffice(office, server.origin, shop.office);
  await office.getByRole('link', { name: 'Tills' }).click();
});

test.afterAll(() => disposeAll(first, second, server));

const table = () => office.getByRole('table', { name: 'Tills' });
const row = (till: string) => table().getByRole('row').filter({ hasText: till });

async function change(till: string): Promise<Locator> {
  await office.getByRole('button', { name: `Change “${till}”`, exact: true }).click();
  const sheet = office.getByRole('dialog', { name: `Change “${till}”` });
  await expect(sheet).toBeVisible();
  return sheet;
}

/** At both sizes that a manager has. */
async function expectAccessibleAtBoth(): Promise<void> {
  for (const size of [DESKTOP, TABLET]) {
    await office.setViewportSize(size);
    await expectAccessible(office);
  }
}

async function codeShown(): Promise<string> {
  const text = await office.getByLabel('Enrolment code').innerText();
  const code = (CODE.exec(text)?.[0] ?? '').replace(' ', '');
  await office.getByRole('dialog').getByRole('button', { name: 'Done' }).click();
  await expect(office.getByRole('dialog')).toHaveCount(0);
  return code;
}

test('OFFICE-45 a till is renamed, and its tablet says so', async () => {
  const sheet = await change('Till 1');
  await expectAccessibleAtBoth();
  await sheet.getByRole('textbox', { name: 'Name of the till' }).fill('Counter, left');
  await sheet.getByRole('button', { name: 'Save the name' }).click();
  await expect(row('Counter, left')).toBeVisible();
  await expect(first.page().getByText(/Counter, left/)).toBeVisible(SOON);
});

test('OFFICE-46 a till with its shift open does not move, and says why', async () => {
  const till = first.page();
  await signIn(till, 'Alma', '4826');
  await openShift(till);
  await expectUpToDate(till);
  // The list is read again by itself.
  await expect(async () => {
    const sheet = await change('Counter, left');
    await sheet.getByRole('button', { name: 'Move to another shop' }).click();
    const move = office.getByRole('dialog', { name: 'Move “Counter, left” to another shop' });
    const isHeld = await move.getByText('It has a shift open.').isVisible();
    await expect(move.getByRole('button', { name: 'Cancel' })).toBeVisible();
    if (isHeld) await expectAccessible(office);
    await move.getByRole('button', { name: 'Cancel' }).click();
    await expect(office.getByRole('dialog')).toHaveCount(0);
    expect(isHeld).toBe(true);
  }).toPass(SOON);
});

test('OFFICE-47 IDEN-44 P4 another tablet takes the till over; a sale the old one still held arrives, and is asked about', async () => {
  const old = first.page();
  await old.context().setOffline(true);
  await scan(old, 'LOAF');
  await payCashExact(old);
  await nextSale(old);

  const sheet = await change('Counter, left');
  await sheet.getByRole('button', { name: 'Use another tablet' }).click();
  const replace = office.getByRole('dialog', { name: 'Another tablet for “Counter, left”' });
  await expectAccessibleAtBoth();
  await replace.getByRole('textbox', { name: 'What happened to the tablet' }).fill('Fell off the counter');
  await replace.getByRole('button', { name: 'Make its code' }).click();
  const code = await codeShown();
  const fresh = second.page();
  await fresh.bringToFront();
  await enrol(fresh, code);
  await expect(fresh.getByText(/Counter, left/)).toBeVisible();

  await old.context().setOffline(false);
  await statusPill(old).click();
  const status = old.getByRole('dialog', { name: 'Status' });
  await status.getByRole('button', { name: 'Try now' }).click();
  await expect(status.getByText('The office has taken this till out of service.')).toBeVisible(SOON);
  await office.bringToFront();
  await office.getByRole('link', { name: 'Reconcile' }).click();
  await expect(office.getByText('From a revoked till').first()).toBeVisible(SOON);
  await office.getByRole('link', { name: 'Changes' }).click();
  await expect(office.getByText('Till taken over by another tablet')).toBeVisible();
  await expect(office.getByText('Fell off the counter')).toBeVisible();
});

test('OFFICE-46 a tablet that is to stand in another shop gets a code of that shop; what it sold stays', async () => {
  await office.getByRole('link', { name: 'Tills' }).click();
  const added = office.getByRole('button', { name: 'Add a till' });
  await added.click();
  await office.getByRole('textbox', { name: 'Name of the till' }).fill('Stall');
  await office.getByRole('button', { name: 'Make a code' }).click();
  const third = await prepareTablet(server.origin);
  try {
    const page = await third.switchOn();
    await enrol(page, await codeShown());
    await expect(row('Stall')).toContainText('Enrolled', SOON);
    const sheet = await change('Stall');
    await sheet.getByRole('button', { name: 'Move to another shop' }).click();
    const move = office.getByRole('dialog', { name: 'Move “Stall” to another shop' });
    await expectAccessibleAtBoth();
    await expect(move.getByRole('radio', { name: 'Market' })).toBeChecked();
    await move.getByRole('button', { name: 'End it here and make its code' }).click();
    expect(await codeShown()).toHaveLength(8);
  } finally {
    await third.dispose();
  }
  await expect(row('Stall')).toContainText('Revoked');
  await office.getByRole('combobox', { name: 'Shop' }).selectOption({ label: 'Market' });
  await office.getByRole('link', { name: 'Tills' }).click();
  await expect(row('Stall')).toContainText('Waits for its tablet');
});

test('OFFICE-48 P1 two codes go into the safe; with the office’s login broken one of them makes a tablet a till', async () => {
  await office.getByRole('button', { name: 'Spare codes' }).click();
  const sheet = office.getByRole('dialog', { name: 'Spare codes for the safe' });
  await sheet.getByRole('button', { name: 'Make two codes' }).click();
  await expect(sheet.getByRole('listitem')).toHaveCount(2);
  await expectAccessibleAtBoth();
  const code = (CODE.exec(await sheet.getByRole('listitem').first().innerText())?.[0] ?? '').replace(' ', '');
  await sheet.getByRole('button', { name: 'Done' }).click();
  await expect(row('Spare 1')).toContainText('Spare, code in the safe');
  await lab.breakPeoplePlane('hangs');
  const spare = await prepareTablet(server.origin);
  try {
    await enrol(await spare.switchOn(), code);
    await expect(spare.page().getByText(/Spare 1/)).toBeVisible();
  } finally {
    await spare.dispose();
    await lab.mend();
  }
});
