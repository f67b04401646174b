/** Founding a business from the office, and what its owner says of the steps that nothing else shows. */
import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(statements).execute(db);
}

const statements = `
alter table evertill.business
  -- The order in which they came; the code that founds the next one follows from the last.
  add founding bigint generated always as identity,
  alter kind set default 'real';
-- Without the kind: what is founded from the office is real, and nothing makes it anything else.
grant insert (business, name, created_at) on evertill.business to evertill_people;

create function evertill.newest_real_business() returns text
  language sql stable security definer set search_path = '' as
  $$ select business from evertill.business where kind = 'real' order by founding desc limit 1 $$;
revoke all on function evertill.newest_real_business from public;
grant execute on function evertill.newest_real_business to evertill_people;

create table evertill.set_up_step (
  business text not null references evertill.business,
  step text not null,
  said text not null check (said in ('done', 'skipped')),
  at bigint not null,
  by text not null,
  primary key (business, step)
);
select evertill.keep_businesses_apart('evertill.set_up_step');
grant select, insert, update, delete on evertill.set_up_step to evertill_people;
`;
