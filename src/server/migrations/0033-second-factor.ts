/** A second factor for the office, and sign-ins that can be named and told apart. */
import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(statements).execute(db);
}

const statements = `
alter table evertill.office_sign_in
  -- What people end it by; the cookie's secret and its hash are named nowhere.
  add sign_in text not null unique default gen_random_uuid()::text,
  add device text not null default '';

create table evertill.second_factor (
  business text not null,
  person text not null,
  -- AES-256-GCM under a key that is kept outside the database.
  sealed_secret bytea not null,
  -- Null until a first code has shown that the other device has the secret.
  since bigint,
  -- The step of the last code that was accepted: none is, twice.
  last_step bigint not null default 0,
  primary key (business, person),
  foreign key (business, person) references evertill.person on delete cascade
);

create table evertill.recovery_code (
  business text not null,
  person text not null,
  -- SHA-256 (hex) of eighty random bits, shown once.
  code_hash text not null,
  used_at bigint,
  primary key (business, person, code_hash),
  foreign key (business, person) references evertill.second_factor on delete cascade
);

select evertill.keep_businesses_apart('evertill.second_factor'), evertill.keep_businesses_apart('evertill.recovery_code');
grant select, insert, update, delete on evertill.second_factor, evertill.recovery_code to evertill_people;
`;
