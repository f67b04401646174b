/** Random baskets, shops and ways to bring goods back, for properties that must hold of all of them. */
import fc from 'fast-check';
import { money } from '../domain/money.ts';
import { quantity } from '../domain/quantity.ts';
import type { SaleTerms } from '../domain/price-sale.ts';
import type { SaleCommand } from '../domain/sale-command.ts';
import { basisPoints } from '../domain/tax-rate.ts';
import { TRIAL_POLICY, trialProduct, trialTerms } from './trial-shop.ts';

const RATES = { zero: 0, low: 500, odd: 1750, high: 2000, steep: 2550 };

/** All four tax policies, currencies of no, two and three digits, with and without rounded cash. */
export const arbitraryTerms: fc.Arbitrary<SaleTerms> = fc
  .record({
    pricesIncludeTax: fc.boolean(),
    rounding: fc.constantFrom('perLine' as const, 'perReceipt' as const),
    currency: fc.constantFrom(
      { code: 'JPY', digits: 0, cashStep: 1 },
      { code: 'GBP', digits: 2, cashStep: 1 },
      { code: 'CHF', digits: 2, cashStep: 5 },
      { code: 'BHD', digits: 3, cashStep: 5 },
    ),
  })
  .map(({ pricesIncludeTax, rounding, currency }) =>
    trialTerms({
      tax: { pricesIncludeTax, rounding },
      currency: { ...currency, denominations: TRIAL_POLICY.currency.denominations },
      taxRates: Object.entries(RATES).map(([name, rate]) => ({
        class: name,
        from: '2010-01-01',
        rate: basisPoints(rate),
      })),
      repeatScans: 'newLine',
    }),
  );

const arbitraryGoods = fc
  .record({
    taxClass: fc.constantFrom(...Object.keys(RATES)),
    price: fc.oneof(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 200_000 })),
    many: fc.oneof(
      fc.integer({ min: 1, max: 12 }).map((count) => ({ unit: 'each' as const, thousandths: count * 1000 })),
      fc.integer({ min: 1, max: 25_000 }).map((thousandths) => ({ unit: 'kg' as const, thousandths })),
    ),
  })
  .map(({ taxClass, price, many }) => ({
    product: trialProduct({
      id: `${taxClass}-${price}`,
      unit: many.unit,
      tax: { is: 'single', class: taxClass },
    }),
    quantity: quantity(many.thousandths),
    price: money(price),
  }));

const arbitrarySold: fc.Arbitrary<SaleCommand> = arbitraryGoods.map((goods) => ({
  is: 'addProduct',
  ...goods,
}));

/** Mostly sold; now and then something comes back without a receipt. */
const arbitraryRung: fc.Arbitrary<SaleCommand> = fc.oneof(
  { arbitrary: arbitrarySold, weight: 5 },
  {
    arbitrary: arbitraryGoods.map((goods) => ({
      is: 'returnProduct' as const,
      ...goods,
      reason: 'unwanted',
    })),
    weight: 1,
  },
);

export const arbitraryBasket = fc.array(arbitraryRung, { minLength: 1, maxLength: 12 });
export const arbitrarySoldBasket = fc.array(arbitrarySold, { minLength: 1, maxLength: 6 });
