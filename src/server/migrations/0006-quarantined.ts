/** Finds the unreadable facts of a batch without reading the batch: a repeat names them like the first time. */
import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(statement).execute(db);
}

const statement = `create index on evertill.fact (till, inc, no) where quarantined is not null`;
