/** Two tills at one drawer: how a manager puts them there, how each starts, hands over and closes. */
import { expect, type Page } from '@playwright/test';
import { AMARA, BO, OFFICE, printedCode } from '../../../e2e/harness/demo-shop.ts';
import { untilAppIsKept } from '../../../e2e/harness/demo-till.ts';
import { prepareServer } from '../../../e2e/harness/evertill-server.ts';
import { signInToOffice } from '../../../e2e/harness/office-screens.ts';
import { DESKTOP, prepareTablet } from '../../../e2e/harness/tablet.ts';
import {
  enrol,
  goTo,
  nextSale,
  openShift,
  payCashExact,
  scan,
  signIn,
} from '../../../e2e/harness/till-screens.ts';
import { OFFICE_SIZES, shoot } from './shoot.ts';

/** A server and two tablets of its own: the walk past the other screens has one till, with a drawer to itself. */
export async function sharedDrawerScreens(): Promise<void> {
  const server = await prepareServer([]);
  await server.start();
  const [first, second] = [await prepareTablet(server.origin), await prepareTablet(server.origin)];
  try {
    const front = await first.switchOn();
    await enrol(front, printedCode(server));
    await untilAppIsKept(front);
    const office = await front.context().newPage();
    await office.setViewportSize(DESKTOP);
    await signInToOffice(office, server.origin, OFFICE);
    const code = await addSecondTill(office);
    const garden = await second.switchOn();
    await enrol(garden, code);
    await front.bringToFront();
    await sellAtBoth(front, garden);
    await handOver(front);
    await closeBoth(front, garden);
    await office.goto(`${server.origin}/office`);
    const drawers = office.getByRole('table', { name: 'Drawers' });
    await expect(drawers.getByRole('row')).toHaveCount(2);
    await shoot(office, 'office-drawers', OFFICE_SIZES, () => drawers.scrollIntoViewIfNeeded());
  } finally {
    await first.dispose();
    await second.dispose();
    await server.dispose();
  }
}

/** @returns the code that enrols it. */
async function addSecondTill(office: Page): Promise<string> {
  await office.getByRole('link', { name: 'Tills' }).click();
  await office.getByRole('button', { name: 'Add a till' }).click();
  await office.getByRole('textbox', { name: 'Name of the till' }).fill('Garden');
  await office.getByRole('button', { name: 'Make a code' }).click();
  const shown = office.getByLabel('Enrolment code');
  await expect(shown).toBeVisible();
  await shoot(office, 'office-till-code', OFFICE_SIZES);
  const code = /\b[0-9A-Z]{4}[ -]?[0-9A-Z]{4}\b/.exec(await shown.innerText())?.[0] ?? '';
  await office.keyboard.press('Escape');
  await office.getByRole('button', { name: /^Drawer of “Garden”/ }).click();
  await office
    .getByRole('radio', { name: /with Till 1|Drawer 1/ })
    .first()
    .check();
  await shoot(office, 'office-drawer', OFFICE_SIZES);
  await office.getByRole('button', { name: 'Save' }).click();
  await expect(office.getByRole('dialog')).toHaveCount(0);
  return code.replace(/[ -]/, '');
}

async function sellAtBoth(front: Page, garden: Page): Promise<void> {
  await signIn(front, AMARA.name, AMARA.pin);
  await shoot(front, 'open-shift-shared');
  await sellOne(front, 'COF-001');
  await signIn(garden, BO.name, BO.pin);
  await shoot(garden, 'open-shift-without-float');
  await sellOne(garden, 'KIT-001');
}

async function sellOne(page: Page, code: string): Promise<void> {
  await openShift(page);
  await scan(page, code);
  await payCashExact(page);
  await nextSale(page);
}

async function handOver(front: Page): Promise<void> {
  await front.bringToFront();
  await goTo(front, 'Shift');
  await front.getByRole('button', { name: 'Hand over', exact: true }).click();
  const sheet = front.getByRole('dialog', { name: 'Hand the drawer over' });
  await sheet.getByRole('button', { name: BO.name }).click();
  await shoot(front, 'hand-over');
  await front.keyboard.press('Escape');
  await expect(sheet).toHaveCount(0);
}

async function closeBoth(front: Page, garden: Page): Promise<void> {
  await goTo(garden, 'Shift');
  await garden.getByRole('button', { name: 'Close the day' }).click();
  await garden.getByRole('button', { name: 'There is no total' }).click();
  await garden.getByRole('button', { name: 'Close the day' }).click();
  await expect(garden.getByRole('region', { name: 'Z report' })).toBeVisible();
  await shoot(garden, 'z-report-shared');
  await front.bringToFront();
  await front.getByRole('button', { name: 'Close the day' }).click();
  await front.getByRole('textbox', { name: '£50 notes' }).fill('2');
  await front.getByRole('button', { name: 'Done counting' }).click();
  await shoot(front, 'count-shared');
  await front.getByRole('button', { name: 'Go on' }).click();
  await front.getByRole('button', { name: 'There is no total' }).click();
  await front.getByRole('button', { name: 'Close the day' }).click();
  await expect(front.getByRole('heading', { name: 'Shift closed' })).toBeVisible();
}
