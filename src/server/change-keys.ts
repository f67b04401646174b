/**
 * Changes the server's keys on disk; servers take them up at their next start.
 *
 *   rotate online   a new online key under the same root: tills notice nothing, what the old key signed stays verifiable
 *   new root        root and online key anew: no till believes it until a manager's code lets the till pin the new root
 */
import { mkdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { CannotStart } from './database/cannot-start.ts';
import { readKeyFile, replaceKeyFile } from './key-files.ts';
import {
  keyPairSchema,
  loadOrCreateServerKeys,
  makeOnline,
  ONLINE_FILE,
  ROOT_FILE,
  type ServerKeys,
} from './server-keys.ts';

/** @throws CannotStart when there is no root to vouch for it. */
export async function rotateOnlineKey(folder: string, now: number): Promise<ServerKeys> {
  const root = await readKeyFile(join(folder, ROOT_FILE), keyPairSchema);
  if (root === undefined)
    throw new CannotStart(`There is no root key in ${folder}. Set DATA_DIR to the server's.`);
  await replaceKeyFile(join(folder, ONLINE_FILE), await makeOnline(root.privateKey, now));
  return loadOrCreateServerKeys(folder, now);
}

/** The old files are put aside, not deleted: a root that was only mislaid may be wanted again. */
export async function makeNewRoot(folder: string, now: number): Promise<ServerKeys> {
  const aside = join(folder, `retired-${new Date(now).toISOString().replaceAll(':', '').replace('.', '')}`);
  await mkdir(aside, { mode: 0o700 }).catch(() => {
    throw new CannotStart(`There is no keys folder at ${folder}. Set DATA_DIR to the server's.`);
  });
  for (const name of [ONLINE_FILE, ROOT_FILE]) await moveAside(join(folder, name), join(aside, name));
  return loadOrCreateServerKeys(folder, now);
}

async function moveAside(from: string, to: string): Promise<void> {
  await rename(from, to).catch((error: unknown) => {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
  });
}
