/**
 * Keeps the canary business as the operator's secret says: there is one while CANARY_PASSWORD is given, and nobody signs in to it
 * otherwise. Every smoke test leaves one revoked till; when those are many, a new canary takes the place of the old one.
 */
import type { Pool } from 'pg';
import { verify } from '@node-rs/argon2';
import { uuidv7 } from 'uuidv7';
import * as z from 'zod/mini';
import { inTransaction } from '../database/in-transaction.ts';
import { queryRow, type Queryable } from '../database/query-rows.ts';
import { createBusiness } from '../reference/create-business.ts';
import { hashPassword } from '../reference/hash-password.ts';
import {
  CANARY_EMAIL,
  canaryCategories,
  canaryPeople,
  canaryPolicy,
  canaryProduct,
} from './canary-business.ts';

/** Several servers may start at once on one database. */
const CANARY_LOCK = 4_601;
export const CANARY_TILLS_MAX = 400;

/**
 * @param pool as the owner of the tables: no plane's role may make a business
 * @param password null closes the canary
 */
export function keepCanary(
  pool: Pool,
  password: string | null,
  now: number,
  tillsMax = CANARY_TILLS_MAX,
): Promise<void> {
  return inTransaction(pool, async (client) => {
    await client.query('select pg_advisory_xact_lock($1)', [CANARY_LOCK]);
    const canary = await findCanary(client);
    if (password === null) {
      if (canary !== null) await close(client, canary);
    } else if (canary === null || canary.tills >= tillsMax) {
      if (canary !== null) await close(client, canary);
      await hatch(client, password, now);
    } else if (!(await verify(canary.passwordHash, password))) {
      await changePassword(client, canary, password);
    }
  });
}

const canarySchema = z.object({
  business: z.string(),
  person: z.string(),
  passwordHash: z.string(),
  tills: z.int(),
});
type Canary = z.infer<typeof canarySchema>;

function findCanary(client: Queryable): Promise<Canary | null> {
  return queryRow(
    client,
    `select a.business, a.person, a.password_hash as "passwordHash",
            (select count(*) from evertill.till t where t.business = a.business) as tills
     from evertill.office_account a join evertill.business b using (business)
     where b.kind = 'canary' and a.email = $1`,
    [CANARY_EMAIL],
    canarySchema,
  );
}

async function hatch(client: Queryable, password: string, now: number): Promise<void> {
  const business = `canary-${uuidv7()}`;
  await createBusiness(
    client,
    {
      business,
      shop: `${business}-shop`,
      kind: 'canary',
      policy: canaryPolicy,
      people: canaryPeople(password),
      products: [canaryProduct],
      categories: canaryCategories,
      favourites: [],
    },
    now,
  );
}

async function close(client: Queryable, { business }: Canary): Promise<void> {
  await client.query('delete from evertill.office_account where business = $1', [business]);
  await endSignIns(client, business);
  await client.query(
    'update evertill.till set revoked = true, revocation_number = revocation_number + 1 where business = $1 and not revoked',
    [business],
  );
}

async function changePassword(
  client: Queryable,
  { business, person }: Canary,
  password: string,
): Promise<void> {
  await client.query(
    'update evertill.office_account set password_hash = $3 where business = $1 and person = $2',
    [business, person, await hashPassword(password)],
  );
  await endSignIns(client, business);
}

async function endSignIns(client: Queryable, business: string): Promise<void> {
  await client.query('delete from evertill.office_sign_in where business = $1', [business]);
}
