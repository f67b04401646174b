/** What acquirers say was paid by card: their settlement files, row by row, as they were brought. */
import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(statements).execute(db);
}

const statements = `
-- Of the moments it covers, the file brought last counts. Undone it counts no more, and the one before it does again.
create table evertill.card_file (
  file text primary key,
  business text not null references evertill.business,
  shop text not null references evertill.shop,
  name text not null,
  -- SHA-256 (hex) of its text.
  hash text not null,
  -- From its first day to its last, each beginning at that time of day: HH:MM by the shop's clock.
  first_day text not null,
  last_day text not null,
  day_begins text not null,
  rows integer not null,
  sum bigint not null,
  brought_at bigint not null,
  brought_by text not null,
  undone_at bigint,
  undone_by text
);
create index on evertill.card_file (shop, last_day) where undone_at is null;

create table evertill.card_row (
  file text not null references evertill.card_file,
  place integer not null,
  business text not null references evertill.business,
  shop text not null references evertill.shop,
  at bigint not null,
  -- Given back below zero.
  amount bigint not null,
  terminal text,
  code text,
  primary key (file, place)
);
create index on evertill.card_row (shop, at);

-- How a shop's files were read the last time.
create table evertill.card_reading (
  shop text primary key references evertill.shop,
  business text not null references evertill.business,
  columns jsonb not null,
  day_begins text not null
);

select evertill.keep_businesses_apart('evertill.card_file');
select evertill.keep_businesses_apart('evertill.card_row');
select evertill.keep_businesses_apart('evertill.card_reading');

grant select, insert, update (undone_at, undone_by) on evertill.card_file to evertill_people;
grant select, insert on evertill.card_row to evertill_people;
grant select, insert, update on evertill.card_reading to evertill_people;
`;
