/**
 * What each plane's database role may do, so that a hole in one plane is not a hole in the other: the till plane cannot read passwords or
 * office sign-ins, the people plane cannot write the ledger or what is projected from it. Nobody may change the ledger.
 */
import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(statements).execute(db);
}

const statements = `
revoke all on schema evertill from public;
grant usage on schema evertill to evertill_till, evertill_people;

grant select on
  evertill.server_state, evertill.business, evertill.shop, evertill.person, evertill.till, evertill.enrolment_code,
  evertill.product, evertill.category, evertill.favourite,
  evertill.till_head, evertill.chain, evertill.batch, evertill.fact,
  evertill.projection_progress, evertill.incarnation, evertill.receipt, evertill.receipt_line, evertill.tender,
  evertill.shift, evertill.cash_count, evertill.outage_note, evertill.flag
  to evertill_till, evertill_people;
grant insert on evertill.audit to evertill_till, evertill_people;

grant select on evertill.person_pin to evertill_till;
grant update (public_key, pepper, enrolments, enrolled_at) on evertill.till to evertill_till;
grant update (used_at) on evertill.enrolment_code to evertill_till;
grant insert on evertill.batch, evertill.fact to evertill_till;
grant insert, update on
  evertill.till_head, evertill.chain, evertill.projection_progress, evertill.shift, evertill.outage_note to evertill_till;
grant insert on
  evertill.incarnation, evertill.receipt, evertill.receipt_line, evertill.tender, evertill.cash_count, evertill.flag
  to evertill_till;

revoke select on evertill.till from evertill_people;
grant select (till, business, shop, name, series, public_key, enrolments, enrolled_at, revocation_number, revoked, created_at)
  on evertill.till to evertill_people;
grant select, insert, update, delete on
  evertill.office_account, evertill.office_sign_in, evertill.category, evertill.favourite to evertill_people;
grant select on evertill.audit to evertill_people;
grant insert, update on evertill.shop, evertill.person, evertill.product to evertill_people;
grant update (name, version, catalogue_version, roster_version) on evertill.business to evertill_people;
grant select (business, person), insert, delete on evertill.person_pin to evertill_people;
grant insert (till, business, shop, name, series, created_at) on evertill.till to evertill_people;
grant update (name, revocation_number, revoked) on evertill.till to evertill_people;
grant insert on evertill.till_head to evertill_people;
grant insert, update, delete on evertill.enrolment_code to evertill_people;
grant update (settled_at, settled_by, settlement) on evertill.flag to evertill_people;
grant update (posted, unposted_because) on evertill.receipt to evertill_people;
`;
