/** The keys as a setting: what servers without a disk of their own start from. */
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { rotateOnlineKey } from './change-keys.ts';
import { keysAsText, layOutKeys } from './keys-as-text.ts';
import { loadOrCreateServerKeys } from './server-keys.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'evertill-keys-'));
});
afterEach(() => rm(folder, { recursive: true }));

const NOW = Date.UTC(2025, 4, 6);
const at = (name: string) => join(folder, name);

test('OPER-7 two servers that are given the same line speak with the same keys, closed to others', async () => {
  const made = await loadOrCreateServerKeys(at('a'), NOW);
  const text = await keysAsText(at('a'));
  expect(text).toMatch(/^[\w-]+$/);
  await layOutKeys(text, at('b'));
  const second = await loadOrCreateServerKeys(at('b'), NOW + 1);
  expect([second.root, second.online.certificate, second.sealedBox.publicKey]).toEqual([
    made.root,
    made.online.certificate,
    made.sealedBox.publicKey,
  ]);
  expect(second.pepperOf('till', 'key')).toEqual(made.pepperOf('till', 'key'));
  expect((await stat(at('b'))).mode & 0o777).toBe(0o700);
  expect((await stat(join(at('b'), 'root.json'))).mode & 0o777).toBe(0o600);
});

test('OPER-7 a new online key goes over the old one; another root is refused', async () => {
  await loadOrCreateServerKeys(at('a'), NOW);
  await layOutKeys(await keysAsText(at('a')), at('b'));
  const rotated = await rotateOnlineKey(at('a'), NOW + 1);
  await layOutKeys(await keysAsText(at('a')), at('b'));
  expect((await loadOrCreateServerKeys(at('b'), NOW)).online.certificate).toEqual(rotated.online.certificate);
  await loadOrCreateServerKeys(at('c'), NOW);
  await expect(layOutKeys(await keysAsText(at('c')), at('b'))).rejects.toThrow('holds another root');
});

test('OPER-7 half a line is refused in words', async () => {
  await loadOrCreateServerKeys(at('a'), NOW);
  const text = await keysAsText(at('a'));
  for (const damaged of [text.slice(0, -20), 'x', '{}'])
    await expect(layOutKeys(damaged, at('b'))).rejects.toThrow('SERVER_KEYS is damaged');
});
