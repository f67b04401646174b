/** The keys folder as one line of text, for servers that keep no files: each lays the same folder out from the same secret. */
import { chmod, mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { decodeBase64Url, encodeBase64Url } from '../journal/base64url.ts';
import { readJson } from '../journal/read-json.ts';
import { CannotStart } from './database/cannot-start.ts';
import { readKeyFile, replaceKeyFile } from './key-files.ts';
import { KEY_FILES, keyPairSchema, ROOT_FILE } from './server-keys.ts';

const fileSchema = z.record(z.string(), z.unknown());
const textSchema = z.record(z.enum(KEY_FILES), fileSchema);

/** @throws CannotStart where a file of it is missing. */
export async function keysAsText(folder: string): Promise<string> {
  const files = await Promise.all(
    KEY_FILES.map(async (name) => [name, await readFile(join(folder, name), 'utf8').then(readJson)]),
  );
  return encodeBase64Url(Buffer.from(JSON.stringify(Object.fromEntries(files))));
}

/**
 * Writes the files of the text into the folder; what else is in it stays.
 * @throws CannotStart where the text is damaged, or the folder holds another root: no till believes a server that changes its root in silence.
 */
export async function layOutKeys(text: string, folder: string): Promise<void> {
  const bytes = decodeBase64Url(text);
  const files = textSchema.safeParse(readJson(bytes === null ? '' : Buffer.from(bytes).toString('utf8')));
  if (!files.success)
    throw new CannotStart(
      'SERVER_KEYS is damaged. Give it the whole line that "npm run keys -- print" wrote.',
    );
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await chmod(folder, 0o700);
  const held = await readKeyFile(join(folder, ROOT_FILE), keyPairSchema);
  const given = keyPairSchema.safeParse(files.data[ROOT_FILE]).data;
  if (held !== undefined && held.publicKey !== given?.publicKey)
    throw new CannotStart(
      `SERVER_KEYS holds another root than ${folder}. Give the right one; if the root really was changed, move that folder away first.`,
    );
  for (const name of KEY_FILES) await replaceKeyFile(join(folder, name), files.data[name]);
}
