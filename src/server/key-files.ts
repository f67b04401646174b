/** Key files: JSON, closed to others, whole or not there, and never replaced by accident. */
import { randomUUID } from 'node:crypto';
import { link, open, readFile, rename, rm } from 'node:fs/promises';
import type { z } from 'zod';
import { CannotStart } from './database/cannot-start.ts';
import { readJson } from '../journal/read-json.ts';

export async function readOrCreate<Content>(
  path: string,
  schema: z.ZodType<Content>,
  make: () => Promise<Content>,
): Promise<Content> {
  const existing = await readKeyFile(path, schema);
  if (existing !== undefined) return existing;
  await createWhole(path, JSON.stringify(await make()));
  const created = await readKeyFile(path, schema);
  if (created === undefined) throw new CannotStart(`The key file ${path} could not be written.`);
  return created;
}

/** A key file that is there but cannot be read is never replaced: tills trust what is in it. */
export async function readKeyFile<Content>(
  path: string,
  schema: z.ZodType<Content>,
): Promise<Content | undefined> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw new CannotStart(`The key file ${path} cannot be read.`);
  });
  if (text === undefined) return undefined;
  const content = schema.safeParse(readJson(text));
  if (!content.success) throw new CannotStart(`The key file ${path} is damaged. Restore it from its backup.`);
  return content.data;
}

/** Whole or not at all: whoever reads it meanwhile has the one before. */
export async function replaceKeyFile(path: string, content: unknown): Promise<void> {
  await rename(await writeAside(path, JSON.stringify(content)), path);
}

/** Whole or not at all, on the disk before anyone relies on it, and never over another start's file. */
async function createWhole(path: string, text: string): Promise<void> {
  const unfinished = await writeAside(path, text);
  await link(unfinished, path).catch((error: unknown) => {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  });
  await rm(unfinished);
}

async function writeAside(path: string, text: string): Promise<string> {
  const unfinished = `${path}.${randomUUID()}.new`;
  const file = await open(unfinished, 'w', 0o600);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
  return unfinished;
}
