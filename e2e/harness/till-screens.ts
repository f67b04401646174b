// The till's screens as a clerk works them: by what is read on them, never by their markup.
import { expect, type Locator, type Page } from '@playwright/test';

export async function enrol(page: Page, code: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Enrolment code' }).fill(code);
  await page.getByRole('button', { name: 'Set up' }).click();
  await expect(page.getByRole('heading', { name: 'Who is selling?' })).toBeVisible({ timeout: 60_000 });
}

export async function signIn(page: Page, name: string, pin: string): Promise<void> {
  await choosePerson(page, name);
  await page.keyboard.type(pin);
  const counter = scanBox(page).or(page.getByRole('heading', { name: 'Open the shift' }));
  await expect(counter.first()).toBeVisible({ timeout: 30_000 });
}

/** On the lock: the PIN pad stands open afterwards. */
export async function choosePerson(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: new RegExp(`^${name}`) }).click();
  await expect(page.getByRole('heading', { name: `Hello ${name}, your PIN` })).toBeVisible();
}

export async function openShift(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Start with/ }).click();
  await expect(scanBox(page)).toBeVisible();
}

export function scanBox(page: Page): Locator {
  return page.getByRole('combobox', { name: 'Scan or search' });
}

export function basketLines(page: Page): Locator {
  return page.getByRole('list', { name: 'Basket lines' }).getByRole('listitem');
}

/** From the basket's menu. */
export async function emptyBasket(page: Page): Promise<void> {
  await basketMenu(page, 'Empty the basket');
}

export async function basketMenu(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'More for this basket' }).click();
  await page.getByRole('dialog', { name: 'Basket' }).getByRole('button', { name }).click();
}

/** As a scanner in keyboard mode does it: fast keys and Enter, wherever the focus is. */
export async function scan(page: Page, code: string, pieces = 1): Promise<void> {
  await page.keyboard.type(pieces === 1 ? code : `${String(pieces)}*${code}`);
  await page.keyboard.press('Enter');
}

/** One of a few answers that are all in sight; waits until no sheet that is closing lies over it. */
export async function chooseAnswer(page: Page, name: string | RegExp): Promise<void> {
  await page.getByRole('radio', { name }).check();
}

export function chargeButton(page: Page): Locator {
  return page.getByRole('button', { name: /^(Charge|Give back|Done, nothing)/ });
}

export async function payCashExact(page: Page): Promise<void> {
  await chargeButton(page).click();
  await page.getByRole('button', { name: /^Exact/ }).click();
  await expectPaid(page);
}

export async function payByCard(page: Page): Promise<void> {
  await chargeButton(page).click();
  await page.getByRole('button', { name: 'Card', exact: true }).click();
  await page.getByRole('button', { name: 'Terminal says Approved' }).click();
  await expectPaid(page);
}

export async function expectPaid(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { name: /^(Paid|Gave back|Done, nothing)/ })).toBeVisible({
    timeout: 30_000,
  });
}

/** The receipt's number as the Paid screen shows it. */
export async function receiptOnPaid(page: Page): Promise<string> {
  const text = await page.locator('body').innerText();
  const found = /\b[A-Z]\d+[a-z]?-\d{6}\b/.exec(text);
  if (found === null) throw new Error(`no receipt number on the screen:\n${text}`);
  return found[0];
}

export async function nextSale(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Next sale' }).click();
  await expect(scanBox(page)).toBeVisible();
}

export async function goTo(page: Page, name: 'Sell' | 'Receipts' | 'Shift' | 'Lock'): Promise<void> {
  await page.getByRole('navigation', { name: 'Till' }).getByRole('button', { name, exact: true }).click();
}

/** Counts what the drawer should hold, in one denomination's box per amount given. */
export async function closeShift(
  page: Page,
  count: readonly { name: string; pieces: number }[],
): Promise<void> {
  await goTo(page, 'Shift');
  await page.getByRole('button', { name: 'Close the day' }).click();
  await expect(page.getByRole('heading', { name: 'Count the cash' })).toBeVisible();
  for (const { name, pieces } of count)
    await page.getByRole('textbox', { name, exact: true }).fill(String(pieces));
  await page.getByRole('button', { name: 'Done counting' }).click();
  await page.getByRole('button', { name: 'Go on' }).click();
  await page.getByRole('button', { name: 'There is no total' }).click();
  await page.getByRole('button', { name: 'Close the day' }).click();
  await expect(page.getByRole('heading', { name: 'Shift closed' })).toBeVisible();
}

export function statusPill(page: Page): Locator {
  return page.getByRole('button', { name: /Up to date|Saved on this device|Sending/ }).first();
}

export async function expectUpToDate(page: Page, timeout = 120_000): Promise<void> {
  await expect(page.getByRole('button', { name: /Up to date/ }).first()).toBeVisible({ timeout });
}

/** As a scanner reads it: keys from nowhere, and no field was touched before. */
export async function openReceipt(page: Page, receipt: string): Promise<void> {
  await goTo(page, 'Receipts');
  await expect(page.getByRole('textbox', { name: 'Receipt number' })).toBeVisible();
  await page.keyboard.type(receipt);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Refund', exact: true })).toBeVisible();
}
