/** What is wrong with a product as somebody entered it. What a product may be is the type's; this is what only its values show. */
import type { Product } from './catalogue.ts';

export type ProductFault = 'twoPricesFromOneDay' | 'negativePrice' | 'sameBarcodeTwice' | 'noRateForTax';

/** @param taxClasses those that have a rate in every shop. @returns the first fault; null when it can be sold. */
export function productFault(product: Product, taxClasses: ReadonlySet<string>): ProductFault | null {
  const days = product.prices.map(({ from }) => from);
  if (new Set(days).size < days.length) return 'twoPricesFromOneDay';
  if (product.prices.some(({ price }) => price < 0)) return 'negativePrice';
  if (new Set(product.barcodes).size < product.barcodes.length) return 'sameBarcodeTwice';
  return taxClassesOf(product).every((taxClass) => taxClasses.has(taxClass)) ? null : 'noRateForTax';
}

function taxClassesOf({ tax }: Product): string[] {
  return tax.is === 'single' ? [tax.class] : [tax.eatIn, tax.takeAway];
}
