/** Who is signed in, and the shops they may look at. */
import type { Me } from '../../protocol/people-messages.ts';
import type { Queryable } from '../database/query-rows.ts';
import type { Caller } from './office-sign-in.ts';
import { dayAt, shopsOf, type Shop } from './shop-of-business.ts';

export async function readMe(database: Queryable, caller: Caller, now: number): Promise<Me> {
  const shops = await shopsOf(database, caller.business);
  return {
    id: caller.person,
    name: caller.name,
    role: caller.role,
    businessId: caller.business,
    business: caller.businessName,
    shops: shops.map((shop) => shopOf(shop, now)),
  };
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
