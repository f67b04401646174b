/**
 * The tax classes of the demo shop: what UK VAT charges on a café and gift shop's goods.
 * Sources: Value Added Tax Act 1994, Schedule 8 (zero: group 1 food, 3 books, 16 children's clothing) and Schedule 7A
 * (reduced: group 1 domestic fuel, 5 children's car seats); HMRC Notices 701/14 and 709/1 for food and catering.
 * The demo shows how tax works at a till; it is no tax advice.
 */
import type { ProductTax } from '../../domain/catalogue.ts';
import { basisPoints, type TaxRate } from '../../domain/tax-rate.ts';

export const standard: ProductTax = { is: 'single', class: 'standard' };
export const reduced: ProductTax = { is: 'single', class: 'reduced' };
export const zero: ProductTax = { is: 'single', class: 'zero' };

/** Cold food is catering when eaten in, groceries when taken away. */
export const coldFood: ProductTax = { is: 'byPlace', eatIn: 'standard', takeAway: 'zero' };

export const demoTaxRates: readonly TaxRate[] = [
  { class: 'standard', from: '2010-01-01', rate: basisPoints(1750) },
  { class: 'standard', from: '2011-01-04', rate: basisPoints(2000) },
  { class: 'reduced', from: '2010-01-01', rate: basisPoints(500) },
  { class: 'zero', from: '2010-01-01', rate: basisPoints(0) },
];
