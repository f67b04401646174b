/** Who chose a PIN at a till: names and PINs as only head office can read them, until it has taken them up. */
import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(statements).execute(db);
}

const statements = `
create table evertill.person_told (
  till text not null references evertill.till,
  seq bigint not null,
  business text not null references evertill.business,
  shop text not null references evertill.shop,
  inc text not null,
  no bigint not null,
  hash text not null,
  day text not null,
  at bigint not null,
  kind text not null check (kind in ('pinSet', 'personAdded')),
  person text not null,
  sealed jsonb not null,
  approver text,
  -- Null until it was opened. older: a later PIN of the person was taken up before.
  outcome text check (outcome in ('taken', 'older', 'refused')),
  primary key (till, seq)
);
create index on evertill.person_told (at) where outcome is null;

-- When the PIN was chosen, by the till's anchored clock; 0 for those from the office.
alter table evertill.person_pin add set_at bigint not null default 0;

-- Rosters name the key that PINs are sealed to from now on: every till is to fetch its own anew.
update evertill.business set version = version + 1, roster_version = version + 1;

grant select, insert, update (outcome) on evertill.person_told to evertill_till;
grant select (till, seq, business, person, kind, at, approver, outcome) on evertill.person_told to evertill_people;
grant insert (business, person, name, role, created_at) on evertill.person to evertill_till;
grant insert, update on evertill.person_pin to evertill_till;
grant update (version, roster_version) on evertill.business to evertill_till;
`;
