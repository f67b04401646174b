/** Products that come from a file: every row is kept with what it was and what it becomes, so that an import can be looked at, go on and be taken back. */
import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(statements).execute(db);
}

const statements = `
create table evertill.catalogue_import (
  import text primary key,
  business text not null references evertill.business,
  person text not null,
  begun_at bigint not null,
  file_name text not null,
  source text not null,
  rows integer not null,
  otherwise jsonb not null,
  -- Made with the import: categories that the business did not have.
  categories jsonb not null default '[]',
  stage text not null default 'staging'
    check (stage in ('staging', 'ready', 'applying', 'applied', 'undoing', 'undone')),
  -- The last row that was carried out or taken back.
  position integer not null default 0,
  -- How far it was carried out when it began to be taken back.
  applied_to integer not null default 0,
  staged integer not null default 0,
  fresh integer not null default 0,
  changed integer not null default 0,
  same integer not null default 0,
  twice integer not null default 0,
  sharing integer not null default 0,
  without_tax integer not null default 0,
  without_price integer not null default 0,
  done integer not null default 0,
  applied integer not null default 0,
  undone integer not null default 0,
  kept integer not null default 0
);
create index on evertill.catalogue_import (business, begun_at);

create table evertill.catalogue_import_row (
  business text not null references evertill.business,
  import text not null references evertill.catalogue_import on delete cascade,
  row integer not null,
  product text not null,
  -- What the file calls the product by: its stock number, else its barcode, else its name.
  key text not null,
  name text not null,
  outcome text not null check (outcome in ('fresh', 'changed', 'same', 'twice')),
  sharing boolean not null,
  -- Of a row that is there twice: the row before it.
  twice_as integer,
  before jsonb,
  after jsonb,
  -- Passed over, because somebody had changed the product: when it was carried out, or when it was taken back.
  kept text check (kept in ('apply', 'undo')),
  primary key (import, row)
);
create unique index on evertill.catalogue_import_row (import, product) where outcome <> 'twice';
create unique index on evertill.catalogue_import_row (import, key) where outcome <> 'twice';

grant select, insert, update, delete on evertill.catalogue_import, evertill.catalogue_import_row to evertill_people;

select evertill.keep_businesses_apart('evertill.catalogue_import');
select evertill.keep_businesses_apart('evertill.catalogue_import_row');
`;
