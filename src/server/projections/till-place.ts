/** The till whose facts are being read, with the shop it stands in as the office knows it, whatever a fact claims. */
import * as z from 'zod/mini';
import { queryRow, type Queryable } from '../database/query-rows.ts';
import { shopPolicySchema } from '../../protocol/roster.ts';

const tillPlaceSchema = z.object({
  till: z.string(),
  business: z.string(),
  shop: z.string(),
  policy: shopPolicySchema,
});
export type TillPlace = z.infer<typeof tillPlaceSchema>;

/** @throws when there is no such till. */
export async function readTillPlace(client: Queryable, till: string): Promise<TillPlace> {
  const row = await queryRow(
    client,
    `select till.till, till.business, till.shop, shop.policy
     from evertill.till join evertill.shop using (shop) where till.till = $1`,
    [till],
    tillPlaceSchema,
  );
  if (row === null) throw new Error(`no till ${till}`);
  return row;
}

/** Minor units as people of the shop read them. */
export function moneyText({ policy }: Pick<TillPlace, 'policy'>, amount: number): string {
  const { code, digits } = policy.currency;
  const format = new Intl.NumberFormat(policy.locale, { style: 'currency', currency: code });
  return format.format(amount / 10 ** digits);
}

/** Thousandths as people read them. */
export function quantityText({ policy }: TillPlace, thousandths: number): string {
  return new Intl.NumberFormat(policy.locale, { maximumFractionDigits: 3 }).format(thousandths / 1000);
}
