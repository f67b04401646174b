/** What the office reads: made from the ledger alone, fact by fact in the order of till_seq, and made again whenever emptied. */
import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(statements).execute(db);
}

const statements = `
-- Facts up to seq are in the tables below. Raised in the transaction that writes them.
create table evertill.projection_progress (
  till text primary key references evertill.till,
  business text not null references evertill.business,
  seq bigint not null default 0
);

create table evertill.incarnation (
  till text not null references evertill.till,
  inc text not null,
  business text not null references evertill.business,
  seq bigint not null,
  series text not null,
  parent jsonb,
  started_at bigint not null,
  primary key (till, seq)
);
create index on evertill.incarnation (till, inc);

create table evertill.receipt (
  till text not null references evertill.till,
  seq bigint not null,
  business text not null references evertill.business,
  shop text not null references evertill.shop,
  inc text not null,
  no bigint not null,
  hash text not null,
  kind text not null check (kind in ('saleCompleted', 'refundGiven')),
  sale text not null,
  shift text not null,
  -- The number people see, and its two halves for strips and ranges.
  receipt text not null,
  series text not null,
  number bigint not null,
  day text not null,
  at bigint not null,
  received_at bigint not null,
  staff text not null,
  approver text,
  place text not null,
  lines integer not null,
  -- Thousandths, signed.
  units bigint not null,
  net bigint not null,
  tax bigint not null,
  gross bigint not null,
  cash bigint not null,
  card bigint not null,
  cash_rounding bigint not null,
  -- What the till believed of the server when it made the receipt: up, down, unknown.
  sign_in_link text not null,
  sending_link text not null,
  -- False: shown, but in no total until a person settles it (revokedTill, sameSale).
  posted boolean not null,
  unposted_because text check (unposted_because in ('revokedTill', 'sameSale')),
  primary key (till, seq),
  check (posted = (unposted_because is null))
);
create index on evertill.receipt (shop, day, at);
create index on evertill.receipt (till, shift);
create index on evertill.receipt (business, sale);
create index on evertill.receipt (business, receipt);
create index on evertill.receipt (till, inc, no);

create table evertill.receipt_line (
  till text not null,
  seq bigint not null,
  line integer not null,
  business text not null references evertill.business,
  product text not null,
  sku text not null,
  name text not null,
  unit text not null,
  quantity bigint not null,
  unit_price bigint not null,
  price_from text not null,
  catalogue_version bigint not null,
  tax_class text not null,
  tax_rate integer not null,
  net bigint not null,
  tax bigint not null,
  gross bigint not null,
  origin text not null check (origin in ('sold', 'returned', 'returnedWithoutReceipt')),
  -- Of a returned line: what it brings back.
  origin_sale text,
  origin_line integer,
  reason text,
  primary key (till, seq, line),
  foreign key (till, seq) references evertill.receipt
);
create index on evertill.receipt_line (business, origin_sale, origin_line) where origin_sale is not null;

create table evertill.tender (
  till text not null,
  seq bigint not null,
  place integer not null,
  business text not null references evertill.business,
  kind text not null check (kind in ('cash', 'card')),
  amount bigint not null,
  -- Cash only.
  handed bigint,
  change bigint,
  primary key (till, seq, place),
  foreign key (till, seq) references evertill.receipt
);

create table evertill.shift (
  till text not null references evertill.till,
  shift text not null,
  business text not null references evertill.business,
  shop text not null references evertill.shop,
  opened_seq bigint not null,
  day text not null,
  drawer text not null,
  float bigint not null,
  opened_at bigint not null,
  opened_by text not null,
  -- All null while it is open. What the till declared at the close:
  closed_seq bigint,
  closed_at bigint,
  closed_by text,
  totals jsonb,
  expected_cash bigint,
  counted_cash bigint,
  difference bigint,
  kept_float bigint,
  banked bigint,
  primary key (till, shift)
);
create index on evertill.shift (shop, day);

create table evertill.cash_count (
  till text not null references evertill.till,
  seq bigint not null,
  business text not null references evertill.business,
  shift text not null,
  attempt integer not null,
  counted bigint not null,
  denominations jsonb not null,
  at bigint not null,
  staff text not null,
  primary key (till, seq)
);
create index on evertill.cash_count (till, shift);

-- An outage as one till saw it; ended_at is null while it lasts.
create table evertill.outage_note (
  till text not null references evertill.till,
  capability text not null check (capability in ('signIn', 'sending', 'catalogue')),
  since bigint not null,
  business text not null references evertill.business,
  shop text not null references evertill.shop,
  ended_at bigint,
  primary key (till, capability, since)
);
create index on evertill.outage_note (shop, since);

create table evertill.flag (
  -- SHA-256 (hex) of kind, fact and subject: raising it twice is raising it once.
  flag text primary key,
  business text not null references evertill.business,
  shop text not null references evertill.shop,
  till text not null references evertill.till,
  inc text not null,
  no bigint not null,
  hash text not null,
  kind text not null,
  cause text not null check (cause in ('moneyMissing', 'givenTwice', 'decideOnce', 'goodToKnow')),
  -- What flags of one kind are grouped by: a product, a person, a sale line. Empty where each stands alone.
  subject text not null default '',
  day text not null,
  receipt text,
  at bigint not null,
  -- Signed minor units at stake; 0 where unknown.
  value bigint not null default 0,
  -- [{label, text}], ready to show.
  evidence jsonb not null,
  settled_at bigint,
  settled_by text,
  settlement text
);
create index on evertill.flag (shop, day);
create index on evertill.flag (till, inc, no);
`;
