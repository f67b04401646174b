/** Baskets parked in a shop, and whose they are: a claim is one row changed once, so that no two tills take up the same one. */
import * as z from 'zod/mini';
import { openSaleSchema } from '../../protocol/open-sale.ts';
import {
  PARKED_ELSEWHERE_MAX,
  parkedBasketSchema,
  type ClaimAnswer,
  type ParkedElsewhere,
} from '../../protocol/parked.ts';
import { daySchema, moneySchema } from '../../protocol/scalars.ts';
import { queryRow, queryRows, type Queryable } from '../database/query-rows.ts';
import type { EnrolledTill } from './enrolled-till.ts';

const claimedSchema = z.object({
  till: z.string(),
  name: z.string(),
  gross: moneySchema,
  day: daySchema,
  at: z.int(),
  staff: z.string(),
  open: openSaleSchema,
});

/** How long a till is told that a basket it parked was taken up elsewhere. */
const TAKEN_TOLD_MS = 7 * 24 * 60 * 60 * 1000;

export async function parkedElsewhere(
  database: Queryable,
  { business, shop, till }: EnrolledTill,
  now: number,
): Promise<ParkedElsewhere> {
  const parked = await queryRows(
    database,
    `select p.sale, p.name, p.gross, jsonb_array_length(p.open -> 'lines') as lines, p.at, p.staff, t.name as "tillName"
     from evertill.parked_sale p join evertill.till t using (till)
     where p.shop = $1 and p.business = $2 and p.till <> $3 and p.gone_because is null
       and (p.claimed_by is null or p.claimed_by = $3)
     order by p.at limit ${String(PARKED_ELSEWHERE_MAX)}`,
    [shop, business, till],
    parkedBasketSchema,
  );
  const taken = await queryRows(
    database,
    `select sale from evertill.parked_sale
     where till = $1 and business = $2 and claimed_by is distinct from till and claimed_at > $3
     order by claimed_at desc limit ${String(PARKED_ELSEWHERE_MAX)}`,
    [till, business, now - TAKEN_TOLD_MS],
    z.object({ sale: z.string() }),
  );
  return { parked, taken: taken.map(({ sale }) => sale) };
}

export async function claimParked(
  database: Queryable,
  { business, shop, till }: EnrolledTill,
  sale: string,
  now: number,
): Promise<ClaimAnswer> {
  const row = await queryRow(
    database,
    `update evertill.parked_sale set claimed_by = $4, claimed_at = $5
     where business = $1 and shop = $2 and sale = $3 and gone_because is null and till <> $4
       and (claimed_by is null or claimed_by = $4)
     returning till, name, gross, day, at, staff, open`,
    [business, shop, sale, till, now],
    claimedSchema,
  );
  return row === null ? { is: 'gone' } : { is: 'claimed', ...row };
}
