/** The server's keys on disk. */
import { mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { verifyOnlineKeyCertificate } from '../journal/certificates.ts';
import { sign, verify } from '../journal/keys.ts';
import { makeNewRoot, rotateOnlineKey } from './change-keys.ts';
import { loadOrCreateServerKeys } from './server-keys.ts';

let folder: string;
beforeEach(async () => {
  folder = join(await mkdtemp(join(tmpdir(), 'evertill-keys-')), 'keys');
});
afterEach(() => rm(join(folder, '..'), { recursive: true }));

test('START-11 keys are made once, also by two starts at once, and are the same ever after', async () => {
  const [first, second] = await Promise.all([
    loadOrCreateServerKeys(folder, 1),
    loadOrCreateServerKeys(folder, 2),
  ]);
  const third = await loadOrCreateServerKeys(folder, 3);
  for (const keys of [second, third]) {
    expect(keys.root).toBe(first.root);
    expect(keys.online.certificate).toEqual(first.online.certificate);
    expect(keys.sealedBox.publicKey).toBe(first.sealedBox.publicKey);
  }
  const nonce = new TextEncoder().encode('nonce');
  const mac = await crypto.subtle.sign('HMAC', first.nonce, nonce);
  expect(await crypto.subtle.verify('HMAC', third.nonce, mac, nonce)).toBe(true);
});

test('START-11 the root vouches for the online key, and the online key signs', async () => {
  const keys = await loadOrCreateServerKeys(folder, 1);
  const online = await verifyOnlineKeyCertificate(keys.online.certificate, keys.root);
  expect(online).not.toBeNull();
  if (online === null) return;
  expect(await verify(online, 'words', await sign(keys.online.privateKey, 'words'))).toBe(true);
});

test('START-11 nobody else can read the keys, and nothing half-written is left', async () => {
  await loadOrCreateServerKeys(folder, 1);
  expect((await stat(folder)).mode & 0o777).toBe(0o700);
  const names = (await readdir(folder)).sort();
  expect(names).toEqual(['nonce.json', 'online.json', 'pepper.json', 'root.json', 'sealed-box.json']);
  for (const name of names) expect((await stat(join(folder, name))).mode & 0o777).toBe(0o600);
});

test('START-11 a damaged key is reported, never replaced', async () => {
  await loadOrCreateServerKeys(folder, 1);
  await writeFile(join(folder, 'root.json'), '{"publicKey":');
  await expect(loadOrCreateServerKeys(folder, 2)).rejects.toThrow('damaged');
  await expect(loadOrCreateServerKeys(folder, 3)).rejects.toThrow('damaged');
});

test('OPS-5 F50 a new online key is vouched for by the same root; all else stays', async () => {
  const before = await loadOrCreateServerKeys(folder, 1);
  const after = await rotateOnlineKey(folder, 2);
  expect(after.root).toBe(before.root);
  expect(after.online.certificate.certificate).toMatchObject({ from: 2 });
  expect(after.online.certificate.certificate.key).not.toBe(before.online.certificate.certificate.key);
  // What the old one signed carries its own certificate, under the same root.
  for (const { online } of [before, after])
    expect(await verifyOnlineKeyCertificate(online.certificate, before.root)).not.toBeNull();
  expect(after.pepperOf('t', 'k')).toEqual(before.pepperOf('t', 'k'));
  expect((await loadOrCreateServerKeys(folder, 3)).online.certificate).toEqual(after.online.certificate);
});

test('OPS-5 F50 an online key that was lost is made anew under the same root', async () => {
  const before = await loadOrCreateServerKeys(folder, 1);
  await rm(join(folder, 'online.json'));
  const after = await loadOrCreateServerKeys(folder, 2);
  expect(after.root).toBe(before.root);
  expect(await verifyOnlineKeyCertificate(after.online.certificate, before.root)).not.toBeNull();
});

test('OPS-6 F50 a root that is lost, or another one, is never replaced in silence, only when a person says so', async () => {
  const before = await loadOrCreateServerKeys(folder, 1);
  await rm(join(folder, 'root.json'));
  await expect(loadOrCreateServerKeys(folder, 2)).rejects.toThrow('new-root');
  const after = await makeNewRoot(folder, 3);
  expect(after.root).not.toBe(before.root);
  expect(await readdir(folder)).toContainEqual(expect.stringMatching(/^retired-/));
  await writeFile(join(folder, 'root.json'), JSON.stringify(await otherRoot()));
  await expect(loadOrCreateServerKeys(folder, 4)).rejects.toThrow('not the one that vouches');
});

async function otherRoot(): Promise<unknown> {
  const other = join(folder, '..', 'other');
  await loadOrCreateServerKeys(other, 1);
  return JSON.parse(await readFile(join(other, 'root.json'), 'utf8'));
}

test('OPS-5 without a keys folder no command makes one', async () => {
  await expect(rotateOnlineKey(folder, 1)).rejects.toThrow('no root key');
  await expect(makeNewRoot(folder, 1)).rejects.toThrow('no keys folder');
});
