/** The receipts of one series in the order of their numbers: what a tablet still holds is asked of every till whenever a day is read. */
import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw('create index receipt_till_series_no on evertill.receipt (till, series, no)').execute(db);
}
