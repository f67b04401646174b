/** The first start and the eight steps of a set-up, on a server of its own that nobody has founded anything on. */
import { expect, type Page } from '@playwright/test';
import { disposeAll } from '../../../e2e/harness/dispose-all.ts';
import { prepareServer } from '../../../e2e/harness/evertill-server.ts';
import { setUpCodeOf, squareExport } from '../../../e2e/harness/new-shop.ts';
import { DESKTOP, prepareTablet } from '../../../e2e/harness/tablet.ts';
import { OFFICE_SIZES, shoot } from './shoot.ts';

export async function setUpScreens(): Promise<void> {
  const server = await prepareServer([]);
  await server.start();
  const desk = await prepareTablet(`${server.origin}/office`, { viewport: DESKTOP });
  try {
    const page = await desk.switchOn();
    await expect(page.getByRole('button', { name: 'Set up my shop' })).toBeVisible();
    await shoot(page, 'office-first-start', OFFICE_SIZES);
    await page.goto(`${server.origin}/office/set-up/new#${setUpCodeOf(server)}`);
    await page.reload();
    await found(page);
    await businessAndShop(page);
    await products(page);
    await people(page);
    await till(page);
    await paperAndSale(page);
    await press(page, 'Sign out');
    await expect(page.getByRole('button', { name: 'Set up another business' })).toBeVisible();
    await shoot(page, 'office-sign-in', OFFICE_SIZES);
  } finally {
    await disposeAll(desk, server);
  }
}

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const type = (page: Page, name: string, text: string) =>
  page.getByRole('textbox', { name, exact: true }).fill(text);
const step = (page: Page, name: string) =>
  expect(page.getByRole('heading', { level: 2, name, exact: true })).toBeVisible();

async function found(page: Page): Promise<void> {
  await type(page, 'Name of the business', 'Marsh & Dyer');
  await type(page, 'Your name', 'Nell');
  await type(page, 'Your e-mail', 'nell@marsh.example');
  await page.getByLabel('A password').fill('seven green bottles');
  await shoot(page, 'office-found', OFFICE_SIZES);
  await press(page, 'Found the business');
  await expect(page.getByRole('heading', { name: 'Marsh & Dyer is founded' })).toBeVisible();
  await shoot(page, 'office-first-pin', OFFICE_SIZES);
  await press(page, 'I have written it down');
}

async function businessAndShop(page: Page): Promise<void> {
  await step(page, 'Your business and its VAT number');
  await shoot(page, 'set-up-business', OFFICE_SIZES);
  await type(page, 'VAT number', 'GB 123 4567 82');
  await press(page, 'Save and go on');
  await step(page, 'Your shop and its day');
  await press(page, 'Save and go on');
  await expect(page.getByText('One to 6 lines', { exact: false })).toBeVisible();
  await shoot(page, 'set-up-shop', OFFICE_SIZES);
  await type(page, 'Name of the shop', 'Quay');
  await type(page, 'Address', '1 The Quay\nLeith');
  await type(page, 'Monday', '9-17:30');
  await press(page, 'Every day as Monday');
  await type(page, 'Saturday', '10-16');
  await type(page, 'Sunday', '');
  await shoot(page, 'set-up-hours', OFFICE_SIZES, () =>
    page.getByRole('group', { name: 'Opening hours' }).scrollIntoViewIfNeeded(),
  );
  await press(page, 'Save and go on');
}

async function products(page: Page): Promise<void> {
  await step(page, 'What you sell');
  await shoot(page, 'set-up-products', OFFICE_SIZES);
  await page.getByLabel('Product file (CSV)').setInputFiles(squareExport());
  await expect(page.getByText('Square export', { exact: false }).first()).toBeVisible();
  await shoot(page, 'set-up-import', OFFICE_SIZES);
  await press(page, 'See what it comes to');
  await press(page, 'Import 300 products');
  await expect(page.getByText('300 products imported')).toBeVisible({ timeout: 60_000 });
  await press(page, 'Go on');
  await step(page, 'How it is taxed');
  await expect(page.getByRole('table', { name: 'Taxes' })).toBeVisible();
  await shoot(page, 'set-up-tax', OFFICE_SIZES);
  await press(page, 'The taxes are right');
}

async function people(page: Page): Promise<void> {
  await step(page, 'Who sells');
  await expect(page.getByRole('table')).toBeVisible();
  await shoot(page, 'set-up-staff', OFFICE_SIZES);
  await press(page, 'I sell alone');
}

async function till(page: Page): Promise<void> {
  await step(page, 'A tablet becomes a till');
  await press(page, 'Add a till');
  await page.getByRole('dialog').getByRole('textbox', { name: 'Name' }).fill('Counter');
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').getByRole('button', { name: 'Done' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await shoot(page, 'set-up-till', OFFICE_SIZES);
  await press(page, 'Skip for now');
}

async function paperAndSale(page: Page): Promise<void> {
  await step(page, 'A receipt on paper');
  await shoot(page, 'set-up-receipt', OFFICE_SIZES);
  await press(page, 'The paper is right');
  await step(page, 'A sale for practice');
  await shoot(page, 'set-up-sale', OFFICE_SIZES);
  await page.getByRole('link', { name: 'Reconcile' }).click();
  await expect(page.getByText('The set-up is not finished', { exact: false })).toBeVisible();
  await shoot(page, 'set-up-notice', OFFICE_SIZES);
  await press(page, 'Go on with it');
  await press(page, 'I have practised');
  await expect(page.getByRole('heading', { name: 'The shop is set up' })).toBeVisible();
  await shoot(page, 'set-up-done', OFFICE_SIZES);
}
