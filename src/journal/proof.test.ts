import { expect, test } from 'vitest';
import type { Proof } from '../protocol/proof.ts';
import { encodeBase64UrlText } from './base64url.ts';
import { exportPrivateKey, makeTillKey } from './keys.ts';
import { makeProof, readProof, verifyProof } from './proof.ts';

const proof: Proof = {
  till: 't',
  method: 'POST',
  target: '/api/v1/push',
  requestNonce: 'abc',
  serverNonce: '',
  bodyDigest: 'a'.repeat(64),
};

test('JOUR-5 a proof by the till key is believed, whole', async () => {
  const key = await makeTillKey();
  const text = await makeProof(proof, key.privateKey);
  expect(readProof(text)).toEqual(proof);
  expect(await verifyProof(text, key.publicKey)).toEqual(proof);
});

test('JOUR-5 F47 a proof by another key, changed or stripped of its signature is none', async () => {
  const [key, other] = await Promise.all([makeTillKey(), makeTillKey()]);
  const text = await makeProof(proof, key.privateKey);
  const signature = text.split('.')[1] ?? '';
  const changed = encodeBase64UrlText(JSON.stringify({ ...proof, target: '/api/v1/pull' }));
  for (const bad of [
    changed + '.' + signature,
    text.split('.')[0] ?? '',
    `${text}.x`,
    '',
    '.',
    'x'.repeat(5_000),
  ]) {
    expect(await verifyProof(bad, key.publicKey)).toBeNull();
  }
  expect(await verifyProof(text, other.publicKey)).toBeNull();
});

test('JOUR-10 a till key can be used and not read out', async () => {
  const { privateKey } = await makeTillKey();
  expect(privateKey.extractable).toBe(false);
  await expect(exportPrivateKey(privateKey)).rejects.toThrow();
});
