/** Drawers as things of their own: which till's cash goes into which, who counts it, and who had it when. */
import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(statements).execute(db);
}

const statements = `
create table evertill.drawer (
  drawer text primary key,
  business text not null references evertill.business,
  shop text not null references evertill.shop,
  name text not null,
  created_at bigint not null
);
create index on evertill.drawer (shop);

-- Null: a till that nobody gave a drawer, as one known again after a restore. It has one of its own.
alter table evertill.till
  add drawer text references evertill.drawer,
  add counts_drawer boolean not null default false;
create unique index on evertill.till (drawer) where counts_drawer;

insert into evertill.drawer (drawer, business, shop, name, created_at)
  select 'drawer-of-' || till, business, shop, 'Drawer ' || regexp_replace(series, '^[^0-9]*', ''), created_at
  from evertill.till;
update evertill.till set drawer = 'drawer-of-' || till, counts_drawer = true;

alter table evertill.shift
  -- What the till knew of the others at its drawer; null where it is its own.
  add shared jsonb,
  -- The till that counts instead, as the close states it.
  add counted_at text,
  -- What the close says was not sent yet.
  add unsent jsonb;

create table evertill.drawer_hand_over (
  till text not null references evertill.till,
  seq bigint not null,
  business text not null references evertill.business,
  shop text not null references evertill.shop,
  shift text not null,
  hand_over text not null,
  from_staff text not null,
  to_staff text not null,
  expected_cash bigint not null,
  -- Null where it was handed over uncounted.
  counted bigint,
  at bigint not null,
  primary key (till, seq)
);
create index on evertill.drawer_hand_over (till, shift);

-- Rosters name the drawer from now on: every till is to fetch its own anew.
update evertill.business set version = version + 1, roster_version = version + 1;

grant select on evertill.drawer, evertill.drawer_hand_over to evertill_till, evertill_people;
grant insert on evertill.drawer_hand_over to evertill_till;
grant insert, update (name) on evertill.drawer to evertill_people;
grant select (drawer, counts_drawer), insert (drawer, counts_drawer), update (drawer, counts_drawer)
  on evertill.till to evertill_people;
`;
