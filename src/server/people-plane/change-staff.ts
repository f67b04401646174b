/**
 * Adds somebody, changes name and role, takes them off the list and back, makes a PIN: one transaction each, with a new roster for
 * every till. Whoever changes the list stays on it as they are, so there is always somebody who runs the shop.
 */
import type { PoolClient } from 'pg';
import { uuidv7 } from 'uuidv7';
import * as z from 'zod/mini';
import { pinLengthOf } from '../../domain/pin-rule.ts';
import { mayLookAfter, runsTheShop } from '../../domain/role.ts';
import { roleSchema } from '../../protocol/roster.ts';
import type { PersonChanged, PersonRow, PersonWords } from '../../protocol/staff-messages.ts';
import { inTransaction } from '../database/in-transaction.ts';
import { queryRow } from '../database/query-rows.ts';
import { makePin } from '../reference/make-secrets.ts';
import { raiseVersion } from '../reference/raise-version.ts';
import { replacePin } from '../reference/save-people.ts';
import { noteAct, type OfficeAct } from './note-act.ts';
import { notPermitted, type Asked } from './office-route.ts';
import { answer, NOT_FOUND, refused, type Outcome, type Refused } from './outcome.ts';
import { readPerson } from './read-staff.ts';
import { isRosterFull } from '../reference/is-roster-full.ts';

const CHANGED = refused(409, 'changed-meanwhile', 'Someone else changed this person meanwhile.');
const NAME_TAKEN = refused(409, 'already-done', 'Someone on the list has this name already.');
const NAME_GIVEN_AWAY = refused(409, 'input-invalid', 'Someone else has this name by now.');
const ALREADY_DONE = refused(409, 'already-done', 'The person already is as asked.');
const FULL = refused(409, 'not-permitted', 'No more people fit on the list.');
const ABOVE = refused(403, 'not-permitted', 'Nobody changes whoever stands above them.');
const ONESELF = refused(
  403,
  'not-permitted',
  'Nobody changes their own role or takes themselves off the list.',
);

export function addPerson({ input, caller, pool, now }: Asked<PersonWords>): Promise<Outcome<PersonChanged>> {
  return inTransaction(pool, async (client) => {
    const list = await lockList(client, { caller, now });
    if (list.is === 'refused') return list;
    if (!mayLookAfter(list.body.role, input.role)) return ABOVE;
    if (await isNameTaken(client, caller.business, input.name, null)) return NAME_TAKEN;
    if (await isRosterFull(client, caller.business)) return FULL;
    const id = uuidv7();
    await client.query(
      'insert into evertill.person (business, person, name, role, created_at) values ($1, $2, $3, $4, $5)',
      [caller.business, id, input.name, input.role, now],
    );
    const pin = await givePin(client, caller.business, { id, role: input.role }, now);
    return told(client, { caller, now }, { act: 'personAdded', id, detail: { ...input }, pin });
  });
}

export function changePerson(
  asked: Asked<{ person: string; before: PersonWords; after: PersonWords }>,
): Promise<Outcome<PersonChanged>> {
  const { before, after } = asked.input;
  return changeEntry(asked, async (client, person) => {
    const { caller, now } = asked;
    if (person.name !== before.name || person.role !== before.role) return CHANGED;
    if (!mayLookAfter(caller.role, after.role)) return ABOVE;
    if (person.id === caller.person && after.role !== person.role) return ONESELF;
    if (person.endedAt === null && (await isNameTaken(client, caller.business, after.name, person.id)))
      return NAME_TAKEN;
    await client.query(
      'update evertill.person set name = $3, role = $4 where business = $1 and person = $2',
      [caller.business, person.id, after.name, after.role],
    );
    if (!runsTheShop(after.role)) await endSignInsOf(client, caller.business, person.id);
    const needsPin = pinLengthOf(after.role) > pinLengthOf(before.role);
    const pin = needsPin
      ? await givePin(client, caller.business, { id: person.id, role: after.role }, now)
      : null;
    return { act: 'personChanged', id: person.id, detail: fromTo(before, after), pin };
  });
}

export function endPerson(asked: Asked<{ person: string }>): Promise<Outcome<PersonChanged>> {
  return changeEntry(asked, async (client, person) => {
    const { caller, now } = asked;
    if (person.id === caller.person) return ONESELF;
    if (person.endedAt !== null) return ALREADY_DONE;
    await client.query('update evertill.person set removed_at = $3 where business = $1 and person = $2', [
      ...[caller.business, person.id, now],
    ]);
    await endSignInsOf(client, caller.business, person.id);
    return { act: 'personEnded', id: person.id, detail: { name: person.name }, pin: null };
  });
}

export function bringPersonBack(asked: Asked<{ person: string }>): Promise<Outcome<PersonChanged>> {
  return changeEntry(asked, async (client, person) => {
    const { business } = asked.caller;
    if (person.endedAt === null) return ALREADY_DONE;
    if (await isNameTaken(client, business, person.name, person.id)) return NAME_GIVEN_AWAY;
    if (await isRosterFull(client, business)) return FULL;
    await client.query('update evertill.person set removed_at = null where business = $1 and person = $2', [
      ...[business, person.id],
    ]);
    return { act: 'personBack', id: person.id, detail: { name: person.name }, pin: null };
  });
}

export function makeNewPin(asked: Asked<{ person: string }>): Promise<Outcome<PersonChanged>> {
  return changeEntry(asked, async (client, person) => {
    if (person.endedAt !== null) return ALREADY_DONE;
    const pin = await givePin(client, asked.caller.business, person, asked.now);
    return { act: 'pinMade', id: person.id, detail: { name: person.name }, pin };
  });
}

type Done = { readonly act: OfficeAct['act']; readonly id: string; readonly detail: OfficeAct['detail'] } & {
  readonly pin: string | null;
};
type Who = Pick<Asked<unknown>, 'caller' | 'now'>;

/** What every change of an entry has in common: the list's lock, who may, and what is written down. */
async function changeEntry(
  { input, caller, pool, now }: Asked<{ person: string }>,
  change: (client: PoolClient, person: PersonRow) => Promise<Done | Refused>,
): Promise<Outcome<PersonChanged>> {
  return inTransaction(pool, async (client) => {
    const list = await lockList(client, { caller, now });
    if (list.is === 'refused') return list;
    const person = await readPerson(client, caller, input.person);
    if (person === null) return NOT_FOUND;
    if (!mayLookAfter(list.body.role, person.role)) return ABOVE;
    const done = await change(client, person);
    return 'act' in done ? told(client, { caller, now }, done) : done;
  });
}

/** One change after the other; who was taken off the list meanwhile changes it no more. */
async function lockList(client: PoolClient, { caller }: Who): Promise<Outcome<Pick<PersonRow, 'role'>>> {
  await client.query('select 1 from evertill.business where business = $1 for update', [caller.business]);
  const row = await queryRow(
    client,
    'select role from evertill.person where business = $1 and person = $2 and removed_at is null',
    [caller.business, caller.person],
    z.object({ role: roleSchema }),
  );
  return row !== null && runsTheShop(row.role) ? answer(row) : notPermitted();
}

async function told(
  client: PoolClient,
  { caller, now }: Who,
  { act, id, detail, pin }: Done,
): Promise<Outcome<PersonChanged>> {
  await raiseVersion(client, caller.business, 'roster');
  await noteAct(client, caller, { act, till: null, detail: { ...detail, person: id } }, now);
  const person = await readPerson(client, caller, id);
  return person === null ? NOT_FOUND : answer({ person, pin });
}

async function givePin(
  client: PoolClient,
  business: string,
  { id, role }: Pick<PersonRow, 'id' | 'role'>,
  now: number,
): Promise<string> {
  const pin = makePin(role);
  await replacePin(client, business, { id, pin }, now);
  return pin;
}

/** Two of one name cannot be told apart on the lock screen. */
async function isNameTaken(
  client: PoolClient,
  business: string,
  name: string,
  but: string | null,
): Promise<boolean> {
  const { rowCount } = await client.query(
    `select 1 from evertill.person
     where business = $1 and lower(name) = lower($2) and removed_at is null and person is distinct from $3`,
    [business, name, but],
  );
  return rowCount !== 0;
}

export async function endSignInsOf(client: PoolClient, business: string, person: string): Promise<void> {
  await client.query('delete from evertill.office_sign_in where business = $1 and person = $2', [
    business,
    person,
  ]);
}

function fromTo(before: PersonWords, after: PersonWords): OfficeAct['detail'] {
  return {
    name: after.name,
    ...(before.name === after.name ? {} : { nameBefore: before.name }),
    ...(before.role === after.role ? {} : { roleBefore: before.role, role: after.role }),
  };
}
