/** When `npm start` builds the app, and when it leaves the last build alone. */
import { mkdir, mkdtemp, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { buildClientIfNeeded } from './build-client.ts';

let root: string;
let words: string[];

beforeEach(async () => {
  words = [];
  root = await mkdtemp(join(tmpdir(), 'evertill-build-'));
  await mkdir(join(root, 'src', 'server'), { recursive: true });
  await writeFile(join(root, 'index.html'), '<!doctype html><title>Evertill</title>');
});
afterEach(() => rm(root, { recursive: true }));

const build = () => buildClientIfNeeded(root, (line) => words.push(line));
const soon = () => new Date(Date.now() + 60_000);

test('START-20 builds what was never built, then only what changed', async () => {
  await build();
  expect(await readFile(join(root, 'dist', 'index.html'), 'utf8')).toContain('Evertill');
  await build();
  expect(words).toHaveLength(1);

  await writeFile(join(root, 'src', 'server', 'ledger.ts'), '');
  await utimes(join(root, 'src', 'server', 'ledger.ts'), soon(), soon());
  await build();
  expect(words).toHaveLength(1);

  await writeFile(join(root, 'src', 'app.ts'), '');
  await utimes(join(root, 'src', 'app.ts'), soon(), soon());
  await build();
  expect(words).toHaveLength(2);
});

test('START-20 a build that fails stops the start in words', async () => {
  await writeFile(join(root, 'index.html'), '<script type="module" src="/src/missing.ts"></script>');
  await expect(build()).rejects.toThrow('could not be built');
});
