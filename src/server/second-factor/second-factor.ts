/** A person's second factor: set up, shown to work, asked for, used up, turned off. */
import { createHash, randomBytes } from 'node:crypto';
import * as z from 'zod/mini';
import { queryRow, type Queryable } from '../database/query-rows.ts';
import { makePassword } from '../reference/make-secrets.ts';
import { openSecret, sealSecret, type Whose } from './sealed-secret.ts';
import { matchingStep, SECRET_BYTES } from './totp.ts';

export const RECOVERY_CODES = 10;

const stateSchema = z.object({ since: z.nullable(z.int()), recoveryCodes: z.int() });
export type SecondFactorState = z.infer<typeof stateSchema>;

/** Off where since is null. */
export async function readSecondFactor(
  database: Queryable,
  { business, person }: Whose,
): Promise<SecondFactorState> {
  const row = await queryRow(
    database,
    `select f.since, (select count(*) from evertill.recovery_code c
                      where c.business = f.business and c.person = f.person and c.used_at is null) as "recoveryCodes"
     from evertill.second_factor f where business = $1 and person = $2`,
    [business, person],
    stateSchema,
  );
  return row ?? { since: null, recoveryCodes: 0 };
}

/** A new secret in the place of one that was never shown to work. @returns null while one is on. */
export async function beginSecondFactor(
  database: Queryable,
  key: Uint8Array,
  whose: Whose,
): Promise<Buffer | null> {
  const secret = randomBytes(SECRET_BYTES);
  const { rowCount } = await database.query(
    `insert into evertill.second_factor as held (business, person, sealed_secret) values ($1, $2, $3)
     on conflict (business, person) do update set sealed_secret = excluded.sealed_secret where held.since is null`,
    [whose.business, whose.person, sealSecret(key, whose, secret)],
  );
  return rowCount === 1 ? secret : null;
}

/** Call it in a transaction. @returns the recovery codes, told this once; null where the code is not the one now. */
export async function confirmSecondFactor(
  database: Queryable,
  key: Uint8Array,
  whose: Whose,
  { code, now }: { code: string; now: number },
): Promise<string[] | null> {
  if ((await readSecondFactor(database, whose)).since !== null) return null;
  if (!(await acceptTotp(database, key, whose, { code, now }))) return null;
  const { business, person } = whose;
  await database.query('update evertill.second_factor set since = $3 where business = $1 and person = $2', [
    ...[business, person, now],
  ]);
  const codes = Array.from({ length: RECOVERY_CODES }, makePassword);
  await database.query(
    `insert into evertill.recovery_code (business, person, code_hash) select $1, $2, unnest($3::text[])`,
    [business, person, codes.map(hashOf)],
  );
  return codes;
}

/** A code of the app, or one of the recovery codes; neither twice. */
export async function acceptCode(
  database: Queryable,
  key: Uint8Array,
  whose: Whose,
  typed: { code: string; now: number },
): Promise<boolean> {
  const code = typed.code.replaceAll(/\s/g, '').toUpperCase();
  if (/^\d{6}$/.test(code)) return acceptTotp(database, key, whose, { code, now: typed.now });
  const { rowCount } = await database.query(
    `update evertill.recovery_code set used_at = $4
     where business = $1 and person = $2 and code_hash = $3 and used_at is null`,
    [whose.business, whose.person, hashOf(code), typed.now],
  );
  return rowCount === 1;
}

export async function endSecondFactor(database: Queryable, { business, person }: Whose): Promise<void> {
  await database.query('delete from evertill.second_factor where business = $1 and person = $2', [
    ...[business, person],
  ]);
}

async function acceptTotp(
  database: Queryable,
  key: Uint8Array,
  whose: Whose,
  { code, now }: { code: string; now: number },
): Promise<boolean> {
  const { business, person } = whose;
  const held = await queryRow(
    database,
    'select sealed_secret as sealed from evertill.second_factor where business = $1 and person = $2',
    [business, person],
    z.object({ sealed: z.instanceof(Buffer) }),
  );
  const secret = held === null ? null : openSecret(key, whose, held.sealed);
  const step = secret === null ? null : matchingStep(secret, code, now);
  if (step === null) return false;
  // Of two who type the same code at once, one gets in.
  const { rowCount } = await database.query(
    `update evertill.second_factor set last_step = $3 where business = $1 and person = $2 and last_step < $3`,
    [business, person, step],
  );
  return rowCount === 1;
}

/** Eighty random bits need no slow hash. */
function hashOf(code: string): string {
  return createHash('sha256').update(`evertill recovery code ${code}`).digest('hex');
}
