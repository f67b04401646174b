/**
 * The ledger: what tills sent, exactly as made, for ever. Rows of fact and batch are only ever added.
 *
 *   till_head  one row per till: the lock an append holds, the last sequence number, what the till last reported
 *   chain      one row per (till, incarnation): the fact last appended, so that everyday pushes compare heads only
 *   batch      one row per accepted push: its signature
 *   fact       the bytes
 */
import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(statements).execute(db);
}

const statements = `
create table evertill.till_head (
  till text primary key references evertill.till,
  business text not null references evertill.business,
  -- The till_seq last given; gapless, because it is given under this row's lock.
  last_seq bigint not null default 0,
  last_heard_at bigint,
  -- The report of the last push or probe, as the protocol states it.
  report jsonb
);

create table evertill.chain (
  till text not null references evertill.till,
  inc text not null,
  business text not null references evertill.business,
  head_no bigint not null,
  head_hash text not null,
  -- The lowest number of which two facts are held.
  forked_at bigint,
  primary key (till, inc)
);

create table evertill.batch (
  batch bigint generated always as identity primary key,
  business text not null references evertill.business,
  till text not null references evertill.till,
  inc text not null,
  first_no bigint not null,
  last_no bigint not null,
  last_hash text not null,
  -- By till_key over last_hash, as sent; kept also when it does not verify.
  signature text not null,
  signature_ok boolean not null,
  till_key text not null,
  received_at bigint not null
);

create table evertill.fact (
  till text not null,
  inc text not null,
  no bigint not null check (no > 0),
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  business text not null,
  -- Null where the envelope cannot be read.
  prev text,
  kind text,
  bytes text not null,
  -- Order of arrival: gapless per till, from 1. Projections follow it.
  till_seq bigint not null,
  batch bigint not null references evertill.batch,
  received_at bigint not null,
  -- What the append noticed: fork, brokenLink, badSignature, revokedTill.
  marks text[] not null default '{}',
  -- Why the envelope cannot be read; such a fact is named to the till and flagged.
  quarantined text,
  primary key (till, inc, no, hash),
  unique (till, till_seq)
);

create function evertill.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'the ledger is append-only: % on % refused', tg_op, tg_table_name;
end $$;

create trigger append_only before update or delete or truncate on evertill.fact
  for each statement execute function evertill.refuse_change();
create trigger append_only before update or delete or truncate on evertill.batch
  for each statement execute function evertill.refuse_change();
`;
