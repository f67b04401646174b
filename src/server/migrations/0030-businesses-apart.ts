/**
 * Businesses are kept apart in the database itself: a plane sees and writes the rows of the business that its connection names, and
 * none where it names none. The owner of the tables (migrations, backup, restore) sees all.
 */
import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(statements).execute(db);
}

const statements = `
-- For every table that names a business, also those of later migrations.
create function evertill.keep_businesses_apart(kept regclass) returns void language plpgsql as $$
begin
  execute format('alter table %s enable row level security', kept);
  -- Asked once in a statement, not for every row.
  execute format(
    'create policy own_business on %s using (business = (select nullif(current_setting(''evertill.business'', true), '''')))',
    kept);
end $$;
revoke all on function evertill.keep_businesses_apart from public;

select evertill.keep_businesses_apart(format('evertill.%I', table_name)::regclass)
from information_schema.columns join information_schema.tables using (table_schema, table_name)
where table_schema = 'evertill' and column_name = 'business' and table_type = 'BASE TABLE';

-- abs() may fail, so the database does not ask it of rows before it knows whose they are: an index on it is of no use any more.
drop index evertill.receipt_shop_gross, evertill.receipt_shop_cash, evertill.receipt_shop_card;
create index receipt_shop_gross on evertill.receipt (shop, gross);
create index receipt_shop_cash on evertill.receipt (shop, cash);
create index receipt_shop_card on evertill.receipt (shop, card);

-- What a plane may ask while it does not know yet whose the answer is: names of businesses and of tills, nothing else.
create function evertill.business_of_till(id text) returns text
  language sql stable security definer set search_path = '' as
  $$ select business from evertill.till where till = id $$;
create function evertill.business_of_code(hash text) returns text
  language sql stable security definer set search_path = '' as
  $$ select business from evertill.enrolment_code where code_hash = hash $$;
create function evertill.business_of_sign_in(hash text) returns text
  language sql stable security definer set search_path = '' as
  $$ select business from evertill.office_sign_in where id_hash = hash $$;
create function evertill.business_of_account(address text) returns text
  language sql stable security definer set search_path = '' as
  $$ select business from evertill.office_account where email = address $$;
create function evertill.versions_of(wanted text[]) returns table (business text, version bigint)
  language sql stable security definer set search_path = '' as
  $$ select b.business, b.version from evertill.business b where b.business = any (wanted) $$;
create function evertill.tills_behind() returns table (business text, till text)
  language sql stable security definer set search_path = '' as
  $$ select h.business, h.till from evertill.till_head h left join evertill.projection_progress p using (till)
     where h.last_seq > coalesce(p.seq, 0) $$;
create function evertill.businesses_with_holes() returns table (business text)
  language sql stable security definer set search_path = '' as
  $$ select distinct h.business from evertill.hole h where not h.flagged $$;
create function evertill.businesses_with_unread() returns table (business text)
  language sql stable security definer set search_path = '' as
  $$ select distinct f.business from evertill.flag f where f.kind = 'unreadable' and f.settled_at is null $$;
create function evertill.businesses_with_people_told() returns table (business text)
  language sql stable security definer set search_path = '' as
  $$ select distinct t.business from evertill.person_told t where t.outcome is null $$;
create function evertill.businesses_with_days_to_sign() returns table (business text)
  language sql stable security definer set search_path = '' as
  $$ select distinct s.business from evertill.shop s where (s.policy ->> 'signsItselfOff')::boolean $$;

revoke all on function
  evertill.business_of_till, evertill.business_of_code, evertill.business_of_sign_in, evertill.business_of_account,
  evertill.versions_of, evertill.tills_behind, evertill.businesses_with_holes, evertill.businesses_with_unread,
  evertill.businesses_with_people_told, evertill.businesses_with_days_to_sign from public;
grant execute on function
  evertill.business_of_till, evertill.business_of_code, evertill.versions_of, evertill.tills_behind,
  evertill.businesses_with_holes, evertill.businesses_with_unread, evertill.businesses_with_people_told to evertill_till;
grant execute on function
  evertill.business_of_sign_in, evertill.business_of_account, evertill.businesses_with_days_to_sign to evertill_people;
`;
