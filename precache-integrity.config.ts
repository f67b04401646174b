// Gives every precached file its hash, so a deploy that answers other bytes (HTML with 200, half a file) is refused by the browser.
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

export function withIntegrity(folder: string) {
  return async <Entry extends { readonly url: string }>(entries: Entry[]) => ({
    manifest: await Promise.all(
      entries.map(async (entry) => ({ ...entry, integrity: await integrityOf(join(folder, entry.url)) })),
    ),
  });
}

async function integrityOf(file: string): Promise<string> {
  const bytes = await readFile(file);
  return `sha384-${createHash('sha384').update(bytes).digest('base64')}`;
}
