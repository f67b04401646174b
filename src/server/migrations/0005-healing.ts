/**
 * What tills and servers heal each other with: declared holes, facts known to be in a verified backup, tills that present
 * their certificate to a database that lost their enrolment, peppers that follow from a key instead of lying in a row.
 */
import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(statements).execute(db);
}

const statements = `
-- Facts that a till said it cannot supply. Nothing waits for them any more; a person is told.
create table evertill.hole (
  till text not null references evertill.till,
  inc text not null,
  from_no bigint not null check (from_no > 0),
  to_no bigint not null,
  -- Hash of fact to_no, as the till's next fact names it.
  after_hash text not null check (after_hash ~ '^[0-9a-f]{64}$'),
  business text not null references evertill.business,
  -- Of from_no and those after it, as far as the till kept them.
  hashes text[],
  why text not null check (why in ('pruned', 'lost', 'tooLarge')),
  till_key text not null,
  received_at bigint not null,
  flagged boolean not null default false,
  primary key (till, inc, from_no, to_no, after_hash),
  check (to_no >= from_no)
);
create index on evertill.hole (till, inc, to_no);
create index on evertill.hole (received_at) where not flagged;

-- The highest fact that a verified backup holds, with all before it: a till may prune below.
create table evertill.safe (
  till text not null references evertill.till,
  inc text not null,
  business text not null references evertill.business,
  no bigint not null,
  at bigint not null,
  primary key (till, inc)
);

-- The highest number in a declared hole: up to it, a head says nothing about the facts before it.
alter table evertill.chain add hole_to bigint not null default 0;
-- The key the chain was begun under; null where it was begun before this was written down.
alter table evertill.chain add till_key text;

-- Peppers follow from the till, its key and a secret in the keys folder. Those made before stay as they are.
alter table evertill.till drop constraint till_check;
alter table evertill.till add constraint till_enrolled check ((public_key is null) = (enrolled_at is null));

grant select, insert on evertill.hole to evertill_till;
grant update (flagged) on evertill.hole to evertill_till;
grant select on evertill.hole, evertill.safe to evertill_people;
grant select on evertill.safe to evertill_till;
grant insert (till, business, shop, name, series, public_key, enrolments, enrolled_at, created_at)
  on evertill.till to evertill_till;
grant update (next_till_number) on evertill.shop to evertill_till;
`;
