/** Finds the person an e-mail and password belong to; takes as long for an e-mail nobody has. */
import { randomUUID } from 'node:crypto';
import { verify } from '@node-rs/argon2';
import type { Pool } from 'pg';
import * as z from 'zod/mini';
import { roleSchema } from '../../protocol/roster.ts';
import { ofBusiness } from '../database/borrow-connection.ts';
import { businessOf } from '../database/business-of.ts';

import { queryRow, type Queryable } from '../database/query-rows.ts';
import { hashPassword } from '../reference/hash-password.ts';
import type { Caller } from './office-sign-in.ts';

const accountSchema = z.object({
  person: z.string(),
  name: z.string(),
  role: roleSchema,
  business: z.string(),
  businessName: z.string(),
  passwordHash: z.string(),
});

export type PasswordVerdict =
  | { readonly is: 'right'; readonly caller: Caller }
  /** `of`: whose account it is; null where it is nobody's. */
  | { readonly is: 'wrong'; readonly of: Caller | null };

let nobodysHash: Promise<string> | undefined;

export async function checkPassword(
  pool: Pool,
  email: string,
  password: string,
  now: number,
): Promise<PasswordVerdict> {
  const account = await findAccount(pool, email.trim().toLowerCase(), now);
  nobodysHash ??= hashPassword(randomUUID());
  const isRight = await verify(account?.passwordHash ?? (await nobodysHash), password);
  if (account === null) return { is: 'wrong', of: null };
  const { passwordHash: _, ...caller } = account;
  return isRight ? { is: 'right', caller } : { is: 'wrong', of: caller };
}

async function findAccount(
  pool: Pool,
  email: string,
  now: number,
): Promise<z.infer<typeof accountSchema> | null> {
  const business = await businessOf(pool, 'account', email);
  if (business === null) return null;
  return queryRow(
    ofBusiness(pool, business),
    `select p.person, p.name, p.role, p.business, b.name as "businessName", a.password_hash as "passwordHash"
     from evertill.office_account a
     join evertill.person p using (business, person)
     join evertill.business b using (business)
     where a.email = $1 and p.removed_at is null and (a.temporary_until is null or a.temporary_until > $2)`,
    [email, now],
    accountSchema,
  );
}

/** Asked of somebody who is signed in. */
export async function isOwnPassword(
  database: Queryable,
  { business, person }: Pick<Caller, 'business' | 'person'>,
  password: string,
): Promise<boolean> {
  const row = await queryRow(
    database,
    'select password_hash as "passwordHash" from evertill.office_account where business = $1 and person = $2',
    [business, person],
    z.object({ passwordHash: z.string() }),
  );
  return row !== null && (await verify(row.passwordHash, password));
}
