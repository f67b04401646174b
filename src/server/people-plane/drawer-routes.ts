/** Which till's cash goes into which drawer, what it is called, and which till counts it. */
import type { FastifyInstance } from 'fastify';
import type { PoolClient } from 'pg';
import * as z from 'zod/mini';
import { DRAWER_TILLS_MAX } from '../../protocol/limits.ts';
import {
  assignDrawerRequestSchema,
  changeDrawerRequestSchema,
  type DrawerRow,
  type TillRow,
} from '../../protocol/office-till-messages.ts';
import { idSchema } from '../../protocol/scalars.ts';
import { inTransaction } from '../database/in-transaction.ts';
import { queryRow, type Queryable } from '../database/query-rows.ts';
import { raiseVersion } from '../reference/raise-version.ts';
import { readDrawers, type ShopDrawer } from '../reference/read-drawers.ts';
import { noteAct } from './note-act.ts';
import { addOfficeRoute, type Asked, type PeopleDependencies } from './office-route.ts';
import { answer, NOT_FOUND, refused, type Outcome } from './outcome.ts';
import { readTills } from './read-tills.ts';

const assignInputSchema = z.extend(assignDrawerRequestSchema, { till: idSchema });
const changeInputSchema = z.extend(changeDrawerRequestSchema, { drawer: idSchema });
const NAME_TAKEN = refused(409, 'already-done', 'The shop already has a drawer of this name.');
const NOT_ITS_TILL = refused(409, 'not-permitted', 'Only a till of the drawer can count it.');
const FULL = refused(409, 'not-permitted', 'No more tills fit at one drawer.');

export function addDrawerRoutes(app: FastifyInstance, dependencies: PeopleDependencies): void {
  addOfficeRoute(app, dependencies, {
    method: 'POST',
    path: '/tills/:till/drawer',
    input: assignInputSchema,
    handle: (asked) => inTransaction(asked.pool, (client) => assignDrawer(client, asked)),
  });
  addOfficeRoute(app, dependencies, {
    method: 'POST',
    path: '/drawers/:drawer',
    input: changeInputSchema,
    handle: (asked) => inTransaction(asked.pool, (client) => changeDrawer(client, asked)),
  });
}

/** A shift that is open goes on in the drawer it began with. */
async function assignDrawer(
  client: PoolClient,
  { input, caller, now }: Asked<z.infer<typeof assignInputSchema>>,
): Promise<Outcome<TillRow>> {
  await raiseVersion(client, caller.business, 'roster');
  const place = await readPlace(client, caller.business, input.till);
  const drawer = place && (await drawerOf(client, place.shop, input.drawer));
  if (place === null || drawer === null) return NOT_FOUND;
  if (drawer.tills.length >= DRAWER_TILLS_MAX) return FULL;
  await client.query('update evertill.till set drawer = $2, counts_drawer = false where till = $1', [
    input.till,
    input.drawer,
  ]);
  for (const one of new Set([place.drawer, input.drawer]))
    if (one !== null) await settleCounting(client, one);
  await noteAct(
    client,
    caller,
    { act: 'drawerAssigned', till: input.till, detail: { drawer: drawer.name } },
    now,
  );
  const asked = { business: caller.business, shop: null, till: input.till };
  const [row] = await readTills(client, asked, now);
  return row === undefined ? NOT_FOUND : answer(row);
}

/** Whoever counted it may have gone: then the till that has been there longest does. */
async function settleCounting(client: Queryable, drawer: string): Promise<void> {
  await client.query(
    `update evertill.till set counts_drawer = true where till = (
       select till from evertill.till where drawer = $1 order by created_at, till limit 1)
     and not exists (select 1 from evertill.till where drawer = $1 and counts_drawer)`,
    [drawer],
  );
}

async function changeDrawer(
  client: PoolClient,
  { input, caller, now }: Asked<z.infer<typeof changeInputSchema>>,
): Promise<Outcome<DrawerRow>> {
  await raiseVersion(client, caller.business, 'roster');
  const shop = await queryRow(
    client,
    'select shop from evertill.drawer where business = $1 and drawer = $2',
    [caller.business, input.drawer],
    z.object({ shop: z.string() }),
  );
  const drawers = shop === null ? [] : await readDrawers(client, shop.shop);
  const drawer = drawers.find(({ id }) => id === input.drawer);
  if (shop === null || drawer === undefined) return NOT_FOUND;
  if (drawers.some(({ id, name }) => id !== drawer.id && isSameName(name, input.name))) return NAME_TAKEN;
  if (input.countedAt !== null && !drawer.tills.some(({ till }) => till === input.countedAt))
    return NOT_ITS_TILL;
  await client.query('update evertill.drawer set name = $2 where drawer = $1', [drawer.id, input.name]);
  if (input.countedAt !== null) await countAt(client, drawer.id, input.countedAt);
  await noteAct(client, caller, { act: 'drawerChanged', till: null, detail: { name: input.name } }, now);
  const changed = await drawerOf(client, shop.shop, drawer.id);
  return changed === null ? NOT_FOUND : answer(changed);
}

/** In two steps: never two at once, as the index asks row by row. */
async function countAt(client: Queryable, drawer: string, till: string): Promise<void> {
  await client.query('update evertill.till set counts_drawer = false where drawer = $1', [drawer]);
  await client.query('update evertill.till set counts_drawer = true where till = $1', [till]);
}

function isSameName(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.trim().toLowerCase();
}

async function drawerOf(client: Queryable, shop: string, drawer: string): Promise<ShopDrawer | null> {
  return (await readDrawers(client, shop)).find(({ id }) => id === drawer) ?? null;
}

function readPlace(client: Queryable, business: string, till: string) {
  return queryRow(
    client,
    'select shop, drawer from evertill.till where business = $1 and till = $2',
    [business, till],
    z.object({ shop: z.string(), drawer: z.nullable(z.string()) }),
  );
}
