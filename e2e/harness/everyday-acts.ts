// Ten acts of every day, as a clerk's hands do them on the demo shop's till, from the Sell screen to the screen that ends each.
import { expect, type Page } from '@playwright/test';
import { sellInCash } from './counter-core.ts';
import { AMARA, BO } from './demo-shop.ts';
import type { Hands } from './hands.ts';
import {
  basketLines,
  chargeButton,
  expectPaid,
  goTo,
  nextSale,
  openShift,
  payCashExact,
  receiptOnPaid,
  scan,
  scanBox,
  signIn,
} from './till-screens.ts';

export interface EverydayAct {
  readonly name: string;
  /** What must have happened before; what it gives, the act is told. */
  readonly before?: (page: Page) => Promise<string>;
  readonly act: (hands: Hands, given: string) => Promise<void>;
  /** Back to an empty Sell screen. */
  readonly after: (page: Page) => Promise<void>;
}

export const TEN_CODES = [
  'COF-001',
  'COF-002',
  'COF-003',
  'COF-004',
  'BAK-001',
  'BAK-002',
  'BAK-003',
  'CAN-001',
  'KIT-001',
  'BAK-010',
] as const;

async function exactCash(hands: Hands, codes: readonly string[]): Promise<void> {
  for (const code of codes) await hands.scan(code);
  await hands.tap(/^Charge/);
  await hands.tap(/^Exact/);
  await expectPaid(hands.page);
}

const EXACT_CASH: EverydayAct = {
  name: 'exact cash',
  act: (hands) => exactCash(hands, ['COF-001']),
  after: nextSale,
};

const TWENTY_NOTE: EverydayAct = {
  name: '£20 note',
  act: async (hands) => {
    await hands.scan('KIT-001');
    await hands.scan('COF-001');
    await hands.tap(/^Charge/);
    await hands.tap('£20');
    await expectPaid(hands.page);
  },
  after: nextSale,
};

const CARD: EverydayAct = {
  name: 'card',
  act: async (hands) => {
    await hands.scan('COF-001');
    await hands.tap(/^Charge/);
    await hands.tap('Card');
    await hands.tap('Terminal says Approved');
    await expectPaid(hands.page);
  },
  after: nextSale,
};

export const TEN_SCANS: EverydayAct = {
  name: 'ten scans, exact cash',
  act: (hands) => exactCash(hands, TEN_CODES),
  after: nextSale,
};

const REFUND_ONE: EverydayAct = {
  name: 'refund one of three',
  before: async (page) => {
    for (const code of ['COF-001', 'BAK-001', 'CAN-001']) await scan(page, code);
    await payCashExact(page);
    const receipt = await receiptOnPaid(page);
    await nextSale(page);
    return receipt;
  },
  act: async (hands, receipt) => {
    await hands.scan(receipt);
    await hands.tap('Refund');
    await hands.tap(hands.page.getByRole('button', { name: 'One more back' }).nth(1));
    await hands.tap('Add to basket');
    await hands.tap(/^Give back/);
    await hands.tap(/^Give back .* cash$/);
    await expectPaid(hands.page);
  },
  after: nextSale,
};

const EXCHANGE: EverydayAct = {
  name: 'exchange',
  before: (page) => sellInCash(page, 'COF-001'),
  act: async (hands, receipt) => {
    await hands.scan(receipt);
    await hands.tap('Refund');
    await hands.tap('One more back');
    await hands.tap('Add to basket');
    await expect(scanBox(hands.page)).toBeVisible();
    await hands.scan('KIT-001');
    await hands.tap(/^Charge/);
    await hands.tap(/^Exact/);
    await expectPaid(hands.page);
  },
  after: nextSale,
};

const WRONG_PAYMENT: EverydayAct = {
  name: 'wrong payment',
  before: async (page) => {
    await scan(page, 'COF-001');
    await payCashExact(page);
    return '';
  },
  act: async (hands) => {
    await hands.tap('Wrong payment?');
    await hands.tap('It was card');
    await expect(hands.page.getByText('Payment corrected')).toBeVisible();
  },
  after: nextSale,
};

const CHANGE_CLERK: EverydayAct = {
  name: 'change clerk',
  act: async (hands) => {
    await hands.tap(/\. Lock the till$/);
    await hands.tap(new RegExp(`^${BO.name}`));
    for (const digit of BO.pin) await hands.tap(digit);
    await expect(scanBox(hands.page)).toBeVisible();
  },
  after: async (page) => {
    await goTo(page, 'Lock');
    await signIn(page, AMARA.name, AMARA.pin);
  },
};

const PARK_AND_RECALL: EverydayAct = {
  name: 'park and recall',
  act: async (hands) => {
    const { page } = hands;
    await hands.scan('COF-001');
    await hands.tap('Park');
    await hands.tap(page.getByRole('dialog').getByRole('button', { name: 'Park', exact: true }));
    await expect(basketLines(page)).toHaveCount(0);
    await hands.tap('Parked (1)');
    await hands.tap('Take up');
    await expect(basketLines(page)).toHaveCount(1);
  },
  after: async (page) => {
    await chargeButton(page).click();
    await page.getByRole('button', { name: /^Exact/ }).click();
    await expectPaid(page);
    await nextSale(page);
  },
};

const CLOSE_THE_DAY: EverydayAct = {
  name: 'close the day',
  act: async (hands) => {
    const { page } = hands;
    await hands.tap('Shift');
    await hands.tap('Close the day');
    await hands.tap(page.getByRole('textbox', { name: '£20 notes' }));
    await hands.type('9');
    await hands.tap(page.getByRole('textbox', { name: '£5 notes' }));
    await hands.type('4');
    await hands.tap('Done counting');
    await hands.tap('Go on');
    await hands.tap(page.getByRole('textbox', { name: 'Total of the card terminal' }));
    await hands.type('6.40');
    await hands.tap('Go on');
    await hands.tap('Close the day');
    await expect(page.getByRole('heading', { name: 'Shift closed' })).toBeVisible();
  },
  after: async (page) => {
    await page.getByRole('button', { name: 'Lock', exact: true }).click();
    await signIn(page, AMARA.name, AMARA.pin);
    await openShift(page);
  },
};

export const EVERYDAY_ACTS: readonly EverydayAct[] = [
  EXACT_CASH,
  TWENTY_NOTE,
  CARD,
  TEN_SCANS,
  REFUND_ONE,
  EXCHANGE,
  WRONG_PAYMENT,
  CHANGE_CLERK,
  PARK_AND_RECALL,
  CLOSE_THE_DAY,
];
