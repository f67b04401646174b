/** Codes for a tablet that takes a till over, and for the safe: what a code is for is told where codes are listed and printed. */
import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(statements).execute(db);
}

const statements = `
alter table evertill.enrolment_code drop constraint enrolment_code_purpose_check;
alter table evertill.enrolment_code add constraint enrolment_code_purpose_check
  check (purpose in ('enrol', 'rekey', 'replace', 'spare'));
`;
