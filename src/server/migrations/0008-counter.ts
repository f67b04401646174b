/** What else happens at a counter: cash that moves without a sale, payments corrected, baskets parked, and discounts on lines. */
import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(statements).execute(db);
}

const statements = `
create table evertill.cash_move (
  till text not null references evertill.till,
  seq bigint not null,
  business text not null references evertill.business,
  shop text not null references evertill.shop,
  shift text not null,
  move text not null,
  direction text not null check (direction in ('in', 'out', 'drop')),
  amount bigint not null,
  reason text not null,
  at bigint not null,
  staff text not null,
  approver text,
  primary key (till, seq)
);
create index on evertill.cash_move (till, shift);

-- The receipt's cash, card and tenders are as corrected; what they were before is here.
create table evertill.payment_correction (
  till text not null references evertill.till,
  seq bigint not null,
  business text not null references evertill.business,
  shop text not null references evertill.shop,
  sale text not null,
  receipt text not null,
  shift text not null,
  paid_before jsonb not null,
  paid_after jsonb not null,
  at bigint not null,
  staff text not null,
  primary key (till, seq)
);
create index on evertill.payment_correction (till, shift);

create table evertill.parked_sale (
  business text not null references evertill.business,
  sale text not null,
  shop text not null references evertill.shop,
  till text not null references evertill.till,
  seq bigint not null,
  name text not null,
  gross bigint not null,
  open jsonb not null,
  day text not null,
  at bigint not null,
  staff text not null,
  -- Another till that took it up, and when: from then on it is that till's.
  claimed_by text references evertill.till,
  claimed_at bigint,
  -- Null while it waits.
  gone_because text check (gone_because in ('recalled', 'voided')),
  gone_at bigint,
  primary key (business, sale)
);
create index on evertill.parked_sale (shop) where gone_because is null;

alter table evertill.receipt_line
  add list_price bigint,
  add discount bigint not null default 0,
  add discount_reason text,
  add basket_discount bigint not null default 0,
  add note text;

grant select, insert on evertill.cash_move, evertill.payment_correction to evertill_till;
grant select, insert, update on evertill.parked_sale to evertill_till;
grant select on evertill.cash_move, evertill.payment_correction, evertill.parked_sale to evertill_people;
grant update (cash, card, cash_rounding) on evertill.receipt to evertill_till;
grant delete on evertill.tender to evertill_till`;
