// Shops of other countries: money of no and of three decimals, cash that is rounded, prices without tax. Enrol, sell, refund, close, look.
import { expect, test, type Page } from '@playwright/test';
import { money } from '../src/domain/money.ts';
import type { ShopPolicy } from '../src/domain/shop-policy.ts';
import { basisPoints } from '../src/domain/tax-rate.ts';
import { TRIAL_POLICY } from '../src/testing/trial-shop.ts';
import { disposeAll } from './harness/dispose-all.ts';
import { prepareServer, type EvertillServer } from './harness/evertill-server.ts';
import { labOf } from './harness/lab.ts';
import { readFigures, signInToOffice } from './harness/office-screens.ts';
import { DESKTOP, prepareTablet, type Tablet } from './harness/tablet.ts';
import {
  basketLines,
  chargeButton,
  enrol,
  expectPaid,
  expectUpToDate,
  goTo,
  nextSale,
  openReceipt,
  openShift,
  receiptOnPaid,
  scan,
  signIn,
} from './harness/till-screens.ts';

interface Country {
  readonly name: string;
  readonly policy: Partial<ShopPolicy>;
  /** Of one tin, as the shop states prices, in minor units. */
  readonly price: number;
  /** Of three tins. */
  readonly toPay: string;
  /** What people hand over, on the buttons behind the exact one. */
  readonly sums: readonly string[];
  /** Typed at the keypad, and what comes back of it. */
  readonly typed: string;
  readonly change: string;
  /** Of one tin that comes back. */
  readonly back: string;
  readonly pieces: readonly string[];
  /** What is counted at the close, by piece, and what it comes to. */
  readonly count: readonly { readonly name: string; readonly pieces: number }[];
  readonly counted: string;
  readonly takings: string;
  readonly tax: string;
}

const standard = (percent: number) => [
  { class: 'standard', from: '2000-01-01', rate: basisPoints(percent * 100) },
];

const COUNTRIES: readonly Country[] = [
  {
    name: 'yen, which have no decimals',
    policy: {
      locale: 'en-JP',
      timeZone: 'Asia/Tokyo',
      currency: currency('JPY', 0, 1, [10_000, 5_000, 1_000, 500, 100, 50, 10, 5, 1]),
      taxRates: standard(10),
      float: money(20_000),
    },
    price: 216,
    toPay: '¥648',
    sums: ['¥1,000', '¥5,000', '¥10,000'],
    typed: '1050',
    change: '¥402',
    back: '¥216',
    pieces: ['¥10,000 notes', '¥1,000 notes', '¥500 coins', '¥1 coins'],
    count: [
      { name: '¥10,000 notes', pieces: 2 },
      { name: '¥100 coins', pieces: 4 },
      { name: '¥1 coins', pieces: 32 },
    ],
    counted: '¥20,432',
    takings: '¥432',
    tax: '¥39',
  },
  {
    name: 'dinars of a thousand fils, rounded to five, prices without tax',
    policy: {
      locale: 'en-GB',
      timeZone: 'Asia/Kuwait',
      currency: currency('KWD', 3, 5, [20_000, 10_000, 5_000, 1_000, 500, 250, 100, 50, 20, 10, 5]),
      tax: { pricesIncludeTax: false, rounding: 'perLine' },
      taxRates: standard(5),
      float: money(20_000),
    },
    price: 1_234,
    // 3 × 1.234 is 3.702, with 5 % 3.887, in coins 3.885.
    toPay: 'KWD 3.887',
    sums: ['KWD 4', 'KWD 5', 'KWD 10'],
    typed: '5500',
    change: 'KWD 1.615',
    // 1.234 and its tax of 0.062 are 1.296, in coins 1.295.
    back: 'KWD 1.295',
    pieces: ['KWD 20 notes', 'KWD 0.250 notes', 'KWD 0.100 coins', 'KWD 0.005 coins'],
    count: [
      { name: 'KWD 20 notes', pieces: 1 },
      { name: 'KWD 1 notes', pieces: 2 },
      { name: 'KWD 0.500 notes', pieces: 1 },
      { name: 'KWD 0.050 coins', pieces: 1 },
      { name: 'KWD 0.020 coins', pieces: 2 },
    ],
    counted: 'KWD 22.590',
    takings: 'KWD 2.591',
    tax: 'KWD 0.123',
  },
];

function currency(
  code: string,
  digits: number,
  cashStep: number,
  denominations: readonly number[],
): ShopPolicy['currency'] {
  return { code, digits, cashStep, denominations: denominations.map(money) };
}

test.describe('a shop of another country', () => {
  let server: EvertillServer;
  const tablets: Tablet[] = [];

  test.beforeAll(async () => {
    server = await prepareServer(['--demo-faults', '--no-demo']);
    await server.start();
  });
  test.afterAll(() => disposeAll(...tablets, server));

  for (const country of COUNTRIES)
    test(`SALE-30 SALE-31 ${country.name}: sold, given back, counted and read in the office`, async () => {
      const shop = await labOf(server.origin).makeShop({
        name: 'Abroad',
        tills: 1,
        products: [{ code: '5012345678900', name: 'Tin of tea', price: country.price }],
        policy: { ...TRIAL_POLICY, ...country.policy },
      });
      const tablet = await prepareTablet(server.origin);
      tablets.push(tablet);
      const page = await tablet.switchOn();
      await enrol(page, shop.tills[0]?.code ?? '');
      await signIn(page, 'Alma', '4826');
      await openShift(page);

      await scan(page, '5012345678900', 3);
      await expect(basketLines(page)).toHaveCount(1);
      await expectText(chargeButton(page), `Charge ${country.toPay}`);
      await chargeButton(page).click();
      const sums = page.getByRole('group', { name: 'Sums people hand over' }).getByRole('button');
      await expect.poll(async () => (await sums.allInnerTexts()).slice(1).map(plain)).toEqual(country.sums);
      await page.keyboard.type(country.typed, { delay: 100 });
      await page.keyboard.press('Enter');
      await expectPaid(page);
      await expect(page.getByText(words(country.change)).first()).toBeVisible();
      const receipt = await receiptOnPaid(page);
      await nextSale(page);

      await openReceipt(page, receipt);
      await page.getByRole('button', { name: 'Refund', exact: true }).click();
      await page.getByRole('button', { name: 'One more back' }).click();
      await page.getByRole('button', { name: 'Add to basket' }).click();
      await chargeButton(page).click();
      await page.getByRole('button', { name: words(`Give back ${country.back} cash`) }).click();
      await expectPaid(page);
      await nextSale(page);

      await countAndClose(page, country);
      await expectUpToDate(page);
      await readInOffice(page, country, shop.office);
    });

  async function readInOffice(
    page: Page,
    { takings, tax }: Country,
    account: { email: string; password: string },
  ): Promise<void> {
    const office = await page.context().newPage();
    await office.setViewportSize(DESKTOP);
    await signInToOffice(office, server.origin, account);
    await expect
      .poll(async () => [...(await readFigures(office)).values()].map(plain))
      .toEqual(expect.arrayContaining([takings, tax]));
  }
});

async function countAndClose(page: Page, { pieces, count, counted }: Country): Promise<void> {
  await goTo(page, 'Shift');
  await page.getByRole('button', { name: 'Close the day' }).click();
  for (const piece of pieces)
    await expect(page.getByRole('textbox', { name: words(piece, true) })).toBeVisible();
  for (const { name, pieces: many } of count)
    await page.getByRole('textbox', { name: words(name, true) }).fill(String(many));
  await expectText(page.getByRole('status', { name: 'Counted' }), counted);
  await page.getByRole('button', { name: 'Done counting' }).click();
  await page.getByRole('button', { name: 'Go on' }).click();
  await page.getByRole('button', { name: 'There is no total' }).click();
  await page.getByRole('button', { name: 'Close the day' }).click();
  await expect(page.getByRole('heading', { name: 'Shift closed' })).toBeVisible();
}

/** Formatters keep a sum and its currency together with a blank that does not break. */
function plain(text: string): string {
  return text.replace(/\u00a0|\u202f/g, ' ');
}

function words(text: string, isWhole = false): RegExp {
  const pattern = text.replace(/[.$]/g, '\\$&').replaceAll(' ', '\\s');
  return new RegExp(isWhole ? `^${pattern}$` : pattern);
}

async function expectText(where: ReturnType<Page['locator']>, text: string): Promise<void> {
  await expect(where).toHaveText(words(text, true));
}
