/** Practice: its band over the screens of the till, and its end. */
import { expect, type Page } from '@playwright/test';
import { chargeButton, expectPaid } from '../../../e2e/harness/till-screens.ts';
import { shoot } from './shoot.ts';

/** From the lock screen, and back to it. */
export async function practiceScreens(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Practise' }).click();
  await expect(page.getByText('Tap Apple')).toBeVisible();
  await shoot(page, 'practice-sell');
  await page.getByRole('button', { name: /^Apple/ }).click();
  await chargeButton(page).click();
  await shoot(page, 'practice-pay');
  await page.getByRole('button', { name: /^Exact/ }).click();
  await expectPaid(page);
  await shoot(page, 'practice-paid');
  await page.getByRole('button', { name: 'Next sale' }).click();
  await page.getByRole('button', { name: /^Cheese/ }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await shoot(page, 'practice-sheet');
  await page.keyboard.press('Escape');
  for (let skipped = 1; skipped < 10; skipped += 1) await page.getByRole('button', { name: 'Skip' }).click();
  await expect(page.getByRole('dialog', { name: 'That was all ten' })).toBeVisible();
  await shoot(page, 'practice-over');
  await page.getByRole('dialog').getByRole('button', { name: 'Leave practice' }).click();
}
