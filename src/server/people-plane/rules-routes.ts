/** GET and POST /rules: the shop's rules, which tills take over with their next roster. */
import type { FastifyInstance } from 'fastify';
import * as z from 'zod/mini';
import { changedRules, rulesFault, rulesOf, withRules, type ShopRules } from '../../domain/shop-rules.ts';
import {
  changeRulesSchema,
  shopRulesSchema,
  type ChangeRules,
  type Rules,
} from '../../protocol/rules-messages.ts';
import { idSchema } from '../../protocol/scalars.ts';
import { inTransaction } from '../database/in-transaction.ts';
import { queryRow, type Queryable } from '../database/query-rows.ts';
import { raiseVersion } from '../reference/raise-version.ts';
import { noteAct, type OfficeAct } from './note-act.ts';
import { addOfficeRoute, type Asked, type PeopleDependencies } from './office-route.ts';
import { answer, NOT_FOUND, refused, type Outcome } from './outcome.ts';
import { shopOfBusiness, type Shop } from './shop-of-business.ts';

const CHANGED = refused(409, 'changed-meanwhile', 'Someone else changed the rules meanwhile.');

export function addRulesRoutes(app: FastifyInstance, dependencies: PeopleDependencies): void {
  addOfficeRoute(app, dependencies, {
    method: 'GET',
    path: '/rules',
    input: z.object({ shop: idSchema }),
    handle: async ({ input, caller, pool }) => {
      const shop = await shopOfBusiness(pool, caller.business, input.shop);
      return shop === null ? NOT_FOUND : answer(await readRules(pool, caller.business, shop));
    },
  });
  addOfficeRoute(app, dependencies, {
    method: 'POST',
    path: '/rules',
    input: changeRulesSchema,
    handle: changeRules,
  });
}

function changeRules({ input, caller, pool, now }: Asked<ChangeRules>): Promise<Outcome<Rules>> {
  return inTransaction(pool, async (client) => {
    // One change after the other sees what is there.
    await client.query('select 1 from evertill.business where business = $1 for update', [caller.business]);
    const shop = await shopOfBusiness(client, caller.business, input.shop);
    if (shop === null) return NOT_FOUND;
    const held = rulesOf(shop.policy);
    if (changedRules(held, input.before).length > 0) return CHANGED;
    const after = { ...input.after, discountReasons: input.after.discountReasons.map((one) => one.trim()) };
    const fault = rulesFault(after);
    if (fault !== null) return refused(400, 'input-invalid', `This rule cannot hold: ${fault}.`);
    if (changedRules(held, after).length > 0) {
      await raiseVersion(client, caller.business, 'roster');
      await client.query('update evertill.shop set policy = $3 where business = $1 and shop = $2', [
        ...[caller.business, shop.shop, withRules(shop.policy, after)],
      ]);
      await noteAct(client, caller, actOf(shop, held, after), now);
    }
    const changed = await shopOfBusiness(client, caller.business, input.shop);
    return changed === null ? NOT_FOUND : answer(await readRules(client, caller.business, changed));
  });
}

function actOf({ shop, name }: Shop, before: ShopRules, after: ShopRules): OfficeAct {
  const names = changedRules(before, after);
  const part = (rules: ShopRules) =>
    JSON.stringify(Object.fromEntries(names.map((one) => [one, rules[one]])));
  const detail = { shop, name, before: part(before), after: part(after) };
  return { act: 'rulesChanged', till: null, detail };
}

async function readRules(database: Queryable, business: string, shop: Shop): Promise<Rules> {
  const last = await queryRow(
    database,
    `select a.at, coalesce(p.name, '–') as by, count(*) over () as changes
     from evertill.audit a left join evertill.person p on p.business = a.business and p.person = a.person
     where a.business = $1 and a.act = 'rulesChanged' and a.detail ->> 'shop' = $2
     order by a.audit desc limit 1`,
    [business, shop.shop],
    z.object({ at: z.int(), by: z.string(), changes: z.int() }),
  );
  return {
    rules: z.parse(shopRulesSchema, rulesOf(shop.policy)),
    version: (last?.changes ?? 0) + 1,
    changed: last && { at: last.at, by: last.by },
  };
}
