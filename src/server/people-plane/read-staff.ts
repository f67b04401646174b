/** The people of a business: those on the list and those who left it. PINs are not read here, nor could they be. */
import * as z from 'zod/mini';
import { mayLookAfter } from '../../domain/role.ts';
import type { PersonRow } from '../../protocol/staff-messages.ts';
import { roleSchema } from '../../protocol/roster.ts';
import { queryRow, queryRows, type Queryable } from '../database/query-rows.ts';
import type { Caller } from './office-sign-in.ts';

const rowSchema = z.object({
  id: z.string(),
  name: z.string(),
  role: roleSchema,
  since: z.int(),
  endedAt: z.nullable(z.int()),
  hasPin: z.boolean(),
  email: z.nullable(z.string()),
});

/** Those who left long ago are no list to look through. */
export const STAFF_ROWS_MAX = 1_000;

const STAFF_SQL = `
  select p.person as id, p.name, p.role, p.created_at as since, p.removed_at as "endedAt",
         pin.person is not null as "hasPin", a.email
  from evertill.person p
  left join (select business, person from evertill.person_pin) pin using (business, person)
  left join evertill.office_account a using (business, person)
  where p.business = $1 and ($2::text is null or p.person = $2)
  order by p.removed_at is not null, p.removed_at desc nulls first, lower(p.name), p.person limit $3`;

export async function readStaff(database: Queryable, caller: Caller): Promise<PersonRow[]> {
  const rows = await queryRows(database, STAFF_SQL, [caller.business, null, STAFF_ROWS_MAX], rowSchema);
  return rows.map((row) => ({ ...row, mayChange: mayLookAfter(caller.role, row.role) }));
}

/** @returns null when it is nobody of this business. */
export async function readPerson(
  database: Queryable,
  caller: Caller,
  person: string,
): Promise<PersonRow | null> {
  const row = await queryRow(database, STAFF_SQL, [caller.business, person, 1], rowSchema);
  return row && { ...row, mayChange: mayLookAfter(caller.role, row.role) };
}

/** An owner does; where there is none with an account, a manager stands in. */
export async function mayGiveAccounts(database: Queryable, caller: Caller): Promise<boolean> {
  if (caller.role === 'owner') return true;
  const owner = await queryRow(
    database,
    `select 1 as found from evertill.person join evertill.office_account using (business, person)
     where business = $1 and role = 'owner' and removed_at is null limit 1`,
    [caller.business],
    z.object({ found: z.int() }),
  );
  return owner === null;
}
