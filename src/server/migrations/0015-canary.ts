/** A fourth kind of business: the canary, on which every release must prove itself before it takes traffic. */
import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(statements).execute(db);
}

const statements = `
alter table evertill.business
  drop constraint business_kind_check,
  add constraint business_kind_check check (kind in ('real', 'demo', 'drill', 'canary'));
`;
