/** What a manager makes of a till: another name, another tablet, another shop, and codes for the safe. */
import { expect, type Page } from '@playwright/test';
import { disposeAll } from '../../../e2e/harness/dispose-all.ts';
import { prepareServer } from '../../../e2e/harness/evertill-server.ts';
import { labOf } from '../../../e2e/harness/lab.ts';
import { signInToOffice } from '../../../e2e/harness/office-screens.ts';
import { DESKTOP, prepareTablet } from '../../../e2e/harness/tablet.ts';
import { enrol } from '../../../e2e/harness/till-screens.ts';
import { OFFICE_SIZES, shoot } from './shoot.ts';

/** A business with two shops, on a server of its own: the demo has one. */
export async function tillChangeScreens(): Promise<void> {
  const server = await prepareServer(['--demo-faults', '--no-demo']);
  await server.start();
  const tablet = await prepareTablet(server.origin);
  try {
    const shop = await labOf(server.origin).makeShop({
      ...{ name: 'High Street', tills: 1, moreShops: [{ name: 'Market', tills: 1 }] },
      products: [{ code: 'LOAF', name: 'Loaf', price: 350 }],
    });
    const till = await tablet.switchOn();
    await enrol(till, shop.tills[0]?.code ?? '');
    const office = await till.context().newPage();
    await office.setViewportSize(DESKTOP);
    await signInToOffice(office, server.origin, shop.office);
    await office.getByRole('link', { name: 'Tills' }).click();
    await change(office);
    await shoot(office, 'till-change', OFFICE_SIZES);
    await office.keyboard.press('Escape');
    await sheetBehind(office, 'Use another tablet', 'till-replace');
    await sheetBehind(office, 'Move to another shop', 'till-move');
    await spareCodes(office);
  } finally {
    await disposeAll(tablet, server);
  }
}

async function change(office: Page): Promise<void> {
  const button = office.getByRole('button', { name: 'Change “Till 1”', exact: true });
  await button.click();
  await expect(office.getByRole('dialog', { name: 'Change “Till 1”' })).toBeVisible();
}

async function sheetBehind(office: Page, button: string, screen: string): Promise<void> {
  await expect(office.getByRole('dialog')).toHaveCount(0);
  await change(office);
  await office.getByRole('button', { name: button }).click();
  await expect(office.getByRole('dialog', { name: 'Till 1' }).getByRole('textbox')).toBeVisible();
  await shoot(office, screen, OFFICE_SIZES);
  await office.getByRole('button', { name: 'Cancel' }).click();
}

async function spareCodes(office: Page): Promise<void> {
  await office.getByRole('button', { name: 'Spare codes' }).click();
  const sheet = office.getByRole('dialog', { name: 'Spare codes for the safe' });
  await expect(sheet).toBeVisible();
  await shoot(office, 'spare-codes', OFFICE_SIZES);
  await sheet.getByRole('button', { name: 'Make two codes' }).click();
  await expect(sheet.getByRole('listitem')).toHaveCount(2);
  await shoot(office, 'spare-codes-made', OFFICE_SIZES);
  await sheet.getByRole('button', { name: 'Done' }).click();
}
