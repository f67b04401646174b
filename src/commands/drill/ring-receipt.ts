/** Rings one receipt of the file through the till's real screens, keyed as fast as a scanner keys. */
import { expect, type Page } from '@playwright/test';
import {
  basketMenu,
  chargeButton,
  expectPaid,
  openReceipt,
  payByCard,
  payCashExact,
  receiptOnPaid,
  scan,
  scanBox,
} from '../../../e2e/harness/till-screens.ts';
import { receiptGross } from './day-figures.ts';
import type { DrillLine, DrillReceipt } from './drill-plan.ts';

export interface RingContext {
  readonly page: Page;
  readonly day: string;
  /** Receipt numbers of this till by the file's invoice, for refunds against them. */
  readonly printed: Map<string, string>;
  readonly approver: { readonly name: string; readonly pin: string };
}

const CARD_ABOVE_PENCE = 100_00;
/** The rule of the drill: shorter codes are typed in search. */
const SCANNED_CODE_LENGTH_MIN = 4;

export async function ringReceipt(context: RingContext, receipt: DrillReceipt): Promise<void> {
  const { page } = context;
  await expect(scanBox(page)).toBeVisible();
  if (receipt.is === 'sale') for (const line of receipt.lines) await ringLine(page, line);
  else await ringReturns(context, receipt);
  await expectTotal(context, receipt);
  const byCard = receiptGross(receipt, context.day) > CARD_ABOVE_PENCE;
  if (receipt.is === 'refund') await giveBack(context, byCard, receipt);
  else await (byCard ? payByCard(page) : payCashExact(page));
  context.printed.set(receipt.invoice, await receiptOnPaid(page));
  await page.getByRole('button', { name: 'Next sale' }).click();
}

async function ringLine(page: Page, line: DrillLine): Promise<void> {
  if (line.code.length < SCANNED_CODE_LENGTH_MIN) await searchAndPick(page, line);
  else await scan(page, line.code, line.pieces);
  if (!line.atImportedPrice) await typePrice(page, line.pence);
}

async function searchAndPick(page: Page, line: DrillLine): Promise<void> {
  const box = scanBox(page);
  await box.fill(line.pieces === 1 ? line.code : `${String(line.pieces)}*${line.code}`);
  await box.press('Enter');
}

/** The line rung last is the marked one; it is found by its mark, because names repeat in a basket of hundreds. */
async function typePrice(page: Page, pence: number): Promise<void> {
  await page.getByRole('list', { name: 'Basket lines' }).locator('[data-active] button').first().click();
  const sheet = page.getByRole('dialog');
  await sheet.getByRole('textbox', { name: 'Price each' }).fill((pence / 100).toFixed(2));
  await sheet.getByRole('button', { name: 'Done' }).click();
  await expect(sheet).toBeHidden();
}

async function ringReturns(context: RingContext, receipt: DrillReceipt): Promise<void> {
  const invoices = new Set(
    receipt.lines.flatMap((line) => (line.against === null ? [] : [line.against.invoice])),
  );
  for (const invoice of invoices) await returnFrom(context, invoice, receipt.lines);
  const loose = receipt.lines.filter((line) => line.against === null);
  if (loose.length > 0) await returnWithoutReceipt(context.page, loose);
}

async function returnFrom(
  { page, printed }: RingContext,
  invoice: string,
  lines: readonly DrillLine[],
): Promise<void> {
  const number = printed.get(invoice);
  if (number === undefined) throw new Error(`invoice ${invoice} was not rung on this till`);
  await openReceipt(page, number);
  await page.getByRole('button', { name: 'Refund', exact: true }).click();
  const sheet = page.getByRole('dialog', { name: 'What comes back?' });
  for (const line of lines) {
    if (line.against?.invoice !== invoice) continue;
    const group = sheet.getByRole('group', { name: new RegExp(`^Line ${String(line.against.line)}:`) });
    await group.getByRole('textbox').fill(String(line.pieces));
  }
  await sheet.getByRole('button', { name: 'Add to basket' }).click();
  await expect(scanBox(page)).toBeVisible();
}

async function returnWithoutReceipt(page: Page, lines: readonly DrillLine[]): Promise<void> {
  await basketMenu(page, 'Return without a receipt');
  const sheet = page.getByRole('dialog');
  await sheet.getByRole('radio', { name: 'Changed their mind' }).check();
  await sheet.getByRole('button', { name: 'Start returning' }).click();
  for (const line of lines) await ringLine(page, line);
  await page.getByRole('button', { name: 'Stop returning' }).click();
}

async function giveBack(
  { page, approver }: RingContext,
  byCard: boolean,
  receipt: DrillReceipt,
): Promise<void> {
  await chargeButton(page).click();
  if (receipt.lines.some((line) => line.against === null)) await approve(page, approver);
  if (byCard) {
    await page.getByRole('button', { name: 'Card', exact: true }).click();
    await page.getByRole('button', { name: 'Terminal says Approved' }).click();
  } else {
    await page.getByRole('button', { name: 'Cash', exact: true }).click();
    await page.getByRole('button', { name: /^Give back £[\d,.]+ cash$/ }).click();
  }
  await expectPaid(page);
}

async function approve(page: Page, approver: RingContext['approver']): Promise<void> {
  const sheet = page.getByRole('dialog', { name: /PIN, please/ });
  await sheet.getByRole('button', { name: new RegExp(`^${approver.name}`) }).click();
  await page.keyboard.type(approver.pin);
}

/** A wrong total is told at the receipt where it arises, not at the end of the day. */
async function expectTotal({ page, day }: RingContext, receipt: DrillReceipt): Promise<void> {
  const sum = new Intl.NumberFormat('en-GB', { style: 'currency', currency: 'GBP' }).format(
    receiptGross(receipt, day) / 100,
  );
  await expect(chargeButton(page), `the total of invoice ${receipt.invoice}`).toHaveText(
    new RegExp(`${sum.replace('.', '\\.')}$`),
  );
}
