/** Creates the demo business in an empty database, and at every start gives out a fresh code for a tablet to enrol with. */
import type { Pool } from 'pg';
import * as z from 'zod/mini';
import { inTransaction } from '../database/in-transaction.ts';
import { queryRow, type Queryable } from '../database/query-rows.ts';
import { addTill } from '../reference/add-till.ts';
import { createBusiness } from '../reference/create-business.ts';
import { issueEnrolmentCode } from '../reference/enrolment-code.ts';
import type { NewPerson } from '../reference/save-people.ts';
import type { Clock } from '../server-clock.ts';
import { demoBusiness } from './demo-business.ts';
import { demoStaff, type DemoPerson } from './demo-staff.ts';

export interface DemoSeed {
  readonly shop: string;
  readonly people: readonly { readonly name: string; readonly role: string; readonly pin: string }[];
  readonly office: { readonly email: string; readonly password: string };
  readonly tillName: string;
  readonly enrolmentCode: string;
}

export const DEMO_BUSINESS = 'hollow-and-hart';
export const DEMO_SHOP = 'leith-walk';

/** Longer than an office's code: it is read off a terminal, by someone who first looks round. */
const DEMO_CODE_LIFE_MS = 24 * 60 * 60_000;

/** Several servers may start at once on one database. */
const SEED_LOCK = 4_600;

export function seedDemoBusiness(context: { readonly pool: Pool; readonly clock: Clock }): Promise<DemoSeed> {
  return inTransaction(context.pool, async (client) => {
    await client.query('select pg_advisory_xact_lock($1)', [SEED_LOCK]);
    const now = context.clock();
    await createOnce(client, now);
    const { tillName, code } = await freshEnrolmentCode(client, DEMO_SHOP, now);
    return {
      shop: `${demoBusiness.policy.businessName}, ${demoBusiness.policy.shopName}`,
      people: demoStaff.map(({ name, role, pin }) => ({ name, role, pin })),
      office: demoOfficeSignIn(),
      tillName,
      enrolmentCode: code,
    };
  });
}

async function createOnce(client: Queryable, now: number): Promise<void> {
  const { rowCount } = await client.query('select 1 from evertill.business where business = $1', [
    DEMO_BUSINESS,
  ]);
  if (rowCount === 1) return;
  const { policy, products, categories, favourites } = demoBusiness;
  await createBusiness(
    client,
    {
      business: DEMO_BUSINESS,
      shop: DEMO_SHOP,
      kind: 'demo',
      policy,
      people: demoStaff.map(newPerson),
      products,
      categories,
      favourites,
    },
    now,
  );
}

/** For the till that still waits for its tablet, or for a new one. */
async function freshEnrolmentCode(
  client: Queryable,
  shop: string,
  now: number,
): Promise<{ tillName: string; code: string }> {
  const till = (await waitingTill(client, shop)) ?? (await newTill(client, shop, now));
  const issued = await issueEnrolmentCode(client, till, now, DEMO_CODE_LIFE_MS);
  if (issued === null) throw new Error(`till ${till} has gone`);
  return issued;
}

async function waitingTill(client: Queryable, shop: string): Promise<string | null> {
  const row = await queryRow(
    client,
    `select till from evertill.till where shop = $1 and public_key is null and not revoked
     order by created_at, till limit 1`,
    [shop],
    z.object({ till: z.string() }),
  );
  return row?.till ?? null;
}

async function newTill(client: Queryable, shop: string, now: number): Promise<string> {
  const tills = await queryRow(
    client,
    'select next_till_number as number from evertill.shop where shop = $1',
    [shop],
    z.object({ number: z.int() }),
  );
  const added = tills === null ? null : await addTill(client, shop, `Till ${String(tills.number)}`, now);
  if (added === null) throw new Error(`no shop ${shop}`);
  return added.till;
}

function newPerson(person: DemoPerson): NewPerson {
  const { id, name, role, pin } = person;
  return 'office' in person ? { id, name, role, pin, office: person.office } : { id, name, role, pin };
}

/** No secret: docs/demo.md has it. */
export function demoOfficeSignIn(): DemoSeed['office'] {
  const [account] = demoStaff.flatMap((person) => ('office' in person ? [person.office] : []));
  if (account === undefined) throw new Error('nobody in the demo business signs in to the office');
  return { email: account.email, password: account.password };
}
