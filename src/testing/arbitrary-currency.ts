/** Six currencies of no, two and three digits, with the notes and coins people have, and how their countries write them. */
import fc from 'fast-check';
import { money } from '../domain/money.ts';
import type { SaleTerms } from '../domain/price-sale.ts';
import type { ShopPolicy } from '../domain/shop-policy.ts';
import { arbitraryTerms } from './arbitrary-sale.ts';

type OfCountry = Pick<ShopPolicy, 'currency' | 'locale'>;

const CURRENCIES: readonly OfCountry[] = [
  ofCountry('en-GB', 'GBP', 2, 1, [5000, 2000, 1000, 500, 200, 100, 50, 20, 10, 5, 2, 1]),
  ofCountry('de-DE', 'EUR', 2, 1, [10_000, 5000, 2000, 1000, 500, 200, 100, 50, 20, 10, 5, 2, 1]),
  ofCountry('ja-JP', 'JPY', 0, 1, [10_000, 5000, 1000, 500, 100, 50, 10, 5, 1]),
  ofCountry('hu-HU', 'HUF', 2, 500, [2_000_000, 1_000_000, 500_000, 100_000, 20_000, 5000, 1000, 500]),
  ofCountry('de-CH', 'CHF', 2, 5, [10_000, 5000, 2000, 1000, 500, 200, 100, 50, 20, 10, 5]),
  ofCountry('en-KW', 'KWD', 3, 5, [20_000, 10_000, 5000, 1000, 500, 250, 100, 50, 20, 10, 5]),
];

function ofCountry(
  locale: string,
  code: string,
  digits: number,
  cashStep: number,
  denominations: readonly number[],
): OfCountry {
  return { locale, currency: { code, digits, cashStep, denominations: denominations.map(money) } };
}

/** All four tax policies in each of the currencies. */
export const arbitraryShop: fc.Arbitrary<SaleTerms> = fc
  .record({ terms: arbitraryTerms, country: fc.constantFrom(...CURRENCIES) })
  .map(({ terms, country }): SaleTerms => ({ ...terms, policy: { ...terms.policy, ...country } }));
