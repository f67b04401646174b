/** The shops of a business, with the policy that says which day and which money is meant. */
import * as z from 'zod/mini';
import type { ShopPolicy } from '../../domain/shop-policy.ts';
import { tradingDay, type Day } from '../../domain/trading-day.ts';
import { shopPolicySchema } from '../../protocol/roster.ts';
import { queryRows, type Queryable } from '../database/query-rows.ts';

export interface Shop {
  readonly shop: string;
  readonly name: string;
  readonly policy: ShopPolicy;
}

const shopSchema = z.object({ shop: z.string(), name: z.string(), policy: shopPolicySchema });

export function shopsOf(database: Queryable, business: string): Promise<Shop[]> {
  return queryRows(
    database,
    'select shop, name, policy from evertill.shop where business = $1 order by letter',
    [business],
    shopSchema,
  );
}

/** @returns null when it is not a shop of this business. */
export async function shopOfBusiness(
  database: Queryable,
  business: string,
  shop: string,
): Promise<Shop | null> {
  const shops = await shopsOf(database, business);
  return shops.find((known) => known.shop === shop) ?? null;
}

export function dayAt(moment: number, { timeZone, startOfDay }: ShopPolicy): Day {
  return tradingDay(moment, timeZone, startOfDay);
}
