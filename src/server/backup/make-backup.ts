/**
 * Copies the whole database into a folder of gzipped rows, from one snapshot, while the server works on.
 *
 *   one read-only transaction → a file per table → read everything back → manifest → the folder gets its name → `safe`
 *
 * Only what was read back and proved is ever told to tills as safe.
 */
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type pg from 'pg';
import { z } from 'zod';
import { CannotStart } from '../database/cannot-start.ts';
import type { DatabaseAddress } from '../database/database-address.ts';
import { openPool } from '../database/pool.ts';
import { BACKUP_PREFIX, MANIFEST_FILE, type BackupManifest, type BackupTable } from './backup-manifest.ts';
import { listTables, type TableToCopy } from './list-tables.ts';
import { noteSafe } from './note-safe.ts';
import { verifyBackup, type VerifiedBackup } from './verify-backup.ts';
import { writeRows } from './write-rows.ts';

export interface MadeBackup {
  readonly folder: string;
  readonly manifest: BackupManifest;
  readonly verified: VerifiedBackup;
}

const ROWS_AT_ONCE = 1_000;

/** @throws CannotStart when what was written does not prove itself; the folder is left, under an unfinished name. */
export async function makeBackup(address: DatabaseAddress, to: string, now: number): Promise<MadeBackup> {
  const stamp = new Date(now).toISOString().replaceAll(':', '').replace('.', '');
  const folder = join(to, `${BACKUP_PREFIX}${stamp}`);
  const unfinished = join(to, `unfinished-${stamp}`);
  await rm(unfinished, { recursive: true, force: true });
  await mkdir(unfinished, { recursive: true, mode: 0o700 });
  const pool = openPool(address, 'owner');
  try {
    const manifest = await copyAll(pool, unfinished, now);
    const verified = await verifyBackup(unfinished, manifest);
    if (verified.problems.length > 0) throw new CannotStart(notProved(unfinished, verified.problems));
    await writeFile(join(unfinished, MANIFEST_FILE), JSON.stringify(manifest, null, 2), { flush: true });
    await rename(unfinished, folder);
    await noteSafe(pool, verified.chains, now);
    return { folder, manifest, verified };
  } finally {
    await pool.end();
  }
}

function notProved(folder: string, problems: readonly string[]): string {
  const some = problems.slice(0, 10).map((problem) => `  ${problem}`);
  return [`The backup in ${folder} does not prove itself; no till was told to rely on it:`, ...some].join(
    '\n',
  );
}

async function copyAll(pool: pg.Pool, folder: string, now: number): Promise<BackupManifest> {
  const client = await pool.connect();
  try {
    await client.query('begin isolation level repeatable read read only');
    const migrations = await readMigrations(client);
    const tables: BackupTable[] = [];
    for (const table of await listTables(client)) tables.push(await copyTable(client, folder, table));
    await client.query('commit');
    return { evertill: 'backup', v: 1, madeAt: new Date(now).toISOString(), migrations, tables };
  } finally {
    client.release(true);
  }
}

const namesSchema = z.array(z.object({ name: z.string() }));

async function readMigrations(client: pg.PoolClient): Promise<string[]> {
  const result = await client.query('select name from kysely_migration order by name');
  return namesSchema.parse(result.rows).map((row) => row.name);
}

async function copyTable(
  client: pg.PoolClient,
  folder: string,
  { table, order }: TableToCopy,
): Promise<BackupTable> {
  const file = `${table}.ndjson.gz`;
  await client.query(
    `declare rows no scroll cursor for
     select row_to_json(copied)::text as line from (select * from evertill.${table} order by ${order}) copied`,
  );
  const written = await writeRows(join(folder, file), fetchLines(client));
  await client.query('close rows');
  return { table, file, ...written };
}

const linesSchema = z.array(z.object({ line: z.string() }));

async function* fetchLines(client: pg.PoolClient): AsyncGenerator<string> {
  for (;;) {
    const result = await client.query(`fetch ${String(ROWS_AT_ONCE)} from rows`);
    const lines = linesSchema.parse(result.rows);
    if (lines.length === 0) return;
    yield lines.map(({ line }) => `${line}\n`).join('');
  }
}
