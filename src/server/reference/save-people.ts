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
    await client.query(
      'insert into evertill.person (business, person, name, role, created_at) values ($1, $2, $3, $4, $5)',
      [business, person.id, person.name, person.role, now],
    );
    await savePin(client, business, person);
    if (person.office !== undefined) await saveAccount(client, business, person.id, person.office);
  }
}

async function savePin(client: Queryable, business: string, person: NewPerson): Promise<void> {
  const salt = randomBytes(PIN_SALT_BYTES);
  await client.query(
    `insert into evertill.person_pin (business, person, pin_length, salt, parameters, argon2_output)
     values ($1, $2, $3, $4, $5, $6)`,
    [
      business,
      person.id,
      person.pin.length,
      salt,
      PIN_PARAMETERS,
      await hashPin(person.pin, salt, PIN_PARAMETERS),
    ],
  );
}

async function saveAccount(
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
