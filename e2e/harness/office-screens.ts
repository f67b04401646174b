// The office's screens as a manager reads them.
import { expect, type Page } from '@playwright/test';

export async function signInToOffice(
  page: Page,
  origin: string,
  account: { email: string; password: string },
): Promise<void> {
  await page.goto(`${origin}/office`);
  await page.getByRole('textbox', { name: 'E-mail' }).fill(account.email);
  await page.getByLabel('Password').fill(account.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('table', { name: 'Figures of the day' })).toBeVisible();
}

/** The figures panel: row label to the text of its figure. */
export async function readFigures(page: Page): Promise<Map<string, string>> {
  const rows = page.getByRole('table', { name: 'Figures of the day' }).getByRole('row');
  const figures = new Map<string, string>();
  for (const row of await rows.all()) {
    const label = await row.getByRole('rowheader').allInnerTexts();
    const value = await row.getByRole('cell').allInnerTexts();
    if (label[0] !== undefined && value[0] !== undefined) figures.set(label[0].trim(), value[0].trim());
  }
  return figures;
}
