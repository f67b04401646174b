// The walk past receipts, the shift, its close, the status and another language. Each stop starts where the one before ended.
import { expect } from '@playwright/test';
import { AMARA, KENJI } from './demo-shop.ts';
import { escape, press, sheet, type Stop } from './stop.ts';
import {
  chargeButton,
  chooseAnswer,
  expectPaid,
  goTo,
  nextSale,
  openShift,
  signIn,
  statusPill,
} from './till-screens.ts';

export const RECEIPT_STOPS: readonly Stop[] = [
  { name: 'receipts', go: (page) => goTo(page, 'Receipts') },
  {
    name: 'no such receipt',
    go: async (page) => {
      await page.getByRole('textbox', { name: 'Receipt number' }).fill('999999');
      await page.keyboard.press('Enter');
      await expect(page.getByText(/No receipt .* on this till/)).toBeVisible();
    },
  },
  {
    name: 'a receipt',
    go: async (page) => {
      await page.getByRole('textbox', { name: 'Receipt number' }).fill('');
      await press(page, /-000001/);
      await expect(page.getByText('COPY', { exact: true }).first()).toBeVisible();
    },
  },
  { name: 'a copy on another paper', go: (page) => press(page, 'Gift or invoice') },
  {
    name: 'what comes back',
    go: async (page) => {
      await escape(page);
      await press(page, 'Refund');
      await sheet(page, 'What comes back?').getByRole('button', { name: 'Everything' }).click();
    },
  },
  { name: 'a basket that comes back', go: (page) => press(page, 'Add to basket') },
  {
    name: 'giving back by card',
    go: async (page) => {
      await chargeButton(page).click();
      await expect(page.getByText(/on the terminal/)).toBeVisible();
    },
  },
  {
    name: 'giving back in cash',
    go: async (page) => {
      await press(page, 'Cash');
      await expect(page.getByRole('button', { name: /^Give back .* cash$/ })).toBeVisible();
    },
  },
  {
    name: 'gave back',
    go: async (page) => {
      await press(page, /^Give back .* cash$/);
      await expectPaid(page);
    },
  },
];

export const SHIFT_STOPS: readonly Stop[] = [
  {
    name: 'shift',
    go: async (page) => {
      await nextSale(page);
      await goTo(page, 'Shift');
    },
  },
  {
    name: 'cash in',
    go: async (page) => {
      await press(page, 'Cash in');
      await chooseAnswer(page, 'Something else');
    },
  },
  {
    name: 'cash out',
    go: async (page) => {
      await escape(page);
      await press(page, 'Cash out');
      await chooseAnswer(page, 'Petty cash');
      await page.keyboard.type('450');
    },
  },
  {
    name: 'an approval over a sheet',
    go: async (page) => {
      await press(page, 'Take out £4.50');
      await expect(sheet(page, /PIN, please/)).toBeVisible();
    },
  },
  {
    name: 'cash that moved',
    go: async (page) => {
      await press(page, new RegExp(`^${KENJI.name}`));
      await page.keyboard.type(KENJI.pin);
      await expect(page.getByText('−£4.50')).toBeVisible();
    },
  },
  { name: 'X', go: (page) => press(page, 'X report') },
  {
    name: 'no past days',
    go: async (page) => {
      await escape(page);
      await press(page, 'Past days');
    },
  },
  {
    name: 'closing: what is parked',
    go: async (page) => {
      await escape(page);
      await press(page, 'Close the day');
      await press(page, /^Throw .* away$/);
    },
  },
  { name: 'closing: counting', go: (page) => press(page, 'Leave them parked and go on') },
  {
    name: 'closing: comparing',
    go: async (page) => {
      await page.getByRole('textbox', { name: '£50 notes' }).fill('3');
      await press(page, 'Done counting');
      await expect(page.getByRole('button', { name: 'Go on' })).toBeVisible();
    },
  },
  {
    name: 'closing: the terminal',
    go: async (page) => {
      await press(page, 'Go on');
      await page.getByRole('textbox', { name: 'Total of the card terminal' }).fill('1.00');
    },
  },
  {
    name: 'closing: the bag',
    go: async (page) => {
      await press(page, 'Go on');
      await page.getByRole('textbox', { name: 'Float kept' }).fill('9999');
      await expect(page.getByText('More than was counted cannot stay.')).toBeVisible();
    },
  },
  {
    name: 'closed, with its Z',
    go: async (page) => {
      await page.getByRole('textbox', { name: 'Float kept' }).fill('100');
      await press(page, 'Close the day');
      await expect(page.getByRole('region', { name: 'Z report' })).toBeVisible();
    },
  },
  {
    name: 'past days',
    go: async (page) => {
      await press(page, 'Lock');
      await signIn(page, AMARA.name, AMARA.pin);
      await openShift(page);
      await goTo(page, 'Shift');
      await press(page, 'Past days');
      await expect(page.getByRole('list', { name: 'Past days' })).toBeVisible();
    },
  },
  {
    name: 'a Z of a past day',
    go: (page) => page.getByRole('list', { name: 'Past days' }).getByRole('button').first().click(),
  },
];

export const STATUS_STOPS: readonly Stop[] = [
  {
    name: 'status',
    go: async (page) => {
      await escape(page);
      await escape(page);
      await expect(page.getByRole('dialog')).toHaveCount(0);
      await statusPill(page).click();
      await expect(sheet(page, 'Status')).toBeVisible();
    },
  },
  {
    name: 'new keys of head office',
    go: (page) => press(page, /Trust head office/),
  },
  {
    name: 'signing the till out',
    go: async (page) => {
      await escape(page);
      await press(page, /^Sign .* out$/);
      await expect(sheet(page, /PIN, please/)).toBeVisible();
    },
  },
  {
    name: 'German, for the left hand',
    go: async (page) => {
      await escape(page);
      await chooseAnswer(page, 'Basket on the left');
      await chooseAnswer(page, 'Deutsch');
      await expect(page.getByRole('heading', { name: /Für/ })).toBeVisible();
    },
  },
  {
    name: 'sell in German',
    go: async (page) => {
      await escape(page);
      await page.getByRole('navigation').getByRole('button').first().click();
    },
  },
];
