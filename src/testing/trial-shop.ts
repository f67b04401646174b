/** A small shop whose rules and goods tests can bend: one place to say what is ordinary, so a test says what is not. */
import type { Product } from '../domain/catalogue.ts';
import { completeSale, type CompletedSale } from '../domain/complete-sale.ts';
import { money, NO_MONEY, type Money } from '../domain/money.ts';
import { changeSale, startSale } from '../domain/open-sale.ts';
import { openShift } from '../domain/open-shift.ts';
import { priceSale, type SaleTerms } from '../domain/price-sale.ts';
import { isRefusal, type Refusal } from '../domain/refusal.ts';
import type { OpenSale } from '../domain/sale.ts';
import type { SaleCommand } from '../domain/sale-command.ts';
import type { OpenShift } from '../domain/shift.ts';
import type { ShopPolicy } from '../domain/shop-policy.ts';
import { basisPoints } from '../domain/tax-rate.ts';
import { cashTender, dueOf, roundCash } from '../domain/tender.ts';

export const TRIAL_DAY = '2025-05-06';

export const TRIAL_POLICY: ShopPolicy = {
  businessName: 'Trial & Daughter',
  shopName: 'Quayside',
  address: ['1 Quay', 'Newhaven'],
  vatNumber: 'GB 000 0000 00',
  currency: {
    code: 'GBP',
    digits: 2,
    cashStep: 1,
    denominations: [5000, 2000, 1000, 500, 200, 100, 50, 20, 10, 5, 2, 1].map(money),
  },
  locale: 'en-GB',
  timeZone: 'Europe/London',
  startOfDay: '04:00',
  tax: { pricesIncludeTax: true, rounding: 'perLine' },
  taxRates: [
    { class: 'standard', from: '2010-01-01', rate: basisPoints(1750) },
    { class: 'standard', from: '2011-01-04', rate: basisPoints(2000) },
    { class: 'reduced', from: '2010-01-01', rate: basisPoints(500) },
    { class: 'zero', from: '2010-01-01', rate: basisPoints(0) },
  ],
  repeatScans: 'raiseQuantity',
  float: money(15_000),
  refundWithoutManager: { days: 30, limit: money(5_000) },
  leaseDays: 7,
  // Tests type prices as they please; those about limits set their own.
  discounts: {
    reasons: ['Damaged', 'Price match'],
    limits: { clerk: basisPoints(10_000), supervisor: basisPoints(10_000) },
    staffRate: basisPoints(0),
  },
};

export function trialTerms(policy: Partial<ShopPolicy> = {}, day: string = TRIAL_DAY): SaleTerms {
  return { policy: { ...TRIAL_POLICY, ...policy }, day, catalogueVersion: 7 };
}

export function trialProduct(given: Partial<Product> & { readonly id: string }): Product {
  return {
    sku: given.id.toUpperCase(),
    name: `Product ${given.id}`,
    category: 'things',
    barcodes: [],
    unit: 'each',
    prices: [{ from: '2010-01-01', price: money(250) }],
    tax: { is: 'single', class: 'standard' },
    ...given,
  };
}

export function trialShift(day: string = TRIAL_DAY): OpenShift {
  const float = TRIAL_POLICY.float;
  const shift = { shift: 'shift-1', day, drawer: 'drawer-1', float, openedAt: 0, openedBy: 'amara' };
  return accepted(openShift(null, shift)).shift;
}

/** An open sale after these commands. */
export function ringUp(sale: string, commands: readonly SaleCommand[], terms: SaleTerms): OpenSale {
  return commands.reduce((open, command) => accepted(changeSale(open, command, terms)), startSale(sale));
}

/** Completes a sale with exact cash, approved. */
export function payInCash(sale: OpenSale, terms: SaleTerms, receipt = 'A1-000001'): CompletedSale {
  const { totals } = accepted(priceSale(sale, terms));
  const due = dueOf(totals, []);
  const cash = due === 0 ? null : accepted(cashTender(due, cashOf(due, terms), terms.policy.currency));
  return accepted(
    completeSale({
      sale,
      tenders: cash === null ? [] : [cash.tender],
      cashRounding: cash?.rounding ?? NO_MONEY,
      terms,
      shift: trialShift(terms.day),
      receipt,
      role: 'clerk',
      approved: true,
    }),
  );
}

function cashOf(due: Money, { policy }: SaleTerms): Money {
  return due > 0 ? roundCash(due, policy.currency) : NO_MONEY;
}

/** The value, where a refusal would be the test's own mistake. */
export function accepted<Value extends object>(value: Value | Refusal): Value {
  if (isRefusal(value)) throw new TypeError(`refused: ${JSON.stringify(value)}`);
  return value;
}
