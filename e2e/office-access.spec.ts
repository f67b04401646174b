// Who may do what: people, rules and sign-ins as the office changes them and the till obeys.
import { readFile } from 'node:fs/promises';
import { expect, test, type Page } from '@playwright/test';
import { stepAt, totpCode } from '../src/server/second-factor/totp.ts';
import { OFFICE } from './harness/demo-shop.ts';
import { prepareDemoTill } from './harness/demo-till.ts';
import { disposeAll } from './harness/dispose-all.ts';
import type { EvertillServer } from './harness/evertill-server.ts';
import { expectAccessible } from './harness/expect-accessible.ts';
import { signInToOffice } from './harness/office-screens.ts';
import type { Tablet } from './harness/tablet.ts';
import { chargeButton, openShift, scan, signIn } from './harness/till-screens.ts';

let server: EvertillServer;
let tablet: Tablet;
let office: Page;

test.beforeAll(async () => {
  ({ server, tablet } = await prepareDemoTill());
  office = await tablet.page().context().newPage();
  await signInToOffice(office, server.origin, OFFICE);
});

test.afterAll(() => disposeAll(tablet, server));

const person = (name: string) => office.getByRole('row').filter({ hasText: name });

test('STAFF-5 who is taken off the list is gone from the till’s lock screen, and back when that is taken back', async () => {
  const till = tablet.page();
  await office.getByRole('link', { name: 'Staff' }).click();
  await expect(office.getByRole('table', { name: 'People on the list' })).toBeVisible();
  await expectAccessible(office);
  await office.getByRole('button', { name: 'Change “Bo”' }).click();
  await expectAccessible(office);
  await office.getByRole('dialog', { name: 'Bo' }).getByRole('button', { name: 'Take off the list' }).click();
  await expect(office.getByRole('table', { name: 'No longer on the list' })).toContainText('Bo');
  await expect(till.getByRole('button', { name: /^Bo/ })).toHaveCount(0, { timeout: 60_000 });
  await office.getByRole('button', { name: 'Undo' }).click();
  await expect(till.getByRole('button', { name: /^Bo/ })).toBeVisible({ timeout: 60_000 });
});

test('STAFF-3 a higher role asks for a longer PIN and tells it, and a name that is taken is said', async () => {
  await office.getByRole('button', { name: 'Change “Isla”' }).click();
  const sheet = office.getByRole('dialog', { name: 'Isla' });
  await sheet.getByRole('radio', { name: 'Supervisor' }).check();
  await expect(sheet.getByText('This role has six digits')).toBeVisible();
  await sheet.getByRole('textbox', { name: 'Name, as the lock screen' }).fill('Amara');
  await sheet.getByRole('button', { name: 'Save for all tills' }).click();
  await expect(sheet.getByText('Someone has this name or e-mail already')).toBeVisible();
  await sheet.getByRole('textbox', { name: 'Name, as the lock screen' }).fill('Isla M.');
  await sheet.getByRole('button', { name: 'Save for all tills' }).click();
  const told = office.getByRole('dialog', { name: 'PIN of Isla M.' });
  await expect(told.getByRole('status', { name: 'New PIN' })).toHaveText(/^\d{6}$/);
  await told.getByRole('button', { name: 'Done' }).click();
  await expect(person('Isla M.')).toContainText('Supervisor');
});

test('STAFF-2 P1 somebody added in the office signs in at the till with the PIN that was told once, the server dead', async () => {
  await office.getByRole('button', { name: 'Add a person' }).click();
  const sheet = office.getByRole('dialog', { name: 'Add a person' });
  await sheet.getByRole('textbox', { name: 'Name, as the lock screen' }).fill('Freya');
  await expectAccessible(office);
  await sheet.getByRole('button', { name: 'Add and make a PIN' }).click();
  const told = office.getByRole('dialog', { name: 'PIN of Freya' });
  const pin = (await told.getByRole('status', { name: 'New PIN' }).innerText()).trim();
  expect(pin).toMatch(/^\d{4}$/);
  await expectAccessible(office);
  await told.getByRole('button', { name: 'Done' }).click();
  await expect(person('Freya')).toContainText('Clerk');
  const till = tablet.page();
  await expect(till.getByRole('button', { name: /Freya/ })).toBeVisible({ timeout: 60_000 });
  await server.kill();
  await signIn(till, 'Freya', pin);
  await server.start();
});

test('RULES-3 RULES-5 a rule is changed within its limits, is the connected till’s, and taken back it is again what it was', async () => {
  const till = tablet.page();
  await openShift(till);
  await scan(till, 'COF-001');
  await expect(chargeButton(till)).toBeVisible();
  await office.getByRole('link', { name: 'Shop rules' }).click();
  const lease = office.getByRole('textbox', { name: 'Days a till does everything without' });
  await expect(lease).toHaveValue('7');
  const monday = office.getByRole('textbox', { name: 'Monday' });
  await monday.fill('9-13, 12-18');
  await office.getByRole('button', { name: 'Save for all tills' }).click();
  await expect(office.getByText('These hours begin before', { exact: false })).toBeVisible();
  await expectAccessible(office);
  await monday.fill('');
  await lease.fill('40');
  await office.getByRole('switch', { name: /^Cash exact and Card/ }).check();
  await office.getByRole('button', { name: 'Save for all tills' }).click();
  await expect(office.getByText('Whole days from 1 to 30.')).toHaveCount(2);
  await lease.fill('7');
  await office.getByRole('button', { name: 'Save for all tills' }).click();
  await expect(office.getByText('Saved. Tills take it over')).toBeVisible();
  await expect(office.getByText('Version 2, by Daniel')).toBeVisible();
  await expectAccessible(office);
  const cashExact = till.getByRole('button', { name: /^Cash exact/ });
  await expect(cashExact).toBeVisible({ timeout: 60_000 });
  await office.getByRole('button', { name: 'Undo' }).click();
  await expect(cashExact).toHaveCount(0, { timeout: 60_000 });
});

test('AUDIT-1 AUDIT-4 OFFICE-60 who changed what is read back by person and kind, and taken along', async () => {
  await office.getByRole('link', { name: 'Changes' }).click();
  const table = office.getByRole('table', { name: 'Changes, the latest first' });
  await expect(table.getByRole('row', { name: /Person added Freya/ })).toBeVisible();
  await expectAccessible(office);
  await office.getByRole('combobox', { name: 'About' }).selectOption('Shop rules');
  await expect(table.getByRole('rowheader')).toHaveCount(2);
  const first = table.getByRole('row').nth(2);
  await expect(first).toContainText('Daniel');
  await expect(first).toContainText(/Cash exact and Card on the Sell screen\s+off/);
  await office.getByRole('combobox', { name: 'Person' }).selectOption('Amara');
  await expect(office.getByText('Nothing yet')).toBeVisible();
  await office.getByRole('combobox', { name: 'Person' }).selectOption('Everybody');
  await expect(table.getByRole('rowheader')).toHaveCount(2);
  await office.getByRole('button', { name: 'Export' }).click();
  const saving = office.waitForEvent('download');
  await office.getByRole('button', { name: 'CSV, for a spreadsheet' }).click();
  const text = await readFile(await (await saving).path(), 'utf8');
  expect(text.split('\r\n')[0]).toBe('\uFEFFat,person,act,about,till,why,before,after');
  expect(text.trimEnd().split('\r\n')).toHaveLength(3);
});

test('ACCESS-4 ACCESS-8 P5 a second factor is set up with an app, asked for at the door, and another sign-in is ended', async ({
  browser,
}) => {
  await office.getByRole('link', { name: 'Sign-in', exact: true }).click();
  await expect(office.getByRole('table', { name: 'Sign-ins' })).toBeVisible();
  await expectAccessible(office);
  await office.getByRole('button', { name: 'Set it up' }).click();
  const setUp = office.getByRole('dialog', { name: 'Second factor' });
  const secret = fromBase32(await setUp.getByRole('code').innerText());
  const confirmed = stepAt(Date.now());
  await expectAccessible(office);
  await setUp.getByRole('textbox', { name: 'Code from the app' }).fill(totpCode(secret, confirmed));
  await setUp.getByRole('button', { name: 'Turn it on' }).click();
  const codes = office.getByRole('list', { name: 'Recovery codes' }).getByRole('listitem');
  await expect(codes).toHaveCount(10);
  await expectAccessible(office);
  const recovery = await codes.first().innerText();
  await office.getByRole('button', { name: 'I have kept them' }).click();
  await expect(office.getByText('On since')).toBeVisible();

  await office.getByRole('button', { name: 'Sign out' }).click();
  await passDoor(office, totpCode(secret, confirmed));
  await expect(office.getByText('That code is wrong, is over')).toBeVisible();
  await expectAccessible(office);
  // The next one holds already, and was not used.
  await passDoor(office, totpCode(secret, confirmed + 1));
  await expect(office.getByRole('table', { name: 'Sign-ins' })).toBeVisible();

  const elsewhere = await (await browser.newContext()).newPage();
  await elsewhere.goto(`${server.origin}/office`);
  await passDoor(elsewhere, recovery);
  await expect(elsewhere.getByRole('table', { name: 'Figures of the day' })).toBeVisible();
  await office.reload();
  const end = office.getByRole('button', { name: /^End the sign-in of Daniel/ });
  await expect(end).toHaveCount(1);
  await end.click();
  await expect(end).toHaveCount(0);
  await elsewhere.reload();
  await expect(elsewhere.getByRole('textbox', { name: 'E-mail' })).toBeVisible();
  await elsewhere.context().close();
});

async function passDoor(page: Page, code: string): Promise<void> {
  const field = page.getByRole('textbox', { name: 'Code of the second factor' });
  await page.getByRole('textbox', { name: 'E-mail' }).fill(OFFICE.email);
  await page.getByLabel('Password').fill(OFFICE.password);
  if (!(await field.isVisible())) await page.getByRole('button', { name: 'Sign in' }).click();
  await field.fill(code);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

function fromBase32(text: string): Buffer {
  const letters = Array.from(text.replaceAll(/\s/g, ''));
  const bits = letters.map((letter) => BASE32.indexOf(letter).toString(2).padStart(5, '0')).join('');
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
}

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
