/** What the business decides: businesses, shops, people, tills, catalogue. Moments are milliseconds since 1970, money is whole minor units. */
import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(statements).execute(db);
}

const statements = `
create schema if not exists evertill;

create table evertill.server_state (
  only_row boolean primary key default true check (only_row),
  -- Made once, so two databases of one cluster never share an epoch.
  database text not null default substr(md5(random()::text || clock_timestamp()::text), 1, 8),
  -- Raised by whoever restores a backup; part of the server epoch.
  restores integer not null default 0
);
insert into evertill.server_state default values;

create table evertill.business (
  business text primary key,
  name text not null,
  kind text not null check (kind in ('real', 'demo', 'drill')),
  -- One counter per business, raised inside every transaction that changes reference data: its row lock makes
  -- commits happen in the order of the numbers, so a reader of "everything after 17" never misses a late 16.
  version bigint not null default 0,
  -- The counter's value when that stream last changed.
  catalogue_version bigint not null default 0,
  roster_version bigint not null default 0,
  created_at bigint not null
);

create table evertill.shop (
  shop text primary key,
  business text not null references evertill.business,
  name text not null,
  -- First letter of the shop's receipt series: shop A, till 7 prints A7-000001.
  letter text not null,
  next_till_number integer not null default 1,
  policy jsonb not null,
  created_at bigint not null,
  unique (business, letter)
);

create table evertill.person (
  business text not null references evertill.business,
  person text not null,
  name text not null,
  role text not null check (role in ('clerk', 'supervisor', 'manager', 'owner')),
  removed_at bigint,
  created_at bigint not null,
  primary key (business, person)
);

-- A PIN is a till secret and never opens anything here: argon2_output is Argon2id(PIN, salt, parameters), 32 bytes.
create table evertill.person_pin (
  business text not null,
  person text not null,
  pin_length smallint not null check (pin_length between 4 and 6),
  salt bytea not null,
  parameters jsonb not null,
  argon2_output bytea not null check (octet_length(argon2_output) = 32),
  primary key (business, person),
  foreign key (business, person) references evertill.person on delete cascade
);

create table evertill.office_account (
  business text not null,
  person text not null,
  -- Lower case.
  email text not null unique check (email = lower(email)),
  -- PHC text of Argon2id.
  password_hash text not null,
  primary key (business, person),
  foreign key (business, person) references evertill.person on delete cascade
);

create table evertill.office_sign_in (
  -- SHA-256 (hex) of the cookie's secret.
  id_hash text primary key,
  business text not null,
  person text not null,
  created_at bigint not null,
  last_seen_at bigint not null,
  expires_at bigint not null,
  foreign key (business, person) references evertill.person on delete cascade
);
create index on evertill.office_sign_in (business, person);

create table evertill.till (
  till text primary key,
  business text not null references evertill.business,
  shop text not null references evertill.shop,
  name text not null,
  -- A7: the series of its first incarnation; later ones carry a letter.
  series text not null,
  -- SPKI, base64url; null until a tablet enrols.
  public_key text,
  -- 32 bytes, known to this tablet alone.
  pepper bytea,
  enrolments integer not null default 0,
  enrolled_at bigint,
  -- Rises with every revocation and with every undoing of one.
  revocation_number integer not null default 0,
  revoked boolean not null default false,
  created_at bigint not null,
  unique (business, series),
  check ((public_key is null) = (pepper is null) and (public_key is null) = (enrolled_at is null))
);
create index on evertill.till (shop);

create table evertill.enrolment_code (
  -- SHA-256 (hex); the code itself is shown once and not kept.
  code_hash text primary key,
  business text not null references evertill.business,
  till text not null references evertill.till,
  purpose text not null check (purpose in ('enrol', 'rekey')),
  created_at bigint not null,
  expires_at bigint not null,
  used_at bigint
);
create index on evertill.enrolment_code (till);

create table evertill.product (
  business text not null references evertill.business,
  product text not null,
  version bigint not null,
  removed boolean not null default false,
  -- The product as the protocol states it; a tombstone keeps its last one.
  content jsonb not null,
  primary key (business, product)
);
create index on evertill.product (business, version);

create table evertill.category (
  business text not null references evertill.business,
  category text not null,
  content jsonb not null,
  primary key (business, category)
);

create table evertill.favourite (
  business text not null references evertill.business,
  place integer not null,
  product text not null,
  primary key (business, place)
);

create table evertill.audit (
  audit bigint generated always as identity primary key,
  business text not null references evertill.business,
  at bigint not null,
  -- Null: the system or a till.
  person text,
  till text,
  act text not null,
  detail jsonb not null default '{}'
);
create index on evertill.audit (business, at);
`;
