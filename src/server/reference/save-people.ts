/** Writes people with their PINs and, for those who have one, their office account. */
import { randomBytes } from 'node:crypto';
import type { Role } from '../../domain/role.ts';
import type { Queryable } from '../database/query-rows.ts';
import { hashPassword } from './hash-password.ts';
import { hashPin, PIN_PARAMETERS, PIN_SALT_BYTES } from './hash-pin.ts';
import { raiseVersion } from './raise-version.ts';

export interface NewPerson {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly pin: string;
  readonly office?: { readonly email: string; readonly password: string };
}

/** Call it in a transaction. */
export async function savePeople(
  client: Queryable,
  business: string,
  people: readonly NewPerson[],
  now: number,
): Promise<void> {
  await raiseVersion(client, business, 'roster');
  for (const person of people) {
    await insertPerson(client, business, person, now);
    await putPin(client, business, person, 0);
    if (person.office !== undefined) await saveAccount(client, business, person.id, person.office);
  }
}

/** By a plane that may see no PIN. Call it in a transaction. */
export async function addPersonWithPin(
  client: Queryable,
  business: string,
  person: Omit<NewPerson, 'office'>,
  now: number,
): Promise<void> {
  await raiseVersion(client, business, 'roster');
  await insertPerson(client, business, person, now);
  await replacePin(client, business, person, now);
}

function insertPerson(
  client: Queryable,
  business: string,
  { id, name, role }: Omit<NewPerson, 'office' | 'pin'>,
  now: number,
): Promise<unknown> {
  return client.query(
    'insert into evertill.person (business, person, name, role, created_at) values ($1, $2, $3, $4, $5)',
    [business, id, name, role, now],
  );
}

/**
 * @param at when it was chosen at a till, anchored; 0 for the office's
 * @returns false where a later one is there
 */
export async function putPin(
  client: Queryable,
  business: string,
  { id, pin }: Pick<NewPerson, 'id' | 'pin'>,
  at: number,
): Promise<boolean> {
  const salt = randomBytes(PIN_SALT_BYTES);
  const { rowCount } = await client.query(
    `insert into evertill.person_pin as held
       (business, person, pin_length, salt, parameters, argon2_output, set_at)
     values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (business, person) do update set pin_length = excluded.pin_length, salt = excluded.salt,
       parameters = excluded.parameters, argon2_output = excluded.argon2_output, set_at = excluded.set_at
     where held.set_at <= excluded.set_at`,
    [business, id, pin.length, salt, PIN_PARAMETERS, await hashPin(pin, salt, PIN_PARAMETERS), at],
  );
  return rowCount === 1;
}

/** The office's word, whatever was there: who may do it sees no PIN. @param at a PIN chosen at a till before it comes too late */
export async function replacePin(
  client: Queryable,
  business: string,
  { id, pin }: Pick<NewPerson, 'id' | 'pin'>,
  at: number,
): Promise<void> {
  const salt = randomBytes(PIN_SALT_BYTES);
  await client.query('delete from evertill.person_pin where business = $1 and person = $2', [business, id]);
  await client.query(
    `insert into evertill.person_pin (business, person, pin_length, salt, parameters, argon2_output, set_at)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [business, id, pin.length, salt, PIN_PARAMETERS, await hashPin(pin, salt, PIN_PARAMETERS), at],
  );
}

export async function saveAccount(
  client: Queryable,
  business: string,
  person: string,
  account: { readonly email: string; readonly password: string },
): Promise<void> {
  await client.query(
    'insert into evertill.office_account (business, person, email, password_hash) values ($1, $2, lower($3), $4)',
    [business, person, account.email, await hashPassword(account.password)],
  );
}
