/**
 * Puts a backup into a database, as a whole or not at all, and makes it another epoch: tills then send again what is missing
 * and take fresh snapshots.
 *
 *   verify the files → empty schema of the backup's version → all rows, in one transaction → counts, epoch → commit
 */
import type pg from 'pg';
import { z } from 'zod';
import { CannotStart } from '../database/cannot-start.ts';
import type { DatabaseAddress } from '../database/database-address.ts';
import { inTransaction } from '../database/in-transaction.ts';
import { migrateDatabase, type MigrationList } from '../database/migrate-database.ts';
import { openPool } from '../database/pool.ts';
import { findBackup, readManifest, type BackupManifest, type BackupTable } from './backup-manifest.ts';
import { readRows } from './read-rows.ts';
import { verifyBackup, type VerifiedBackup } from './verify-backup.ts';

export interface RestoreOptions {
  readonly address: DatabaseAddress;
  /** A backup's folder, or one with backups in it: then the newest. */
  readonly from: string;
  /** Throws away what the database holds. */
  readonly replace: boolean;
  /** All that this Evertill knows. */
  readonly migrations: MigrationList;
  readonly now: number;
}

export interface RestoredBackup {
  readonly folder: string;
  readonly manifest: BackupManifest;
  readonly verified: VerifiedBackup;
}

const ROWS_AT_ONCE = 500;

/** @throws CannotStart in words, leaving the database as it was, or without a business. */
export async function restoreBackup(options: RestoreOptions): Promise<RestoredBackup> {
  const { address, migrations, replace } = options;
  const folder = await findBackup(options.from);
  const manifest = await readManifest(folder);
  const verified = await verifyBackup(folder, manifest);
  if (verified.problems.length > 0) throw new CannotStart(damaged(folder, verified.problems));
  const pool = openPool(address, 'owner');
  try {
    await refuseWhileServing(pool);
    if (!replace) await refuseNotEmpty(pool);
    const wanted = migrationsOf(manifest, migrations);
    await dropEverything(pool);
    await migrateDatabase(address, wanted);
    await inTransaction(pool, (client) => load(client, folder, manifest, options.now));
    return { folder, manifest, verified };
  } finally {
    await pool.end();
  }
}

function damaged(folder: string, problems: readonly string[]): string {
  const some = problems.slice(0, 10).map((problem) => `  ${problem}`);
  return [`The backup in ${folder} is damaged and was not restored:`, ...some].join('\n');
}

function migrationsOf(manifest: BackupManifest, known: MigrationList): MigrationList {
  const wanted = manifest.migrations.map((name) => [name, known[name]] as const);
  const unknown = wanted.find(([, migration]) => migration === undefined);
  if (unknown !== undefined) {
    throw new CannotStart(
      `The backup was made by a newer Evertill (${unknown[0]} is unknown here). Update first.`,
    );
  }
  return Object.fromEntries(wanted.flatMap(([name, migration]) => (migration ? [[name, migration]] : [])));
}

/** A server that works on while its tables are exchanged would acknowledge into nowhere. */
async function refuseWhileServing(pool: pg.Pool): Promise<void> {
  const { rowCount } = await pool.query(
    `select 1 from pg_stat_activity where datname = current_database()
       and (application_name like 'evertill till %' or application_name like 'evertill people %') limit 1`,
  );
  if (rowCount !== 0) throw new CannotStart('A server is working on this database. Stop all of them first.');
}

async function refuseNotEmpty(pool: pg.Pool): Promise<void> {
  const { rows } = await pool.query(`select to_regclass('evertill.business') is not null as exists`);
  const [{ exists }] = z.tuple([z.object({ exists: z.boolean() })]).parse(rows);
  const { rowCount } = exists ? await pool.query('select 1 from evertill.business limit 1') : { rowCount: 0 };
  if (rowCount === 0) return;
  throw new CannotStart('The database is not empty. Say --replace to throw away what it holds.');
}

async function dropEverything(pool: pg.Pool): Promise<void> {
  await pool.query('drop schema if exists evertill cascade');
  await pool.query('drop table if exists kysely_migration, kysely_migration_lock');
}

async function load(
  client: pg.PoolClient,
  folder: string,
  manifest: BackupManifest,
  now: number,
): Promise<void> {
  await client.query('delete from evertill.server_state');
  for (const table of manifest.tables) await loadTable(client, folder, table);
  // Another name too: two restores of one backup must not be one epoch.
  await client.query(
    `update evertill.server_state set restores = restores + 1,
       database = substr(md5(random()::text || clock_timestamp()::text), 1, 8)`,
  );
  await client.query(
    `insert into evertill.audit (business, at, act, detail)
     select business, $1, 'databaseRestored', jsonb_build_object('madeAt', $2::text) from evertill.business`,
    [now, manifest.madeAt],
  );
}

async function loadTable(client: pg.PoolClient, folder: string, table: BackupTable): Promise<void> {
  let lines: string[] = [];
  for await (const line of readRows(folder, table)) {
    lines.push(line);
    if (lines.length < ROWS_AT_ONCE) continue;
    await insertRows(client, table.table, lines);
    lines = [];
  }
  if (lines.length > 0) await insertRows(client, table.table, lines);
  await continueNumbers(client, table.table);
}

async function insertRows(client: pg.PoolClient, table: string, lines: readonly string[]): Promise<void> {
  await client.query(
    `insert into evertill.${table} overriding system value
     select * from json_populate_recordset(null::evertill.${table}, $1::json)`,
    [`[${lines.join(',')}]`],
  );
}

const identitySchema = z.array(z.object({ column: z.string() }));

/** Rows made from now on are numbered after those that were read in. */
async function continueNumbers(client: pg.PoolClient, table: string): Promise<void> {
  const { rows } = await client.query(
    `select attname as column from pg_attribute where attrelid = $1::regclass and attidentity <> ''`,
    [`evertill.${table}`],
  );
  for (const { column } of identitySchema.parse(rows)) {
    await client.query(
      `select setval(pg_get_serial_sequence('evertill.${table}', '${column}'), (select max(${column}) from evertill.${table}))
       where exists (select 1 from evertill.${table})`,
    );
  }
}
