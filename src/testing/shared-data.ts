/** The tables and files that lie beside the repository, not in it; tests say plainly when they are not there. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type * as z from 'zod';

const SHARED_DATA = '../shared/data';

export function hasSharedData(path: string): boolean {
  return existsSync(join(SHARED_DATA, path));
}

/** Why a test of this file does not run, or an empty text: goes into the test's name. */
export function whySkipped(path: string): string {
  return hasSharedData(path) ? '' : ` (skipped: ${join(SHARED_DATA, path)} is not there)`;
}

/** @throws when the table is not of the stated shape. */
export function readSharedTable<Table>(path: string, schema: z.ZodType<Table>): Table {
  const table: unknown = JSON.parse(readFileSync(join(SHARED_DATA, path), 'utf8'));
  return schema.parse(table);
}

export function sharedPath(path: string): string {
  return join(SHARED_DATA, path);
}
