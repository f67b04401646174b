/** The tills of a shop: the list, a new one with its code, a fresh code, revoking and un-revoking. */
import type { FastifyInstance } from 'fastify';
import * as z from 'zod/mini';
import {
  addTillRequestSchema,
  revokeRequestSchema,
  type TillCode,
  type TillRow,
} from '../../protocol/office-till-messages.ts';
import { idSchema } from '../../protocol/scalars.ts';
import { inTransaction } from '../database/in-transaction.ts';
import { addTill } from '../reference/add-till.ts';
import { readDrawers } from '../reference/read-drawers.ts';
import { changeRevocation } from './change-revocation.ts';
import { noteAct } from './note-act.ts';
import { addOfficeRoute, type Asked, type PeopleDependencies } from './office-route.ts';
import { answer, NOT_FOUND, refused, type Outcome } from './outcome.ts';
import { readTills } from './read-tills.ts';
import { shopOfBusiness } from './shop-of-business.ts';
import { codeFor, hasTillNamed, NAME_TAKEN, tillOf } from './till-of-business.ts';

const tillInputSchema = z.object({ till: idSchema });
const revokeInputSchema = z.extend(revokeRequestSchema, { till: idSchema });
const ALREADY_DONE = refused(409, 'already-done', 'The till already is as asked.');
const REVOKED = refused(409, 'not-permitted', 'A revoked till gets no code. Un-revoke it first.');

export function addTillRoutes(app: FastifyInstance, dependencies: PeopleDependencies): void {
  addOfficeRoute(app, dependencies, {
    method: 'GET',
    path: '/tills',
    input: z.object({ shop: idSchema }),
    handle: async ({ input, caller, pool, now }) => {
      const shop = await shopOfBusiness(pool, caller.business, input.shop);
      if (shop === null) return NOT_FOUND;
      return answer({
        tills: await readTills(pool, { business: caller.business, shop: shop.shop, till: null }, now),
        drawers: await readDrawers(pool, shop.shop),
      });
    },
  });
  addOfficeRoute(app, dependencies, {
    method: 'POST',
    path: '/tills',
    input: addTillRequestSchema,
    handle: addNewTill,
  });
  addOfficeRoute(app, dependencies, {
    method: 'POST',
    path: '/tills/:till/code',
    input: tillInputSchema,
    handle: freshCode,
  });
  for (const revoked of [true, false]) {
    addOfficeRoute(app, dependencies, {
      method: 'POST',
      path: revoked ? '/tills/:till/revoke' : '/tills/:till/unrevoke',
      input: revokeInputSchema,
      handle: (asked) => setRevoked(asked, revoked),
    });
  }
}

async function addNewTill({
  input,
  caller,
  pool,
  now,
}: Asked<z.infer<typeof addTillRequestSchema>>): Promise<Outcome<TillCode>> {
  const shop = await shopOfBusiness(pool, caller.business, input.shop);
  if (shop === null) return NOT_FOUND;
  return inTransaction(pool, async (client) => {
    if (await hasTillNamed(client, shop.shop, input.name)) return NAME_TAKEN;
    const added = await addTill(client, shop.shop, input.name, now);
    if (added === null) return NOT_FOUND;
    await noteAct(client, caller, { act: 'tillAdded', till: added.till, detail: { name: input.name } }, now);
    return codeFor(client, added.till, now);
  });
}

async function freshCode({
  input,
  caller,
  pool,
  now,
}: Asked<z.infer<typeof tillInputSchema>>): Promise<Outcome<TillCode>> {
  const found = await tillOf({ input, caller, pool, now });
  if (found === null) return NOT_FOUND;
  if (found.status === 'revoked') return REVOKED;
  return inTransaction(pool, async (client) => {
    await noteAct(client, caller, { act: 'codeIssued', till: input.till, detail: {} }, now);
    return codeFor(client, input.till, now);
  });
}

async function setRevoked(
  asked: Asked<z.infer<typeof revokeInputSchema>>,
  revoked: boolean,
): Promise<Outcome<TillRow>> {
  const { input, caller, pool, now } = asked;
  if ((await tillOf(asked)) === null) return NOT_FOUND;
  const changed = await inTransaction(pool, (client) =>
    changeRevocation(client, caller, { ...input, revoked }, now),
  );
  const row = await tillOf(asked);
  return changed && row !== null ? answer(row) : ALREADY_DONE;
}
