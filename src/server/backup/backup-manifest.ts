/** What a backup's folder says about itself, in `manifest.json`: written last, so a folder with one is whole. */
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { CannotStart } from '../database/cannot-start.ts';
import { readJson } from '../../journal/read-json.ts';

const backupTableSchema = z.object({
  /** In the schema `evertill`. */
  table: z.string().regex(/^[a-z_]+$/),
  file: z.string().regex(/^[a-z_]+\.ndjson\.gz$/),
  rows: z.number().int().min(0),
  /** Of the file as it lies there, lower-case hex. */
  sha256: z.string(),
});
export type BackupTable = z.infer<typeof backupTableSchema>;

const manifestSchema = z.object({
  evertill: z.literal('backup'),
  v: z.literal(1),
  madeAt: z.string(),
  /** Migrations that had run, in order: a restore runs these, then reads the rows. */
  migrations: z.array(z.string()),
  /** In an order in which no row needs one of a later table. */
  tables: z.array(backupTableSchema),
});
export type BackupManifest = z.infer<typeof manifestSchema>;

export const MANIFEST_FILE = 'manifest.json';
export const BACKUP_PREFIX = 'evertill-backup-';

/** @throws CannotStart when there is no backup there that can be read. */
export async function readManifest(folder: string): Promise<BackupManifest> {
  const text = await readFile(join(folder, MANIFEST_FILE), 'utf8').catch(() => null);
  if (text === null)
    throw new CannotStart(`There is no backup in ${folder}: no ${MANIFEST_FILE} lies there.`);
  const manifest = manifestSchema.safeParse(readJson(text));
  if (!manifest.success)
    throw new CannotStart(`${join(folder, MANIFEST_FILE)} is damaged or of another program.`);
  return manifest.data;
}

/** The folder itself, or the newest whole backup in it: names sort by time. */
export async function findBackup(folder: string): Promise<string> {
  const names = await readdir(folder).catch((): string[] => []);
  if (names.includes(MANIFEST_FILE)) return folder;
  const newest = names
    .filter((name) => name.startsWith(BACKUP_PREFIX))
    .sort()
    .at(-1);
  if (newest === undefined) throw new CannotStart(`There is no backup in ${folder}.`);
  return join(folder, newest);
}
