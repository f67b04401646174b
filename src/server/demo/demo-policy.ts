/** The demo shop's rules. The business is invented, and its VAT number fails the official check on purpose. */
import { money } from '../../domain/money.ts';
import { basisPoints } from '../../domain/tax-rate.ts';
import type { ShopPolicy } from '../../domain/shop-policy.ts';
import { demoTaxRates } from './demo-tax.ts';

const STERLING_NOTES_AND_COINS = [5000, 2000, 1000, 500, 200, 100, 50, 20, 10, 5, 2, 1];

export const demoPolicy: ShopPolicy = {
  businessName: 'Hollow & Hart',
  shopName: 'Leith Walk',
  address: ['12 Leith Walk', 'Edinburgh'],
  vatNumber: 'GB 123 4567 89',
  currency: { code: 'GBP', digits: 2, cashStep: 1, denominations: STERLING_NOTES_AND_COINS.map(money) },
  locale: 'en-GB',
  timeZone: 'Europe/London',
  startOfDay: '04:00',
  tax: { pricesIncludeTax: true, rounding: 'perLine' },
  taxRates: demoTaxRates,
  repeatScans: 'raiseQuantity',
  float: money(15_000),
  refundWithoutManager: { days: 30, limit: money(5_000) },
  leaseDays: 7,
  discounts: {
    reasons: ['Damaged', 'Price match', 'End of day', 'Goodwill'],
    limits: { clerk: basisPoints(1_000), supervisor: basisPoints(3_000) },
    staffRate: basisPoints(2_000),
  },
  challengeAge: 25,
  embeddedBarcodes: [
    { pattern: '21IIIIIPPPPPC', is: 'price' },
    { pattern: '22IIIIIWWWWWC', is: 'weight' },
  ],
};
