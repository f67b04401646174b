/**
 * Opens what tills sealed about people, and makes it true for the whole business with the next roster. What head office does not
 * take is flagged, never lost: the fact stays.
 */
import type { Pool } from 'pg';
import * as z from 'zod/mini';
import { isCommonPin, pinLengthOf } from '../../domain/pin-rule.ts';
import { mayVouchFor, type Role } from '../../domain/role.ts';
import { openText } from '../../journal/sealed-box.ts';
import { personSecretSchema, personToldSchema, type PersonSecret } from '../../protocol/person-body.ts';
import { roleSchema } from '../../protocol/roster.ts';
import { ofBusiness } from '../database/borrow-connection.ts';
import { businessesWith } from '../database/business-of.ts';
import { inTransaction } from '../database/in-transaction.ts';

import { queryRow, type Queryable } from '../database/query-rows.ts';
import { raiseFlag } from '../projections/flag.ts';
import { raiseVersion } from './raise-version.ts';
import { putPin } from './save-people.ts';
import { isRosterFull } from './is-roster-full.ts';

const toldSchema = z.object({
  till: z.string(),
  seq: z.int(),
  business: z.string(),
  shop: z.string(),
  inc: z.string(),
  no: z.int(),
  hash: z.string(),
  day: z.string(),
  at: z.int(),
  kind: z.enum(['pinSet', 'personAdded']),
  person: z.string(),
  sealed: personToldSchema.shape.sealed,
  approver: z.nullable(z.string()),
  revoked: z.boolean(),
});
type Told = z.infer<typeof toldSchema>;

type Outcome = 'taken' | 'older' | { readonly refused: string };

export async function takePeopleTold(pool: Pool, box: CryptoKey, signal?: AbortSignal): Promise<void> {
  for (const business of await businessesWith(pool, 'people_told')) {
    const own = ofBusiness(pool, business);
    while (signal?.aborted !== true && (await inTransaction(own, (client) => takeOne(client, box))));
  }
}

/** @returns whether there was one. */
async function takeOne(client: Queryable, box: CryptoKey): Promise<boolean> {
  const told = await queryRow(
    client,
    `select told.*, till.revoked from evertill.person_told told join evertill.till using (till)
     where outcome is null order by at, told.till, seq limit 1 for update of told skip locked`,
    [],
    toldSchema,
  );
  if (told === null) return false;
  const outcome = await decide(client, told, box);
  const isRefused = typeof outcome === 'object';
  await client.query('update evertill.person_told set outcome = $3 where till = $1 and seq = $2', [
    told.till,
    told.seq,
    isRefused ? 'refused' : outcome,
  ]);
  if (isRefused) await flagRefused(client, told, outcome.refused);
  return true;
}

async function decide(client: Queryable, told: Told, box: CryptoKey): Promise<Outcome> {
  if (told.revoked) return { refused: 'The till is taken out of service.' };
  const secret = await openSecret(told, box);
  if (secret === null) return { refused: 'Head office cannot open it: it was sealed to another key.' };
  // Its lock first: two tills may tell of one person at once.
  await raiseVersion(client, told.business, 'roster');
  return told.kind === 'pinSet' ? setPin(client, told, secret) : addPerson(client, told, secret);
}

async function openSecret(told: Told, box: CryptoKey): Promise<PersonSecret | null> {
  const { business, till, kind, person: staff } = told;
  const text = await openText(box, { business, till, kind, staff }, told.sealed);
  if (text === null) return null;
  try {
    return personSecretSchema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

async function setPin(client: Queryable, told: Told, { pin }: PersonSecret): Promise<Outcome> {
  const { business, person, at } = told;
  const role = await roleOf(client, told, person);
  if (role === null) return { refused: 'The person is not on the list.' };
  const refused = await refusePin(client, told, role, pin);
  if (refused !== null) return refused;
  return (await putPin(client, business, { id: person, pin }, at)) ? 'taken' : 'older';
}

async function addPerson(client: Queryable, told: Told, { name, pin }: PersonSecret): Promise<Outcome> {
  const { business, person, at } = told;
  if (name === null || (await isKnown(client, told))) return { refused: 'The person is there already.' };
  const refused = await refusePin(client, told, 'clerk', pin);
  if (refused !== null) return refused;
  if (await isRosterFull(client, business)) return { refused: 'There are too many people on the list.' };
  await client.query(
    'insert into evertill.person (business, person, name, role, created_at) values ($1, $2, $3, $4, $5)',
    [business, person, name, 'clerk', at],
  );
  await putPin(client, business, { id: person, pin }, at);
  return 'taken';
}

async function refusePin(client: Queryable, told: Told, role: Role, pin: string): Promise<Outcome | null> {
  const approver = told.approver === null ? null : await roleOf(client, told, told.approver);
  if (approver === null || !mayVouchFor(approver, role)) return { refused: 'Nobody approved it who may.' };
  if (pin.length !== pinLengthOf(role) || isCommonPin(pin))
    return { refused: 'The PIN is too short or too common.' };
  return null;
}

async function roleOf(client: Queryable, { business }: Told, person: string): Promise<Role | null> {
  const row = await queryRow(
    client,
    'select role from evertill.person where business = $1 and person = $2 and removed_at is null',
    [business, person],
    z.object({ role: roleSchema }),
  );
  return row?.role ?? null;
}

/** Also somebody who was removed since. */
async function isKnown(client: Queryable, { business, person }: Told): Promise<boolean> {
  const found = await client.query('select 1 from evertill.person where business = $1 and person = $2', [
    business,
    person,
  ]);
  return found.rowCount !== 0;
}

function flagRefused(client: Queryable, told: Told, text: string): Promise<void> {
  const { person, kind } = told;
  return raiseFlag(client, told, {
    kind: 'unknownStaff',
    subject: person,
    receipt: null,
    value: 0,
    evidence: [{ label: kind === 'pinSet' ? 'PIN from the till' : 'Someone new at the till', text }],
  });
}
