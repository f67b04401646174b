// Who may do what: people, rules and sign-ins as the office changes them and the till obeys.
import { expect, test, type Page } from '@playwright/test';
import { OFFICE } from './harness/demo-shop.ts';
import { prepareDemoTill } from './harness/demo-till.ts';
import { disposeAll } from './harness/dispose-all.ts';
import type { EvertillServer } from './harness/evertill-server.ts';
import { expectAccessible } from './harness/expect-accessible.ts';
import { signInToOffice } from './harness/office-screens.ts';
import type { Tablet } from './harness/tablet.ts';
import { signIn } from './harness/till-screens.ts';

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
