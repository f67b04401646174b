/** Sheets and states of the office that its main screens do not show by themselves. */
import { expect, type Page } from '@playwright/test';
import { OFFICE_SIZES, shoot } from './shoot.ts';

/** @param page signed in, with sales of today. */
export async function officeSheets(page: Page): Promise<void> {
  await catalogueSheets(page);
  await cards(page);
  await signOff(page);
  await secondFactor(page);
}

async function catalogueSheets(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Catalogue' }).click();
  await page.getByRole('radio', { name: 'Products' }).check();
  await page.getByRole('textbox', { name: 'Name, stock number or barcode' }).fill('Flat white');
  await page.getByRole('button', { name: 'Change “Flat white”' }).click();
  await expect(page.getByRole('dialog').getByRole('textbox', { name: /^Name/ })).toBeFocused();
  await shoot(page, 'office-product', OFFICE_SIZES);
  await page.keyboard.press('Escape');
  await page.getByRole('radio', { name: 'Taxes' }).check();
  await expect(page.getByRole('table', { name: 'Taxes' })).toBeVisible();
  await shoot(page, 'office-taxes', OFFICE_SIZES);
}

async function cards(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Reconcile' }).click();
  const region = page.getByRole('region', { name: 'Cards' });
  await region.getByRole('button', { name: 'Bring a file' }).click();
  const sheet = page.getByRole('dialog', { name: 'The acquirer’s file' });
  await sheet.getByLabel('File', { exact: true }).setInputFiles(await acquirersFile(page));
  await expect(sheet.getByText('2 payments')).toBeVisible();
  await shoot(page, 'office-cards-file', OFFICE_SIZES);
  await sheet.getByRole('button', { name: 'Bring it' }).click();
  await sheet.getByRole('button', { name: 'Done' }).click();
  await expect(region.getByText(/without a sale/)).toBeVisible();
  await shoot(page, 'office-cards', OFFICE_SIZES, () => region.scrollIntoViewIfNeeded());
  const settle = page.getByRole('button', { name: 'Settle…: Card payment without a sale' }).first();
  await settle.click();
  await shoot(page, 'office-settle', OFFICE_SIZES);
  await page.keyboard.press('Escape');
  await expect(settle).toBeFocused();
}

/** One payment that was never rung, and one that was. */
async function acquirersFile(page: Page) {
  const now = await page.evaluate(() => Date.now());
  const [day, time] = (['dateStyle', 'timeStyle'] as const).map((style) =>
    new Intl.DateTimeFormat('en-GB', {
      timeZone: 'Europe/London',
      [style]: style === 'dateStyle' ? 'short' : 'medium',
    }).format(now),
  );
  const rows = ['3.20', '18.00'].map((amount) => `${String(day)},${String(time)},${amount},T-1,`);
  const text = ['Transaction date,Time,Amount,Terminal ID,Auth code', ...rows].join('\n');
  return { name: 'acquirer.csv', mimeType: 'text/csv', buffer: Buffer.from(text) };
}

async function signOff(page: Page): Promise<void> {
  const button = page.getByRole('button', { name: /^Sign off/ });
  await button.click();
  await expect(page.getByRole('dialog', { name: /^Sign off/ })).toBeVisible();
  await shoot(page, 'office-sign-off', OFFICE_SIZES);
  await page.keyboard.press('Escape');
  await expect(button).toBeFocused();
}

async function secondFactor(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Sign-in', exact: true }).click();
  await expect(page.getByRole('table', { name: 'Sign-ins' })).toBeVisible();
  await shoot(page, 'office-account', OFFICE_SIZES);
  await page.getByRole('button', { name: 'Set it up' }).click();
  await expect(page.getByRole('dialog', { name: 'Second factor' }).getByRole('code')).toBeVisible();
  await shoot(page, 'office-second-factor', OFFICE_SIZES);
  await page.keyboard.press('Escape');
}
