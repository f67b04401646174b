/**
 * Keys of one purpose each that follow from the pepper's file, so a keys folder or a line of SERVER_KEYS that was kept before there was
 * such a purpose still gives the same key on every node.
 */
import { hkdfSync } from 'node:crypto';
import { join } from 'node:path';
import { decodeBase64Url } from '../journal/base64url.ts';
import { CannotStart } from './database/cannot-start.ts';
import { readKeyFile } from './key-files.ts';
import { PEPPER_FILE, secretSchema } from './server-keys.ts';

const KEY_BYTES = 32;

/** @throws CannotStart where the pepper is not there: the front makes it before the people plane starts. */
export async function keyFromPepper(keysFolder: string, purpose: string): Promise<Uint8Array> {
  const file = await readKeyFile(join(keysFolder, PEPPER_FILE), secretSchema);
  const secret = file === undefined ? null : decodeBase64Url(file.secret);
  if (secret === null)
    throw new CannotStart(`${PEPPER_FILE} is gone from ${keysFolder}. Restore the keys folder.`);
  return new Uint8Array(hkdfSync('sha256', secret, new Uint8Array(), purpose, KEY_BYTES));
}
