// Two tills share one drawer: the manager says so, one counts, the server dies in between, and head office compares when it has all of it.
import { expect, test, type Page } from '@playwright/test';
import { AMARA, BO, OFFICE, printedCode } from './harness/demo-shop.ts';
import { untilAppIsKept } from './harness/demo-till.ts';
import { disposeAll } from './harness/dispose-all.ts';
import { prepareServer, type EvertillServer } from './harness/evertill-server.ts';
import { expectAccessible } from './harness/expect-accessible.ts';
import { signInToOffice } from './harness/office-screens.ts';
import { escape } from './harness/stop.ts';
import { prepareTablet, type Tablet } from './harness/tablet.ts';
import {
  enrol,
  expectUpToDate,
  goTo,
  nextSale,
  openShift,
  payCashExact,
  scan,
  signIn,
  statusPill,
} from './harness/till-screens.ts';

test.describe.configure({ mode: 'serial' });

let server: EvertillServer;
let first: Tablet;
let second: Tablet;
let office: Page;

test.beforeAll(async () => {
  server = await prepareServer([]);
  await server.start();
  [first, second] = await Promise.all([prepareTablet(server.origin), prepareTablet(server.origin)]);
  const page = await first.switchOn();
  await enrol(page, printedCode(server));
  await untilAppIsKept(page);
});

test.afterAll(() => disposeAll(first, second, server));

test('OFFICE-44 a manager puts a second till at the first one’s drawer, and gives it a name', async () => {
  office = await first.page().context().newPage();
  const page = office;
  await signInToOffice(page, server.origin, OFFICE);
  await page.getByRole('link', { name: 'Tills' }).click();
  await page.getByRole('button', { name: 'Add a till' }).click();
  await page.getByRole('textbox', { name: 'Name of the till' }).fill('Garden');
  await page.getByRole('button', { name: 'Make a code' }).click();
  const code = /\b[0-9A-Z]{4}[ -]?[0-9A-Z]{4}\b/.exec(await page.getByLabel('Enrolment code').innerText());
  await escape(page);
  await page.getByRole('button', { name: /^Drawer of “Garden”/ }).click();
  await expectAccessible(page);
  await page
    .getByRole('radio', { name: /with Till 1|Drawer 1/ })
    .first()
    .check();
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('button', { name: 'Change “Drawer 1”' }).click();
  await page.getByRole('textbox', { name: 'Drawer' }).fill('Front');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(
    page.getByRole('table', { name: 'Drawers' }).getByRole('row', { name: /^Front/ }),
  ).toContainText('Garden');
  const garden = await second.switchOn();
  await enrol(garden, (code?.[0] ?? '').replace(/[ -]/, ''));
  await untilAppIsKept(garden);
});

test('P2 SHIFT-40 with the server dead one till starts with the float, the other without one', async () => {
  const [front, garden] = [first.page(), second.page()];
  await signIn(front, AMARA.name, AMARA.pin);
  await expect(front.getByText(/^Front is shared with Garden/)).toBeVisible();
  await server.kill();
  await openShift(front);
  await scan(front, 'COF-001');
  await payCashExact(front);
  await nextSale(front);
  await signIn(garden, BO.name, BO.pin);
  await expect(garden.getByText(/has the float and counts it; you start without one/)).toBeVisible();
  await expectAccessible(garden);
  await expect(garden.getByRole('button', { name: 'Start without a float' })).toBeVisible();
  await openShift(garden);
  await scan(garden, 'KIT-001');
  await payCashExact(garden);
  await nextSale(garden);
});

test('P2 SHIFT-40 SHIFT-46 the other closes without counting, and its Z says where it is counted and what is not sent', async () => {
  const garden = second.page();
  await goTo(garden, 'Shift');
  await garden.getByRole('button', { name: 'Close the day' }).click();
  await garden.getByRole('button', { name: 'There is no total' }).click();
  await expectAccessible(garden);
  await garden.getByRole('button', { name: 'Close the day' }).click();
  const z = garden.getByRole('region', { name: 'Z report' });
  await expect(z.getByText(/^Counted with/)).toBeVisible();
  await expect(z.getByText(/^At the close 1 sale .* had not reached head office/)).toBeVisible();
});

test('P2 SHIFT-43 SHIFT-45 the drawer is handed over; the X says who rang what', async () => {
  const front = first.page();
  await front.bringToFront();
  await goTo(front, 'Shift');
  await front.getByRole('button', { name: 'Hand over', exact: true }).click();
  const sheet = front.getByRole('dialog', { name: 'Hand the drawer over' });
  await sheet.getByRole('button', { name: BO.name }).click();
  await expectAccessible(front);
  await sheet.getByRole('button', { name: `Hand over to ${BO.name}` }).click();
  await expect(sheet.getByText(`${BO.name} has the drawer now.`)).toBeVisible();
  await sheet.getByRole('button', { name: 'Lock' }).click();
  await signIn(front, BO.name, BO.pin);
  await scan(front, 'COF-002');
  await payCashExact(front);
  await nextSale(front);
  await goTo(front, 'Shift');
  await front.getByRole('button', { name: 'X report' }).click();
  const x = front.getByRole('region', { name: 'X report' });
  await expect(x.getByText('1 sale, 0 refunds')).toHaveCount(2);
  await escape(front);
});

test('P2 SHIFT-40 the one that counts names no difference; head office compares once it has everything', async () => {
  const page = office;
  const [front, garden] = [first.page(), second.page()];
  await front.getByRole('button', { name: 'Close the day' }).click();
  await expect(front.getByText(/^Garden put cash into this drawer too/)).toBeVisible();
  await front.getByRole('textbox', { name: '£50 notes' }).fill('3');
  await front.getByRole('button', { name: 'Done counting' }).click();
  await expect(front.getByText('£150.00 counted.')).toBeVisible();
  await expect(front.getByText('Head office compares when it has everything from Garden.')).toBeVisible();
  await expect(front.getByText('Difference')).toHaveCount(0);
  await front.getByRole('button', { name: 'Go on' }).click();
  await front.getByRole('button', { name: 'There is no total' }).click();
  await front.getByRole('button', { name: 'Close the day' }).click();
  await expect(front.getByRole('heading', { name: 'Shift closed' })).toBeVisible();
  await second.switchOff();
  await server.start();
  // It may have sent by itself already, or wait for its next try.
  await statusPill(front).click();
  await front.getByRole('dialog', { name: 'Status' }).getByRole('button', { name: 'Try now' }).click();
  await escape(front);
  await expect(front.getByText('Everything is at head office.')).toBeVisible({ timeout: 120_000 });
  await page.goto(`${server.origin}/office`);
  const drawers = page.getByRole('table', { name: 'Drawers' });
  await expect(drawers.getByText('waits for Garden')).toBeVisible();
  await expect(page.getByText('Takings so far')).toBeVisible();
  expect(garden.isClosed()).toBe(true);
  await expectUpToDate(await second.switchOn());
  await expect(drawers.getByText('waits for Garden')).toHaveCount(0, { timeout: 60_000 });
  await expect(page.getByText('Takings', { exact: true }).first()).toBeVisible();
  // The three cash sales are not among the notes that were counted.
  await expect(drawers.getByText(/^−£/)).toBeVisible();
});
