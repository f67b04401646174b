/** The tax classes a product may have: those with a rate in every shop, with the first shop's rates. */
import type { TaxClass } from '../../protocol/catalogue-messages.ts';
import type { Queryable } from '../database/query-rows.ts';
import { shopsOf } from './shop-of-business.ts';

export async function readTaxClasses(database: Queryable, business: string): Promise<TaxClass[]> {
  const [first, ...others] = await shopsOf(database, business);
  if (first === undefined) return [];
  const classes = [...new Set(first.policy.taxRates.map((rate) => rate.class))];
  return classes
    .filter((id) => others.every(({ policy }) => policy.taxRates.some((rate) => rate.class === id)))
    .map((id) => ({ id, rates: first.policy.taxRates.filter((rate) => rate.class === id) }));
}
