/**
 * The database roles of the two planes. A plane's connections act as its role and hold only what the migrations grant it,
 * so a broken or captured login module cannot reach the ledger's tables.
 */
import type { ClientBase } from 'pg';
import { CannotStart } from './cannot-start.ts';

export type Plane = 'till' | 'people';

export const roleOfPlane = { till: 'evertill_till', people: 'evertill_people' } as const satisfies Record<
  Plane,
  string
>;

type RoleName = (typeof roleOfPlane)[Plane];

/** Two starts at once may both find a role missing. */
const alreadyThereCodes = new Set(['42710', '23505', 'XX000']);

export async function ensureDatabaseRoles(client: ClientBase): Promise<void> {
  for (const role of [roleOfPlane.till, roleOfPlane.people]) {
    if (!(await roleExists(client, role))) await createRole(client, role);
    if (await canAct(client, role)) continue;
    await client.query(`grant ${role} to current_user`).catch(() => undefined);
    if (!(await canAct(client, role))) throw new CannotStart(await grantAdvice(client));
  }
}

async function roleExists(client: ClientBase, role: RoleName): Promise<boolean> {
  const result = await client.query('select 1 from pg_roles where rolname = $1', [role]);
  return result.rows.length > 0;
}

async function createRole(client: ClientBase, role: RoleName): Promise<void> {
  try {
    await client.query(`create role ${role} nologin`);
  } catch (error) {
    if (alreadyThereCodes.has(codeOf(error)) && (await roleExists(client, role))) return;
    if (codeOf(error) === '42501') throw new CannotStart(await grantAdvice(client));
    throw error;
  }
}

async function canAct(client: ClientBase, role: RoleName): Promise<boolean> {
  try {
    await client.query(`set role ${role}`);
    await client.query('reset role');
    return true;
  } catch (error) {
    if (codeOf(error) === '42501') return false;
    throw error;
  }
}

async function grantAdvice(client: ClientBase): Promise<string> {
  const result = await client.query<{ person: string }>('select quote_ident(current_user) as person');
  const person = result.rows[0]?.person ?? 'the account in DATABASE_URL';
  return [
    `The account ${person} in DATABASE_URL may not create or use the two roles Evertill works with.`,
    'Ask an administrator of the database to run this once, then start again:',
    ...[roleOfPlane.till, roleOfPlane.people].map(
      (role) => `  CREATE ROLE ${role} NOLOGIN;  -- unless it exists`,
    ),
    `  GRANT ${roleOfPlane.till}, ${roleOfPlane.people} TO ${person};`,
  ].join('\n');
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}
