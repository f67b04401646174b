import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { withIntegrity } from '../../precache-integrity.config.ts';

test('SHELL-6 P8 every stored file carries the digest of the bytes that were built', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'evertill-build-'));
  try {
    await writeFile(join(folder, 'index.html'), '<div id="app"></div>');
    const { manifest } = await withIntegrity(folder)([{ url: 'index.html', revision: '1', size: 20 }]);
    const digest = createHash('sha384').update('<div id="app"></div>').digest('base64');
    expect(manifest).toEqual([{ url: 'index.html', revision: '1', size: 20, integrity: `sha384-${digest}` }]);
    await expect(withIntegrity(folder)([{ url: 'gone.js' }])).rejects.toThrow('ENOENT');
  } finally {
    await rm(folder, { recursive: true });
  }
});
