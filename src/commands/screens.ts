/** `npm run screens`, or `npm run screens -- lock rescue`: walks through the demo shop at every size, light and dark, and keeps what it sees in docs/screens. */
import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { expect, type Page } from '@playwright/test';
import { AMARA, KENJI, OFFICE, printedCode } from '../../e2e/harness/demo-shop.ts';
import { prepareServer, type EvertillServer } from '../../e2e/harness/evertill-server.ts';
import { labOf } from '../../e2e/harness/lab.ts';
import { signInToOffice } from '../../e2e/harness/office-screens.ts';
import { DESKTOP, prepareTablet } from '../../e2e/harness/tablet.ts';
import {
  basketMenu,
  chargeButton,
  enrol,
  expectPaid,
  goTo,
  nextSale,
  openShift,
  payByCard,
  payCashExact,
  scan,
  scanBox,
  signIn,
  statusPill,
} from '../../e2e/harness/till-screens.ts';
import { buildClientIfNeeded } from './build-client.ts';
import { officeSheets } from './screens/office-sheets.ts';
import { practiceScreens } from './screens/practice-screens.ts';
import { rareScreens } from './screens/rare-screens.ts';
import { setUpScreens } from './screens/set-up-screens.ts';
import { sharedDrawerScreens } from './screens/shared-drawer-screens.ts';
import { tillChangeScreens } from './screens/till-change-screens.ts';
import { trustScreens } from './screens/trust-screens.ts';
import { OFFICE_SIZES, SCREENS_FOLDER, shoot } from './screens/shoot.ts';

const OFFICE_SCREENS = [
  ['Reports', 'office-reports'],
  ['Staff', 'office-staff'],
  ['Shop rules', 'office-rules'],
  ['Changes', 'office-changes'],
] as const;

const root = fileURLToPath(new URL('../..', import.meta.url));

await mkdir(SCREENS_FOLDER, { recursive: true });
await buildClientIfNeeded(root, console.log);
const server = await prepareServer(['--demo-faults']);
await server.start();
try {
  await walk(server);
} finally {
  await server.dispose();
}
await trustScreens();
await sharedDrawerScreens();
await tillChangeScreens();
await setUpScreens();

async function walk(running: EvertillServer): Promise<void> {
  const tablet = await prepareTablet(running.origin);
  try {
    const page = await tablet.switchOn();
    await expect(page.getByRole('textbox', { name: 'Enrolment code' })).toBeVisible();
    await shoot(page, 'enrol');
    await enrol(page, printedCode(running));
    await shoot(page, 'lock');
    await page.getByRole('button', { name: new RegExp(`^${AMARA.name}`) }).click();
    await shoot(page, 'pin');
    await page.reload();
    await practiceScreens(page);
    await forgottenPin(page);
    await signIn(page, AMARA.name, AMARA.pin);
    await shoot(page, 'open-shift');
    await openShift(page);
    await sellAFew(page);
    await duringAnOutage(page, running);
    await counterActs(page);
    await counterScreens(page);
    const office = await page.context().newPage();
    await officeScreens(office, running);
    await rareScreens(tablet, running.origin, office);
  } finally {
    await tablet.dispose();
  }
}

async function forgottenPin(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Forgot PIN/ }).click();
  const who = page.getByRole('dialog', { name: /^Forgot PIN/ });
  await expect(who).toBeVisible();
  await shoot(page, 'forgot-pin', OFFICE_SIZES);
  await who.getByRole('textbox', { name: 'Name' }).fill('Zoë');
  await page.keyboard.press('Enter');
  await page
    .getByRole('dialog', { name: /PIN, please$/ })
    .getByRole('button', { name: KENJI.name })
    .click();
  await page.keyboard.type(KENJI.pin);
  await expect(page.getByText(/^Zoë, choose a PIN/)).toBeVisible();
  await shoot(page, 'choose-pin', OFFICE_SIZES);
  await page.keyboard.press('Escape');
}

async function sellAFew(page: Page): Promise<void> {
  for (const code of ['COF-001', 'COF-003', 'BAK-002', 'CAN-001']) {
    await scan(page, code);
    await payCashExact(page);
    await nextSale(page);
  }
  await scan(page, 'KIT-001');
  await payByCard(page);
  await nextSale(page);
}

/** The till's look that matters most: everything is down and the shop sells on. */
async function duringAnOutage(page: Page, running: EvertillServer): Promise<void> {
  await labOf(running.origin).breakRequests('everything', '503');
  for (const code of ['COF-002', 'COF-004']) {
    await scan(page, code);
    await payCashExact(page);
    await nextSale(page);
  }
  await expect(page.getByText('Head office cannot be reached. Keep selling.').first()).toBeVisible({
    timeout: 120_000,
  });
  await basketOfFive(page);
  await shoot(page, 'sell');
  await scanBox(page).fill('coffee');
  await expect(page.getByRole('option').first()).toBeVisible();
  await shoot(page, 'results');
  await scanBox(page).fill('');
  await statusPill(page).click();
  await expect(page.getByRole('dialog', { name: 'Status' })).toBeVisible();
  await shoot(page, 'status');
  await page.keyboard.press('Escape');
  await chargeButton(page).click();
  await shoot(page, 'pay');
  await page.getByRole('button', { name: 'Card', exact: true }).click();
  await shoot(page, 'pay-card');
  await page.getByRole('button', { name: 'Cash', exact: true }).click();
  await page
    .getByRole('button', { name: /^£[345]0$/ })
    .first()
    .click();
  await expectPaid(page);
  await shoot(page, 'paid');
  await page.getByRole('button', { name: 'Gift or invoice' }).click();
  await shoot(page, 'gift-receipt');
  await page.getByRole('radio', { name: 'VAT invoice' }).check({ force: true });
  await page.getByRole('textbox', { name: 'Customer’s name' }).fill('Marsh & Dyer Ltd');
  await shoot(page, 'invoice');
  await page.keyboard.press('Escape');
  await nextSale(page);
  await labOf(running.origin).mend();
}

async function basketOfFive(page: Page): Promise<void> {
  await scan(page, 'COF-001', 2);
  await scan(page, 'BAK-001');
  await scan(page, 'CAN-001');
  await scan(page, 'KIT-001');
}

async function counterActs(page: Page): Promise<void> {
  await basketOfFive(page);
  await page.getByRole('button', { name: /^2 × Flat white/ }).click();
  const line = page.getByRole('dialog', { name: 'Flat white' });
  await line.getByRole('textbox', { name: 'Price each' }).fill('3.00');
  await line.getByRole('radio', { name: '20 %' }).check();
  await line.getByRole('radio', { name: 'Damaged' }).check();
  await line.getByRole('textbox', { name: 'Note' }).fill('oat milk');
  await shoot(page, 'line');
  await line.getByRole('button', { name: /^Done/ }).click();
  await basketMenu(page, 'Discount on everything');
  const discount = page.getByRole('dialog', { name: 'Discount on everything' });
  await discount.getByRole('radio', { name: 'Other' }).check();
  await discount.getByRole('textbox', { name: 'Percent' }).fill('12.5');
  await discount.getByRole('radio', { name: 'Goodwill' }).check();
  await shoot(page, 'discount');
  await discount.getByRole('button', { name: /^Take off/ }).click();
  await shoot(page, 'sell-discounts');
  await page.getByRole('button', { name: 'More for this basket' }).click();
  await shoot(page, 'basket-menu');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Park', exact: true }).click();
  await shoot(page, 'park');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Parked (1)' })).toBeVisible();
  await scan(page, 'DRI-014');
  await expect(page.getByRole('alertdialog')).toBeVisible();
  await shoot(page, 'age');
  await page.getByRole('button', { name: 'Checked ID' }).click();
  await page.getByRole('button', { name: 'Parked (1)' }).click();
  await expect(page.getByText('2 × Flat white')).toBeVisible();
  await shoot(page, 'parked');
  await page.keyboard.press('Escape');
  await payCashExact(page);
  await page.getByRole('button', { name: 'Wrong payment?' }).click();
  await shoot(page, 'wrong-payment');
  await page.getByRole('button', { name: 'It was card' }).click();
  await expect(page.getByText('Payment corrected')).toBeVisible();
  await shoot(page, 'paid-corrected');
  await nextSale(page);
}

async function counterScreens(page: Page): Promise<void> {
  await goTo(page, 'Receipts');
  await page.getByRole('button', { name: /A\d+-000001/ }).click();
  await shoot(page, 'receipts');
  await page.getByRole('button', { name: 'Refund', exact: true }).click();
  await shoot(page, 'refund');
  await page.keyboard.press('Escape');
  await goTo(page, 'Shift');
  await shoot(page, 'shift');
  await page.getByRole('button', { name: 'Cash out', exact: true }).click();
  await page.getByRole('radio', { name: 'Petty cash' }).check({ force: true });
  await page.keyboard.type('450');
  await shoot(page, 'cash-out');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'X report' }).click();
  await shoot(page, 'x-report');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Close the day' }).click();
  await shoot(page, 'count');
}

async function officeScreens(page: Page, running: EvertillServer): Promise<void> {
  await page.setViewportSize(DESKTOP);
  await signInToOffice(page, running.origin, OFFICE);
  await shoot(page, 'office-reconcile', OFFICE_SIZES);
  await page.getByRole('link', { name: 'Sales' }).click();
  await expect(page.getByRole('table', { name: 'Sales' })).toBeVisible();
  await shoot(page, 'office-sales', OFFICE_SIZES);
  await page.getByRole('link', { name: 'Catalogue' }).click();
  await expect(page.getByRole('table', { name: 'Products' })).toBeVisible();
  await shoot(page, 'office-catalogue', OFFICE_SIZES);
  await page.getByRole('radio', { name: 'Tiles on the till' }).check();
  await expect(page.getByRole('grid', { name: 'Favourites' })).toBeVisible();
  await shoot(page, 'office-tiles', OFFICE_SIZES);
  await page.getByRole('link', { name: 'Tills' }).click();
  await expect(page.getByRole('table', { name: 'Tills' })).toBeVisible();
  await shoot(page, 'office-tills', OFFICE_SIZES);
  for (const [link, screen] of OFFICE_SCREENS) {
    await page.getByRole('link', { name: link, exact: true }).click();
    await expect(page.getByRole('main').getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.locator('.skeleton')).toHaveCount(0);
    await shoot(page, screen, OFFICE_SIZES);
    if (link === 'Shop rules') await openingHours(page);
  }
  await officeSheets(page);
}

async function openingHours(page: Page): Promise<void> {
  const hours = page.getByRole('group', { name: 'Opening hours' });
  await hours.getByRole('textbox', { name: 'Monday' }).fill('9-13, 14-18');
  await hours.getByRole('button', { name: 'Every day as Monday' }).click();
  await hours.getByRole('textbox', { name: 'Friday' }).fill('18-2');
  await hours.getByRole('textbox', { name: 'Sunday' }).fill('');
  await shoot(page, 'office-hours', OFFICE_SIZES, () => hours.scrollIntoViewIfNeeded());
  await page.getByRole('button', { name: 'Discard changes' }).click();
}
