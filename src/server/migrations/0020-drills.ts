/** Outage drills, as the tills told them. */
import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(statements).execute(db);
}

const statements = `
create table evertill.drill_note (
  till text not null references evertill.till,
  drill text not null,
  business text not null references evertill.business,
  shop text not null references evertill.shop,
  what text not null check (what in ('signIn', 'sending', 'everything')),
  started_at bigint not null,
  -- When it was to end by itself.
  until bigint not null,
  started_by text not null,
  seq bigint not null,
  received_at bigint not null,
  -- Both null while it lasts, as far as is known.
  ended_at bigint,
  ended text check (ended in ('byItself', 'early')),
  primary key (till, drill)
);
create index on evertill.drill_note (shop, started_at);

grant select, insert, update (ended_at, ended) on evertill.drill_note to evertill_till;
grant select on evertill.drill_note to evertill_people;
`;
