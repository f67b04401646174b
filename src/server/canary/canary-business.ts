/** The canary: a business of its own, with one shop, two people and one product, whose sales are in nobody's figures. */
import type { Product } from '../../domain/catalogue.ts';
import { money } from '../../domain/money.ts';
import type { ShopPolicy } from '../../domain/shop-policy.ts';
import { basisPoints } from '../../domain/tax-rate.ts';
import type { NewPerson } from '../reference/save-people.ts';

/** No mail ever reaches it (RFC 2606). */
export const CANARY_EMAIL = 'canary@evertill.invalid';
/** Opens nothing but the canary's own tills, each of which lives for one smoke test. */
export const CANARY_CLERK = { id: 'canary-clerk', name: 'Canary clerk', role: 'clerk', pin: '4826' } as const;

const FIRST_DAY = '2000-01-01';
const STERLING_NOTES_AND_COINS = [5000, 2000, 1000, 500, 200, 100, 50, 20, 10, 5, 2, 1];

export function canaryPeople(password: string): NewPerson[] {
  const office = { email: CANARY_EMAIL, password };
  return [
    CANARY_CLERK,
    { id: 'canary-manager', name: 'Canary manager', role: 'manager', pin: '482691', office },
  ];
}

export const canaryProduct: Product = {
  id: 'seed',
  sku: 'SEED',
  name: 'Seed',
  category: 'canary',
  barcodes: [],
  unit: 'each',
  prices: [{ from: FIRST_DAY, price: money(120) }],
  tax: { is: 'single', class: 'standard' },
};

export const canaryCategories = [{ id: 'canary', name: 'Canary', colour: '#7f9fc4', rank: 1 }] as const;

/** In UTC, so that its trading day is the same wherever the smoke test runs. */
export const canaryPolicy: ShopPolicy = {
  businessName: 'Canary',
  shopName: 'Canary',
  address: [],
  vatNumber: '',
  currency: { code: 'GBP', digits: 2, cashStep: 1, denominations: STERLING_NOTES_AND_COINS.map(money) },
  locale: 'en-GB',
  timeZone: 'UTC',
  startOfDay: '00:00',
  tax: { pricesIncludeTax: true, rounding: 'perLine' },
  taxRates: [{ class: 'standard', from: FIRST_DAY, rate: basisPoints(2_000) }],
  repeatScans: 'raiseQuantity',
  float: money(1_000),
  refundWithoutManager: { days: 30, limit: money(5_000) },
  leaseDays: 7,
};
