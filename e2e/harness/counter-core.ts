// The named core of the counter: what must work whatever the login module does.
import { expect, type Page } from '@playwright/test';
import { KENJI } from './demo-shop.ts';
import type { Tablet } from './tablet.ts';
import {
  basketMenu,
  chargeButton,
  expectPaid,
  nextSale,
  openReceipt,
  payByCard,
  payCashExact,
  receiptOnPaid,
  scan,
  scanBox,
  signIn,
} from './till-screens.ts';

/** The app closed and opened again; then a PIN. */
export async function signInCold(tablet: Tablet, clerk: { name: string; pin: string }): Promise<Page> {
  await tablet.switchOff();
  const page = await tablet.switchOn();
  await signIn(page, clerk.name, clerk.pin);
  return page;
}

/** @returns the receipt's number. */
export async function sellInCash(page: Page, code: string): Promise<string> {
  await scan(page, code);
  await payCashExact(page);
  const receipt = await receiptOnPaid(page);
  await nextSale(page);
  return receipt;
}

export async function sellByCard(page: Page, code: string): Promise<string> {
  await scan(page, code);
  await payByCard(page);
  const receipt = await receiptOnPaid(page);
  await nextSale(page);
  return receipt;
}

export async function refundReceipt(page: Page, receipt: string): Promise<void> {
  await openReceipt(page, receipt);
  await page.getByRole('button', { name: 'Refund', exact: true }).click();
  const sheet = page.getByRole('dialog', { name: 'What comes back?' });
  await sheet.getByRole('button', { name: 'Everything' }).click();
  await sheet.getByRole('button', { name: 'Add to basket' }).click();
  await expect(scanBox(page)).toBeVisible();
  await giveBackInCash(page);
}

export async function refundWithoutReceipt(page: Page, code: string): Promise<void> {
  await basketMenu(page, 'Return without a receipt');
  const sheet = page.getByRole('dialog', { name: 'Return without a receipt' });
  await sheet.getByRole('radio', { name: 'Faulty' }).check();
  await sheet.getByRole('button', { name: 'Start returning' }).click();
  await scan(page, code);
  await page.getByRole('button', { name: 'Stop returning' }).click();
  await chargeButton(page).click();
  await page
    .getByRole('dialog', { name: /PIN, please/ })
    .getByRole('button', { name: new RegExp(`^${KENJI.name}`) })
    .click();
  await page.keyboard.type(KENJI.pin);
  await page.getByRole('button', { name: /^Give back £[\d.]+ cash$/ }).click();
  await expectPaid(page);
  await nextSale(page);
}

/** Whatever way it was paid. */
async function giveBackInCash(page: Page): Promise<void> {
  await chargeButton(page).click();
  await page.getByRole('button', { name: 'Cash', exact: true }).click();
  await page.getByRole('button', { name: /^Give back £[\d.]+ cash$/ }).click();
  await expectPaid(page);
  await nextSale(page);
}
