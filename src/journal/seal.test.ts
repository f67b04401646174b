import { describe, expect, test } from 'vitest';
import type { OnlineKeyCertificate, SealSubject } from '../protocol/seal.ts';
import { signOnlineKeyCertificate, signTillCertificate, verifyTillCertificate } from './certificates.ts';
import { exportPublicKey, makePortableKey } from './keys.ts';
import { encodeSealCertificate, sealAnswer, verifySeal } from './seal.ts';

interface Authority {
  readonly root: string;
  readonly online: CryptoKey;
  readonly certificate: OnlineKeyCertificate;
}

async function makeAuthority(): Promise<Authority> {
  const [root, online] = await Promise.all([makePortableKey(), makePortableKey()]);
  const claims = { kind: 'onlineKey', key: await exportPublicKey(online.publicKey), from: 0 } as const;
  const certificate = await signOnlineKeyCertificate(claims, root.privateKey);
  return { root: await exportPublicKey(root.publicKey), online: online.privateKey, certificate };
}

const subject: SealSubject = {
  till: 't',
  requestNonce: 'abc',
  route: '/api/v1/push',
  status: 200,
  bodyDigest: 'a'.repeat(64),
};

async function headersOf(authority: Authority): Promise<{ seal: string; certificate: string }> {
  const seal = await sealAnswer(subject, authority.online);
  return { seal, certificate: encodeSealCertificate(authority.certificate) };
}

describe('JOUR-6 an answer counts only when it is sealed over our very request', () => {
  test('JOUR-6 sealed by a key our root vouches for', async () => {
    const authority = await makeAuthority();
    expect(await verifySeal(await headersOf(authority), subject, authority.root)).toBe('sealed');
  });

  test.each([
    ['an old answer to another request', { requestNonce: 'abd' }],
    ['the answer to another till', { till: 'u' }],
    ['the answer of another route', { route: '/api/v1/head' }],
    ['another status', { status: 401 }],
    ['another body', { bodyDigest: 'b'.repeat(64) }],
  ])('JOUR-6 F17 %s is no news', async (_name, change) => {
    const authority = await makeAuthority();
    expect(await verifySeal(await headersOf(authority), { ...subject, ...change }, authority.root)).toBe(
      'bad-seal',
    );
  });

  test('JOUR-6 F17 a server of another environment is no news', async () => {
    const [ours, theirs] = await Promise.all([makeAuthority(), makeAuthority()]);
    expect(await verifySeal(await headersOf(theirs), subject, ours.root)).toBe('bad-seal');
  });

  test('JOUR-6 F16 an answer without a seal, or with half of one, is no news', async () => {
    const authority = await makeAuthority();
    const { seal, certificate } = await headersOf(authority);
    expect(await verifySeal({ seal: null, certificate }, subject, authority.root)).toBe('no-seal');
    expect(await verifySeal({ seal, certificate: null }, subject, authority.root)).toBe('no-seal');
    expect(await verifySeal({ seal, certificate: 'e30' }, subject, authority.root)).toBe('bad-certificate');
    expect(await verifySeal({ seal, certificate: '<html>' }, subject, authority.root)).toBe(
      'bad-certificate',
    );
    expect(await verifySeal({ seal: '<html>', certificate }, subject, authority.root)).toBe('bad-seal');
  });
});

describe('JOUR-7 a certificate counts only under the pinned root', () => {
  test('JOUR-7 a till certificate is good under its root and under no other, and not when changed', async () => {
    const [authority, other] = await Promise.all([makeAuthority(), makeAuthority()]);
    const claims = {
      kind: 'till',
      till: 't',
      business: 'b',
      shop: 's',
      series: 'A1',
      key: 'abcd',
      issued: 1,
    } as const;
    const signed = await signTillCertificate(claims, authority.online, authority.certificate);
    expect(await verifyTillCertificate(signed, authority.root)).toBe(true);
    expect(await verifyTillCertificate(signed, other.root)).toBe(false);
    expect(
      await verifyTillCertificate({ ...signed, certificate: { ...claims, key: 'efgh' } }, authority.root),
    ).toBe(false);
  });
});
