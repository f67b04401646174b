/** Passwords that the office makes for somebody: they open it for a while only. */
import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(statements).execute(db);
}

const statements = `
-- Null: a password that the person chose.
alter table evertill.office_account add temporary_until bigint;
`;
