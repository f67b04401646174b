/** What becomes of a till: another name, another tablet, another shop; and codes for the safe. */
import type { FastifyInstance } from 'fastify';
import type { PoolClient } from 'pg';
import * as z from 'zod/mini';
import { SPARE_CODE_LIFE_MS, SPARE_CODES } from '../../protocol/limits.ts';
import {
  moveTillRequestSchema,
  renameTillRequestSchema,
  replaceTillRequestSchema,
  spareCodesRequestSchema,
  type SpareCodes,
  type TillCode,
  type TillRow,
} from '../../protocol/office-till-messages.ts';
import { idSchema } from '../../protocol/scalars.ts';
import { inTransaction } from '../database/in-transaction.ts';
import { queryRow, queryRows } from '../database/query-rows.ts';
import { addTill } from '../reference/add-till.ts';
import { raiseVersion } from '../reference/raise-version.ts';
import { setRevoked } from './change-revocation.ts';
import { noteAct } from './note-act.ts';
import { addOfficeRoute, type Asked, type PeopleDependencies } from './office-route.ts';
import { answer, NOT_FOUND, refused, type Outcome } from './outcome.ts';
import { readTills } from './read-tills.ts';
import { shopOfBusiness } from './shop-of-business.ts';
import { codeFor, hasTillNamed, NAME_TAKEN, tillOf } from './till-of-business.ts';

const renameInputSchema = z.extend(renameTillRequestSchema, { till: idSchema });
const replaceInputSchema = z.extend(replaceTillRequestSchema, { till: idSchema });
const moveInputSchema = z.extend(moveTillRequestSchema, { till: idSchema });

const REVOKED = refused(409, 'not-permitted', 'A revoked till gets no code. Un-revoke it first.');
const NO_TABLET = refused(409, 'not-permitted', 'No tablet has enrolled as this till yet.');
const SAME_SHOP = refused(409, 'already-done', 'The till is in this shop already.');
const STAYS = {
  revoked: refused(409, 'not-permitted', 'The till is revoked.'),
  openShift: refused(409, 'not-permitted', 'The till has a shift open. Close it first.'),
  waitingFacts: refused(409, 'not-permitted', 'Not all that the till made has arrived. Let it send first.'),
};

export function addTillChangeRoutes(app: FastifyInstance, dependencies: PeopleDependencies): void {
  addOfficeRoute(app, dependencies, {
    method: 'POST',
    path: '/tills/:till/name',
    input: renameInputSchema,
    handle: (asked) => inTransaction(asked.pool, (client) => rename(client, asked)),
  });
  addOfficeRoute(app, dependencies, {
    method: 'POST',
    path: '/tills/:till/replace',
    input: replaceInputSchema,
    handle: replace,
  });
  addOfficeRoute(app, dependencies, {
    method: 'POST',
    path: '/tills/:till/move',
    input: moveInputSchema,
    handle: (asked) => inTransaction(asked.pool, (client) => move(client, asked)),
  });
  addOfficeRoute(app, dependencies, {
    method: 'POST',
    path: '/spare-codes',
    input: spareCodesRequestSchema,
    handle: printSpareCodes,
  });
}

/** The till hears its new name with the next roster; what it printed and sent stays as it is. */
async function rename(
  client: PoolClient,
  { input, caller, now }: Asked<z.infer<typeof renameInputSchema>>,
): Promise<Outcome<TillRow>> {
  await raiseVersion(client, caller.business, 'roster');
  const place = await placeOf(client, caller.business, input.till);
  if (place === null) return NOT_FOUND;
  if (await hasTillNamed(client, place.shop, input.name, input.till)) return NAME_TAKEN;
  await client.query('update evertill.till set name = $2 where till = $1', [input.till, input.name]);
  const detail = { name: input.name, nameBefore: place.name };
  await noteAct(client, caller, { act: 'tillRenamed', till: input.till, detail }, now);
  const [row] = await readTills(client, { business: caller.business, shop: null, till: input.till }, now);
  return row === undefined ? NOT_FOUND : answer(row);
}

/** The tablet that is the till now goes on until another one brings the code; then it is no longer believed. */
async function replace(asked: Asked<z.infer<typeof replaceInputSchema>>): Promise<Outcome<TillCode>> {
  const { input, caller, pool, now } = asked;
  const found = await tillOf(asked);
  if (found === null) return NOT_FOUND;
  if (found.status === 'revoked') return REVOKED;
  if (found.status === 'waitingForTablet') return NO_TABLET;
  return inTransaction(pool, async (client) => {
    const { till, why } = input;
    await noteAct(client, caller, { act: 'replacementCodeIssued', till, detail: { why } }, now);
    return codeFor(client, till, now, { purpose: 'replace' });
  });
}

/**
 * A till stays in its shop for good, with its series, its receipts and its days. Who moves the tablet ends the till here and
 * makes one there, so that no receipt changes the shop it was sold in.
 */
async function move(
  client: PoolClient,
  { input, caller, now }: Asked<z.infer<typeof moveInputSchema>>,
): Promise<Outcome<TillCode>> {
  const { business } = caller;
  await raiseVersion(client, business, 'roster');
  const place = await placeOf(client, business, input.till);
  const from = place && (await shopOfBusiness(client, business, place.shop));
  const to = await shopOfBusiness(client, business, input.shop);
  if (place === null || from === null || to === null) return NOT_FOUND;
  if (from.shop === to.shop) return SAME_SHOP;
  const [row] = await readTills(client, { business, shop: null, till: input.till }, now);
  const reason = row?.staysFor ?? null;
  if (reason !== null) return STAYS[reason];
  if (await hasTillNamed(client, to.shop, input.name)) return NAME_TAKEN;
  const added = await addTill(client, to.shop, input.name, now);
  if (added === null) return NOT_FOUND;
  await setRevoked(client, business, input.till, true);
  const detail = {
    name: place.name,
    before: JSON.stringify({ shop: from.name }),
    after: JSON.stringify({ shop: to.name }),
  };
  await noteAct(client, caller, { act: 'tillMoved', till: input.till, detail }, now);
  await noteAct(client, caller, { act: 'tillAdded', till: added.till, detail: { name: input.name } }, now);
  return codeFor(client, added.till, now);
}

/** Codes of tills that wait for their tablets: they need nothing but the till plane when the day comes. */
async function printSpareCodes({
  input,
  caller,
  pool,
  now,
}: Asked<z.infer<typeof spareCodesRequestSchema>>): Promise<Outcome<SpareCodes>> {
  const shop = await shopOfBusiness(pool, caller.business, input.shop);
  if (shop === null) return NOT_FOUND;
  return inTransaction(pool, async (client) => {
    const tills = await spareTills(client, shop.shop, input.name, now);
    const codes: TillCode[] = [];
    for (const till of tills) {
      const code = await codeFor(client, till, now, { purpose: 'spare', lifeMs: SPARE_CODE_LIFE_MS });
      if (code.is === 'answer') codes.push(code.body);
    }
    const detail = { name: codes.map(({ name }) => name).join(', ') };
    await noteAct(client, caller, { act: 'spareCodesIssued', till: null, detail }, now);
    return answer({ codes });
  });
}

/** Those that no tablet has become yet, and as many new ones as are missing. */
async function spareTills(client: PoolClient, shop: string, called: string, now: number): Promise<string[]> {
  await client.query('select 1 from evertill.shop where shop = $1 for update', [shop]);
  const waiting = await queryRows(
    client,
    `select t.till from evertill.till t where t.shop = $1 and t.public_key is null and not t.revoked
       and exists (select 1 from evertill.enrolment_code c where c.till = t.till and c.purpose = 'spare')
     order by t.created_at, t.till limit $2`,
    [shop, SPARE_CODES],
    z.object({ till: z.string() }),
  );
  const tills = waiting.map(({ till }) => till);
  for (let number = 1; tills.length < SPARE_CODES; number += 1) {
    const name = `${called} ${String(number)}`;
    if (await hasTillNamed(client, shop, name)) continue;
    const added = await addTill(client, shop, name, now);
    if (added === null) break;
    tills.push(added.till);
  }
  return tills;
}

function placeOf(client: PoolClient, business: string, till: string) {
  return queryRow(
    client,
    'select shop, name from evertill.till where business = $1 and till = $2 for update',
    [business, till],
    z.object({ shop: z.string(), name: z.string() }),
  );
}
