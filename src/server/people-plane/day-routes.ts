/** GET /days and GET /reconcile: which days there are, and one day reconciled. */
import type { FastifyInstance } from 'fastify';
import * as z from 'zod/mini';
import type { Reconciliation } from '../../protocol/people-messages.ts';
import { countSchema, daySchema, idSchema, moneySchema } from '../../protocol/scalars.ts';
import { inTransaction } from '../database/in-transaction.ts';
import { queryRows, type Lender } from '../database/query-rows.ts';
import { addOfficeRoute, type PeopleDependencies } from './office-route.ts';
import { answer, NOT_FOUND } from './outcome.ts';
import { readReconciliation } from './read-reconciliation.ts';
import { shopOfBusiness, type Shop } from './shop-of-business.ts';

const DAYS_MAX = 400;
const dayRowSchema = z.object({ day: daySchema, receipts: countSchema, gross: moneySchema });

export function addDayRoutes(app: FastifyInstance, dependencies: PeopleDependencies): void {
  addOfficeRoute(app, dependencies, {
    method: 'GET',
    path: '/days',
    input: z.object({ shop: idSchema }),
    handle: async ({ input, caller, pool }) => {
      const shop = await shopOfBusiness(pool, caller.business, input.shop);
      if (shop === null) return NOT_FOUND;
      return answer({ days: await queryRows(pool, DAYS, [shop.shop, DAYS_MAX], dayRowSchema) });
    },
  });
  addOfficeRoute(app, dependencies, {
    method: 'GET',
    path: '/reconcile',
    input: z.object({ shop: idSchema, day: daySchema }),
    handle: async ({ input, caller, pool, now }) => {
      const shop = await shopOfBusiness(pool, caller.business, input.shop);
      return shop === null ? NOT_FOUND : answer(await reconcile(pool, shop, input.day, now));
    },
  });
}

function reconcile(own: Lender, shop: Shop, day: string, now: number): Promise<Reconciliation> {
  return inTransaction(own, async (client) => {
    await client.query('set transaction isolation level repeatable read, read only');
    return readReconciliation(client, shop, day, now);
  });
}

const DAYS = `
  select day, sum(receipts)::bigint as receipts, sum(gross)::bigint as gross from (
    select day, count(*) as receipts, coalesce(sum(gross) filter (where posted), 0) as gross
    from evertill.receipt where shop = $1 group by day
    union all select day, 0, 0 from evertill.shift where shop = $1 group by day
  ) each group by day order by day desc limit $2`;
