/** What people decide in the office: flags settled, and days signed off. */
import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(statements).execute(db);
}

const statements = `
-- One act about one or several flags of a kind, with what was seen of them then. Never changed but for being taken back.
create table evertill.settlement (
  settlement text primary key,
  business text not null references evertill.business,
  shop text not null references evertill.shop,
  day text not null,
  at bigint not null,
  person text not null,
  kind text not null,
  subject text not null,
  -- Ids; those of a cash difference or a probable duplicate are no rows of flag, they are reckoned when a day is read.
  flags text[] not null,
  value bigint not null,
  evidence jsonb not null,
  decision text not null,
  why text not null,
  -- Null while it stands.
  taken_back_at bigint,
  taken_back_by text,
  taken_back_why text
);
create index on evertill.settlement (shop, day);

-- settled_by is who, settlement is why in words.
alter table evertill.flag add decision text, add settled_in text;
create index on evertill.flag (settled_in) where settled_in is not null;

-- A person's word for a day: exactly what was seen. Number 1 is the day, each further one an addendum.
create table evertill.sign_off (
  shop text not null references evertill.shop,
  day text not null,
  number integer not null,
  business text not null references evertill.business,
  at bigint not null,
  -- Null: the day signed itself off.
  person text,
  why text not null,
  -- Of each till, the last fact that was read: [{till, name, seq, inc, no, hash}].
  heads jsonb not null,
  -- The whole day as it stood, not what came since the signature before.
  figures jsonb not null,
  -- What spoke against signing.
  open jsonb not null,
  primary key (shop, day, number)
);

grant select, insert, update (taken_back_at, taken_back_by, taken_back_why) on evertill.settlement to evertill_people;
grant update (decision, settled_in) on evertill.flag to evertill_people;
grant select, insert on evertill.sign_off to evertill_people;
grant select on evertill.settlement, evertill.sign_off to evertill_till`;
