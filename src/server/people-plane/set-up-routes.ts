/** GET /set-up and POST /set-up/…: an owner sets a business of their own up, step by step. */
import type { FastifyInstance } from 'fastify';
import type { PoolClient } from 'pg';
import * as z from 'zod/mini';
import { areOpeningHours } from '../../domain/opening-hours.ts';
import type { ShopPolicy } from '../../domain/shop-policy.ts';
import { tidyVatNumber, vatNumberFault } from '../../domain/vat-number.ts';
import { idSchema } from '../../protocol/scalars.ts';
import {
  SAYABLE,
  sayStepSchema,
  setUpBusinessSchema,
  setUpShopSchema,
  setUpTaxSchema,
  type SayStep,
  type SetUp,
  type SetUpBusiness,
  type SetUpShop,
  type SetUpStep,
  type SetUpTax,
} from '../../protocol/set-up-messages.ts';
import { inTransaction } from '../database/in-transaction.ts';
import { queryRow, type Queryable } from '../database/query-rows.ts';
import { raiseVersion } from '../reference/raise-version.ts';
import { noteAct, type OfficeAct } from './note-act.ts';
import { addOfficeRoute, notPermitted, type Asked, type PeopleDependencies } from './office-route.ts';
import { answer, NOT_FOUND, refused, type Outcome, type Refused } from './outcome.ts';
import { readSetUp, readTestReceipt } from './read-set-up.ts';
import { shopOfBusiness, type Shop } from './shop-of-business.ts';

const NOT_REAL = refused(
  403,
  'not-permitted',
  'The demo shop stays the demo shop. Found a business of your own.',
);
const TAX_IS_FIXED = refused(409, 'not-permitted', 'Something was sold by it, so it stays as it is.');
const NO_VAT_NUMBER = refused(400, 'input-invalid', 'That cannot be a VAT number of its country.');
const NO_HOURS = refused(400, 'input-invalid', 'These opening hours overlap, or are none.');
const NOT_SAYABLE = refused(400, 'input-invalid', 'That is read from the data, nobody says it.');

export function addSetUpRoutes(app: FastifyInstance, dependencies: PeopleDependencies): void {
  addOfficeRoute(app, dependencies, {
    method: 'GET',
    path: '/set-up',
    input: z.object({ shop: idSchema }),
    handle: (asked) => ofOwnerReading(asked, (shop) => readSetUp(asked.pool, asked.caller.business, shop)),
  });
  addOfficeRoute(app, dependencies, {
    method: 'GET',
    path: '/set-up/receipt',
    input: z.object({ shop: idSchema }),
    handle: (asked) =>
      ofOwnerReading(asked, (shop) => readTestReceipt(asked.pool, asked.caller.business, shop)),
  });
  addOfficeRoute(app, dependencies, {
    method: 'POST',
    path: '/set-up/business',
    input: setUpBusinessSchema,
    handle: (asked) => ofOwner(asked, setBusiness),
  });
  addOfficeRoute(app, dependencies, {
    method: 'POST',
    path: '/set-up/shop',
    input: setUpShopSchema,
    handle: (asked) => ofOwner(asked, setShop),
  });
  addOfficeRoute(app, dependencies, {
    method: 'POST',
    path: '/set-up/tax',
    input: setUpTaxSchema,
    handle: (asked) => ofOwner(asked, setTax),
  });
  addOfficeRoute(app, dependencies, {
    method: 'POST',
    path: '/set-up/step',
    input: sayStepSchema,
    handle: (asked) => ofOwner(asked, sayStep),
  });
}

/** The one who asks, in a transaction that no other change of the business runs beside. */
interface Desk<Input> extends Asked<Input> {
  readonly client: PoolClient;
  readonly shop: Shop;
}

/** Asked every few seconds, so it locks nothing. */
async function ofOwnerReading<Read>(
  { input, caller, pool }: Asked<{ shop: string }>,
  read: (shop: Shop) => Promise<Read>,
): Promise<Outcome<Read>> {
  const { business, role } = caller;
  if (role !== 'owner') return notPermitted();
  if ((await kindOf(pool, business)) !== 'real') return NOT_REAL;
  const shop = await shopOfBusiness(pool, business, input.shop);
  return shop === null ? NOT_FOUND : answer(await read(shop));
}

/** An owner's, of a real business; answered with how far the set-up is after it. */
function ofOwner<Input extends { readonly shop: string }>(
  asked: Asked<Input>,
  change: (desk: Desk<Input>) => Promise<Refused | null>,
): Promise<Outcome<SetUp>> {
  const { input, caller, pool } = asked;
  const { business } = caller;
  if (caller.role !== 'owner') return Promise.resolve(notPermitted());
  return inTransaction(pool, async (client) => {
    await client.query('select 1 from evertill.business where business = $1 for update', [business]);
    if ((await kindOf(client, business)) !== 'real') return NOT_REAL;
    const shop = await shopOfBusiness(client, business, input.shop);
    if (shop === null) return NOT_FOUND;
    const refusal = await change({ ...asked, client, shop });
    if (refusal !== null) return refusal;
    const changed = await shopOfBusiness(client, business, input.shop);
    return changed === null ? NOT_FOUND : answer(await readSetUp(client, business, changed));
  });
}

async function kindOf(database: Queryable, business: string): Promise<string | null> {
  const row = await queryRow(
    database,
    'select kind from evertill.business where business = $1',
    [business],
    z.object({ kind: z.string() }),
  );
  return row?.kind ?? null;
}

async function setBusiness(desk: Desk<SetUpBusiness>): Promise<Refused | null> {
  const { client, caller, shop } = desk;
  const { name } = desk.input;
  const { policy } = shop;
  const vatNumber = tidyVatNumber(desk.input.vatNumber);
  const before = { name: policy.businessName, vatNumber: policy.vatNumber };
  const isNew = vatNumber !== '' && vatNumber !== before.vatNumber;
  if (isNew && vatNumberFault(vatNumber, policy.locale) !== null) return NO_VAT_NUMBER;
  // Whether somebody is registered shows in no empty number: so they say it.
  await keepSaid(desk, 'business', vatNumber === '' ? 'done' : 'open');
  if (isSame(before, { name, vatNumber })) return null;
  await raiseVersion(client, caller.business, 'roster');
  await client.query('update evertill.business set name = $2 where business = $1', [caller.business, name]);
  await client.query(
    `update evertill.shop set policy = policy || jsonb_build_object('businessName', $2::text, 'vatNumber', $3::text)
     where business = $1`,
    [caller.business, name, vatNumber],
  );
  await note(desk, { act: 'businessChanged', about: name, before, after: { name, vatNumber } });
  return null;
}

async function setShop(desk: Desk<SetUpShop>): Promise<Refused | null> {
  const { shop } = desk;
  const { name, address, startOfDay, openingHours } = desk.input;
  if (openingHours !== null && !areOpeningHours(openingHours)) return NO_HOURS;
  const { openingHours: held, ...policy } = shop.policy;
  const before = {
    ...{ name: shop.name, address: policy.address, startOfDay: policy.startOfDay },
    openingHours: held ?? null,
  };
  const after = { name, address, startOfDay, openingHours };
  if (isSame(before, after)) return null;
  const kept = openingHours === null ? {} : { openingHours };
  await changePolicy(desk, shop, { ...policy, ...kept, shopName: name, address, startOfDay });
  await note(desk, { act: 'shopChanged', about: name, before, after });
  return null;
}

async function setTax(desk: Desk<SetUpTax>): Promise<Refused | null> {
  const { shop, client, caller } = desk;
  const { pricesIncludeTax, rounding } = desk.input;
  const { policy } = shop;
  const after = { pricesIncludeTax, rounding };
  if (!isSame({ ...policy.tax }, after)) {
    const { counts } = await readSetUp(client, caller.business, shop);
    if (counts.sales > 0) return TAX_IS_FIXED;
    await changePolicy(desk, shop, { ...policy, tax: after });
    await note(desk, { act: 'taxWayChanged', about: shop.name, before: { ...policy.tax }, after });
  }
  await keepSaid(desk, 'tax', 'done');
  return null;
}

async function sayStep(desk: Desk<SayStep>): Promise<Refused | null> {
  const { step, said } = desk.input;
  if (said !== 'open' && !SAYABLE[step].includes(said)) return NOT_SAYABLE;
  if (await keepSaid(desk, step, said)) {
    const { client, caller, now } = desk;
    await noteAct(client, caller, { act: 'setUpStepSaid', till: null, detail: { step, said } }, now);
  }
  return null;
}

/** @returns whether that is something else than was said before */
async function keepSaid(
  { client, caller, now }: Desk<unknown>,
  step: SetUpStep,
  said: SayStep['said'],
): Promise<boolean> {
  const { business, person } = caller;
  if (said === 'open') {
    const { rowCount } = await client.query(
      'delete from evertill.set_up_step where business = $1 and step = $2',
      [business, step],
    );
    return rowCount === 1;
  }
  const { rowCount } = await client.query(
    `insert into evertill.set_up_step as held (business, step, said, at, by) values ($1, $2, $3, $4, $5)
     on conflict (business, step) do update set said = excluded.said, at = excluded.at, by = excluded.by
     where held.said <> excluded.said`,
    [business, step, said, now, person],
  );
  return rowCount === 1;
}

async function changePolicy(
  { client, caller }: Pick<Desk<unknown>, 'client' | 'caller'>,
  { shop }: Shop,
  policy: ShopPolicy,
): Promise<void> {
  await raiseVersion(client, caller.business, 'roster');
  await client.query('update evertill.shop set policy = $3, name = $4 where business = $1 and shop = $2', [
    ...[caller.business, shop, policy, policy.shopName],
  ]);
}

interface Change {
  readonly act: OfficeAct['act'];
  readonly about: string;
  readonly before: object;
  readonly after: object;
}

function note(
  { client, caller, now }: Pick<Desk<unknown>, 'client' | 'caller' | 'now'>,
  { act, about, before, after }: Change,
): Promise<void> {
  const detail = { name: about, before: JSON.stringify(before), after: JSON.stringify(after) };
  return noteAct(client, caller, { act, till: null, detail }, now);
}

function isSame(one: object, other: object): boolean {
  const text = (value: object) => JSON.stringify(Object.entries(value).sort());
  return text(one) === text(other);
}
