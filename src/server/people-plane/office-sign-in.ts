/** Who is signed in to the office: a random secret in a cookie, of which the database holds only the hash. */
import { createHash, randomBytes } from 'node:crypto';
import type { Pool } from 'pg';
import * as z from 'zod/mini';
import type { Role } from '../../domain/role.ts';
import { roleSchema } from '../../protocol/roster.ts';
import { ofBusiness } from '../database/borrow-connection.ts';
import { businessOf } from '../database/business-of.ts';

import { queryRow, type Queryable } from '../database/query-rows.ts';

export interface Caller {
  readonly person: string;
  readonly name: string;
  readonly role: Role;
  readonly business: string;
  readonly businessName: string;
}

export interface SignedIn extends Caller {
  /** What names the sign-in; it opens nothing. */
  readonly signIn: string;
}

const MINUTE_MS = 60_000;
/** Nothing asked for so long, and the sign-in is over. */
export const SIGN_IN_IDLE_MS_MAX = 120 * MINUTE_MS;
/** However busy: a day's work. */
export const SIGN_IN_MS_MAX = 12 * 60 * MINUTE_MS;
const SECRET_BYTES = 32;

/** @returns the secret for the cookie. */
export async function startSignIn(
  database: Queryable,
  { business, person }: Pick<Caller, 'business' | 'person'>,
  device: string,
  now: number,
): Promise<string> {
  const secret = randomBytes(SECRET_BYTES).toString('base64url');
  await database.query(
    'delete from evertill.office_sign_in where business = $1 and person = $2 and expires_at <= $3',
    [business, person, now],
  );
  await database.query(
    `insert into evertill.office_sign_in (id_hash, business, person, created_at, last_seen_at, expires_at, device)
     values ($1, $2, $3, $4, $4, $5, $6)`,
    [hashOf(secret), business, person, now, now + SIGN_IN_MS_MAX, device],
  );
  return secret;
}

const callerSchema = z.object({
  person: z.string(),
  name: z.string(),
  role: roleSchema,
  business: z.string(),
  businessName: z.string(),
  signIn: z.string(),
  lastSeenAt: z.int(),
});

/** @returns null when the sign-in is unknown, over, or of a person who was removed. */
export async function findCaller(pool: Pool, secret: string, now: number): Promise<SignedIn | null> {
  const hash = hashOf(secret);
  const business = await businessOf(pool, 'sign_in', hash);
  if (business === null) return null;
  const database = ofBusiness(pool, business);
  const found = await queryRow(
    database,
    `select p.person, p.name, p.role, p.business, b.name as "businessName", s.sign_in as "signIn",
            s.last_seen_at as "lastSeenAt"
     from evertill.office_sign_in s
     join evertill.person p using (business, person)
     join evertill.business b using (business)
     where s.id_hash = $1 and s.expires_at > $2 and s.last_seen_at > $3 and p.removed_at is null`,
    [hash, now, now - SIGN_IN_IDLE_MS_MAX],
    callerSchema,
  );
  if (found === null) return null;
  const { lastSeenAt, ...caller } = found;
  if (now - lastSeenAt >= MINUTE_MS) await noteSeen(database, hash, now);
  return caller;
}

/** @returns whose it was; null when there was none. */
export async function endSignIn(
  pool: Pool,
  secret: string,
): Promise<Pick<Caller, 'business' | 'person'> | null> {
  const hash = hashOf(secret);
  const business = await businessOf(pool, 'sign_in', hash);
  if (business === null) return null;
  return queryRow(
    ofBusiness(pool, business),
    'delete from evertill.office_sign_in where id_hash = $1 returning business, person',
    [hash],
    z.object({ business: z.string(), person: z.string() }),
  );
}

function noteSeen(database: Queryable, hash: string, now: number): Promise<unknown> {
  return database.query('update evertill.office_sign_in set last_seen_at = $2 where id_hash = $1', [
    hash,
    now,
  ]);
}

function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
