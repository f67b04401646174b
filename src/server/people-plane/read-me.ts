/** Who is signed in, and the shops they may look at. */
import * as z from 'zod/mini';
import type { Me } from '../../protocol/people-messages.ts';
import { queryRow, type Queryable } from '../database/query-rows.ts';
import type { Caller } from './office-sign-in.ts';
import { dayAt, shopsOf, type Shop } from './shop-of-business.ts';

export async function readMe(database: Queryable, caller: Caller, now: number): Promise<Me> {
  const kind = await kindOf(database, caller.business);
  const shops = await shopsOf(database, caller.business);
  return {
    id: caller.person,
    name: caller.name,
    role: caller.role,
    businessId: caller.business,
    business: caller.businessName,
    ...(kind === null ? {} : { kind }),
    shops: shops.map((shop) => shopOf(shop, now)),
  };
}

async function kindOf(database: Queryable, business: string): Promise<NonNullable<Me['kind']> | null> {
  const row = await queryRow(
    database,
    'select kind from evertill.business where business = $1',
    [business],
    z.object({ kind: z.enum(['real', 'demo', 'drill', 'canary']) }),
  );
  return row?.kind ?? null;
}

function shopOf({ shop, name, policy }: Shop, now: number): Me['shops'][number] {
  const { locale, timeZone, currency } = policy;
  return {
    id: shop,
    name,
    locale,
    timeZone,
    currency: { code: currency.code, digits: currency.digits },
    today: dayAt(now, policy),
  };
}
