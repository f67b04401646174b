// The walk past every screen and sheet of a till while goods are rung up and paid for. Each stop starts where the one before ended.
import { expect } from '@playwright/test';
import { AMARA, KENJI } from './demo-shop.ts';
import { escape, press, sheet, type Stop } from './stop.ts';
import {
  basketMenu,
  chargeButton,
  chooseAnswer,
  emptyBasket,
  expectPaid,
  nextSale,
  scan,
  scanBox,
} from './till-screens.ts';

export const LOCK_STOPS: readonly Stop[] = [
  {
    name: 'lock',
    go: (page) => expect(page.getByText('Choose your name, then type your PIN.')).toBeVisible(),
  },
  {
    name: 'PIN',
    go: async (page) => {
      await press(page, new RegExp(`^${AMARA.name}`));
      await page.keyboard.type('12');
    },
  },
  {
    name: 'wrong PIN',
    go: async (page) => {
      await page.keyboard.type('34');
      await expect(page.getByText(/That PIN is not right/)).toBeVisible();
    },
  },
  {
    name: 'open the shift',
    go: async (page) => {
      await page.keyboard.type(AMARA.pin);
      await expect(page.getByRole('heading', { name: 'Open the shift' })).toBeVisible();
    },
  },
  { name: 'another float', go: (page) => press(page, 'Another amount') },
];

export const SELL_STOPS: readonly Stop[] = [
  {
    name: 'sell, empty',
    go: async (page) => {
      await escape(page);
      await press(page, /^Start with/);
      await expect(page.getByText('Scan or tap to start')).toBeVisible();
    },
  },
  { name: 'a category', go: (page) => press(page, 'Bakery') },
  {
    name: 'results',
    go: async (page) => {
      await scanBox(page).fill('coffee');
      await expect(page.getByRole('option').first()).toBeVisible();
      await scanBox(page).press('ArrowDown');
    },
  },
  {
    name: 'no results',
    go: async (page) => {
      await scanBox(page).fill('xyzzyqqq');
      await expect(page.getByText(/Nothing found for/)).toBeVisible();
    },
  },
  {
    name: 'an unknown code',
    go: async (page) => {
      await scanBox(page).fill('4006381333931');
      await scanBox(page).press('Enter');
      await expect(page.getByText('Nothing has the code 4006381333931')).toBeVisible();
    },
  },
  {
    name: 'a quantity',
    go: async (page) => {
      await escape(page);
      await scanBox(page).fill('');
      await page.keyboard.type('3*');
      await expect(page.getByRole('button', { name: 'Quantity 3. Remove' })).toBeVisible();
    },
  },
  {
    name: 'a basket with its last line marked',
    go: async (page) => {
      await scan(page, 'COF-001');
      await scan(page, 'KIT-001');
      await scan(page, 'BAK-001');
      await page.getByRole('radio', { name: 'Eat in' }).check();
    },
  },
  { name: 'a removed line', go: (page) => press(page, 'Remove') },
  { name: 'a line', go: (page) => press(page, /^3 × Flat white/) },
  {
    name: 'a line with a wrong price and a discount',
    go: async (page) => {
      await sheet(page, 'Flat white').getByRole('radio', { name: 'Other' }).check();
      await sheet(page, 'Flat white').getByRole('textbox', { name: 'Price each' }).fill('x');
      await press(page, /^Done/);
      await expect(page.getByText(/Type a price, such as/)).toBeVisible();
    },
  },
  {
    name: 'the basket menu',
    go: async (page) => {
      await escape(page);
      await press(page, 'More for this basket');
      await expect(sheet(page, 'Basket')).toBeVisible();
    },
  },
  {
    name: 'a discount',
    go: async (page) => {
      await press(page, 'Discount on everything');
      await sheet(page, 'Discount on everything').getByRole('radio', { name: '20 %', exact: true }).check();
      await press(page, /^Take off/);
      await expect(page.getByText('Choose a reason.')).toBeVisible();
    },
  },
  {
    name: 'a discounted basket',
    go: async (page) => {
      await page.getByRole('radio', { name: 'Goodwill' }).check();
      await press(page, /^Take off/);
      await expect(page.getByRole('button', { name: /^Goodwill 20 %/ })).toBeVisible();
    },
  },
  {
    name: 'an approval',
    go: async (page) => {
      await chargeButton(page).click();
      await sheet(page, /PIN, please/)
        .getByRole('button', { name: new RegExp(`^${KENJI.name}`) })
        .click();
      await page.keyboard.type('58');
    },
  },
  {
    name: 'park',
    go: async (page) => {
      await escape(page);
      await press(page, 'Park');
      await expect(sheet(page, 'Park this basket')).toBeVisible();
    },
  },
  {
    name: 'parked baskets',
    go: async (page) => {
      await page.keyboard.press('Enter');
      await press(page, 'Parked (1)');
      await expect(page.getByText('3 × Flat white')).toBeVisible();
      await press(page, 'Throw away');
    },
  },
  {
    name: 'park what is on the desk first',
    go: async (page) => {
      await escape(page);
      await scan(page, 'CAN-001');
      await press(page, 'Parked (1)');
      await press(page, 'Take up');
      await expect(page.getByRole('button', { name: /^Park these/ })).toBeVisible();
    },
  },
  {
    name: 'a weight',
    go: async (page) => {
      await escape(page);
      await escape(page);
      await expect(page.getByRole('dialog')).toHaveCount(0);
      await scan(page, 'PAN-001');
      await expect(sheet(page, /How heavy is/)).toBeVisible();
      await page.keyboard.type('250');
    },
  },
  {
    name: 'a price',
    go: async (page) => {
      await escape(page);
      await expect(page.getByRole('dialog')).toHaveCount(0);
      await scan(page, 'BAK-025');
      await expect(sheet(page, /What does .* cost/)).toBeVisible();
    },
  },
  {
    name: 'an age',
    go: async (page) => {
      await escape(page);
      await expect(page.getByRole('dialog')).toHaveCount(0);
      await scan(page, 'DRI-014');
      await expect(page.getByRole('alertdialog')).toBeVisible();
      await scan(page, 'COF-001');
      await expect(page.getByText(/That scan was not taken/)).toBeVisible();
    },
  },
  {
    name: 'why it comes back',
    go: async (page) => {
      await press(page, 'Refused');
      await basketMenu(page, 'Return without a receipt');
    },
  },
  {
    name: 'returning',
    go: async (page) => {
      await press(page, 'Start returning');
      await scan(page, 'COF-001');
      await expect(page.getByText('back, without a receipt')).toBeVisible();
    },
  },
  {
    name: 'the camera',
    go: async (page) => {
      await press(page, 'Stop returning');
      await emptyBasket(page);
      await press(page, 'Scan with the camera');
      await expect(sheet(page, 'Scan with the camera').getByText('House blend, 250 g')).toBeVisible();
    },
  },
];

export const PAY_STOPS: readonly Stop[] = [
  {
    name: 'pay in cash, a sum typed',
    go: async (page) => {
      await press(page, 'Done');
      await chargeButton(page).click();
      await page.keyboard.type('500');
      await expect(page.getByRole('button', { name: 'Take £5.00 cash' })).toBeVisible();
    },
  },
  {
    name: 'pay by card after a part in cash',
    go: async (page) => {
      await page.keyboard.press('Enter');
      await press(page, 'Card');
      await press(page, 'Terminal says Declined');
      await expect(page.getByText(/Nothing was taken/)).toBeVisible();
    },
  },
  {
    name: 'paid',
    go: async (page) => {
      await press(page, 'Cash');
      await press(page, '£5');
      await expectPaid(page);
    },
  },
  { name: 'a gift receipt', go: (page) => press(page, 'Gift or invoice') },
  {
    name: 'a VAT invoice',
    go: (page) => chooseAnswer(page, 'VAT invoice'),
  },
  {
    name: 'a wrong payment',
    go: async (page) => {
      await escape(page);
      await press(page, 'Wrong payment?');
      await expect(sheet(page, 'How was it really paid?')).toBeVisible();
    },
  },
  {
    name: 'paid, corrected',
    go: async (page) => {
      await press(page, 'It was card');
      await expect(page.getByText('Payment corrected')).toBeVisible();
    },
  },
  { name: 'sell, after a sale', go: nextSale },
];
