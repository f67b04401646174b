/** Finds the person an e-mail and password belong to; takes as long for an e-mail nobody has. */
import { randomUUID } from 'node:crypto';
import { verify } from '@node-rs/argon2';
import * as z from 'zod/mini';
import { roleSchema } from '../../protocol/roster.ts';
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

let nobodysHash: Promise<string> | undefined;

export async function checkPassword(
  database: Queryable,
  email: string,
  password: string,
  now: number,
): Promise<Caller | null> {
  const account = await queryRow(
    database,
    `select p.person, p.name, p.role, p.business, b.name as "businessName", a.password_hash as "passwordHash"
     from evertill.office_account a
     join evertill.person p using (business, person)
     join evertill.business b using (business)
     where a.email = $1 and p.removed_at is null and (a.temporary_until is null or a.temporary_until > $2)`,
    [email.trim().toLowerCase(), now],
    accountSchema,
  );
  nobodysHash ??= hashPassword(randomUUID());
  const isRight = await verify(account?.passwordHash ?? (await nobodysHash), password);
  if (account === null || !isRight) return null;
  const { passwordHash: _, ...caller } = account;
  return caller;
}
