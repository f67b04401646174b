/** POST /settle and POST /settlements/:settlement/take-back: what a person decides about flags. */
import type { FastifyInstance } from 'fastify';
import type { PoolClient } from 'pg';
import * as z from 'zod/mini';
import { idSchema } from '../../protocol/scalars.ts';
import { settleRequestSchema, takeBackRequestSchema } from '../../protocol/settlement-messages.ts';
import { inTransaction } from '../database/in-transaction.ts';
import { addOfficeRoute, type PeopleDependencies } from './office-route.ts';
import { NOT_FOUND } from './outcome.ts';
import { settleFlags } from './settle-flags.ts';
import { shopOfBusiness } from './shop-of-business.ts';
import { takeBackSettlement } from './take-back-settlement.ts';

export function addSettleRoutes(app: FastifyInstance, dependencies: PeopleDependencies): void {
  addOfficeRoute(app, dependencies, {
    method: 'POST',
    path: '/settle',
    input: settleRequestSchema,
    handle: async ({ input, caller, pool, now }) => {
      const shop = await shopOfBusiness(pool, caller.business, input.shop);
      if (shop === null) return NOT_FOUND;
      return inTransaction(pool, async (client) => {
        await lockDecisions(client, shop.shop);
        return settleFlags(client, caller, shop, input, now);
      });
    },
  });
  addOfficeRoute(app, dependencies, {
    method: 'POST',
    path: '/settlements/:settlement/take-back',
    input: z.extend(takeBackRequestSchema, { settlement: idSchema }),
    handle: ({ input, caller, pool, now }) =>
      inTransaction(pool, (client) => takeBackSettlement(client, caller, input, now)),
  });
}

/** Two people never decide about one shop at once: the second sees what the first decided. */
export async function lockDecisions(client: PoolClient, shop: string): Promise<void> {
  await client.query('select 1 from evertill.shop where shop = $1 for no key update', [shop]);
}
