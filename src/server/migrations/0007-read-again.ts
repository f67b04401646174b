/** What could not be read is read again after an update; its flag is then settled by the one who raised it. */
import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(statements).execute(db);
}

const statements = `
grant update (settled_at, settlement) on evertill.flag to evertill_till;
create index on evertill.flag (flag) where kind = 'unreadable' and settled_at is null`;
