/** What released versions left behind, as this version finds it. */
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Pool } from 'pg';
import * as z from 'zod/mini';
import { JOURNAL_DATABASE } from '../../local-db/database-names.ts';
import { openLocalDb, type LocalDb } from '../../local-db/open-local-db.ts';
import { indexedDbDumpSchema, loadIndexedDb, type IndexedDbDump } from './indexed-db-dump.ts';

const serverSchema = z.object({
  tables: z.record(z.string(), z.array(z.unknown())),
  keys: z.record(z.string(), z.string()),
  /** The newest that its database knew. */
  lastMigration: z.string(),
});
export type ReleasedServer = z.infer<typeof serverSchema>;

const here = import.meta.dirname;

/** 0.1.0, 0.2.0 … */
export const RELEASED: readonly string[] = readdirSync(here).filter((name) => /^\d+\.\d+\.\d+$/.test(name));

export async function readReleasedTill(version: string): Promise<IndexedDbDump> {
  return indexedDbDumpSchema.parse(JSON.parse(await readText(version, 'till-database.json')));
}

export async function readReleasedServer(version: string): Promise<ReleasedServer> {
  return serverSchema.parse(JSON.parse(await readText(version, 'server.json')));
}

/** The lines of the journal that a till of that version exported. */
export function readReleasedJournal(version: string): Promise<string> {
  return readText(version, 'journal.jsonl');
}

/** The till's database, found by this version of the app at its start. */
export async function openReleasedTill(dump: IndexedDbDump, suffix: string): Promise<LocalDb> {
  await loadIndexedDb(JOURNAL_DATABASE + suffix, dump);
  return openLocalDb(suffix);
}

export async function writeReleasedKeys({ keys }: ReleasedServer): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'evertill-released-'));
  await Promise.all(
    Object.entries(keys).map(([name, text]) => writeFile(join(folder, name), text, { mode: 0o600 })),
  );
  return folder;
}

/** Into a database that has that version's tables and nothing in them, in an order that suits its foreign keys. */
export async function loadReleasedTables(owner: Pool, { tables }: ReleasedServer): Promise<void> {
  for (const [table, rows] of Object.entries(tables)) {
    const statement = `insert into evertill.${table} overriding system value
      select * from jsonb_populate_recordset(null::evertill.${table}, $1::jsonb)`;
    await owner.query(statement, [JSON.stringify(rows)]);
  }
  await owner.query(
    `select setval(pg_get_serial_sequence('evertill.batch', 'batch'), (select max(batch) + 1 from evertill.batch))`,
  );
}

function readText(version: string, name: string): Promise<string> {
  return readFile(join(here, version, name), 'utf8');
}
