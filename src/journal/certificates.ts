/** Certificates: the root vouches for online keys, an online key vouches for tills. Checked without any server. */
import type { OnlineKeyCertificate, TillCertificate } from '../protocol/seal.ts';
import { canonicalBytes } from './canonical.ts';
import { importPublicKey, sign, verify } from './keys.ts';

export async function signOnlineKeyCertificate(
  certificate: OnlineKeyCertificate['certificate'],
  rootPrivateKey: CryptoKey,
): Promise<OnlineKeyCertificate> {
  return { certificate, signature: await sign(rootPrivateKey, canonicalBytes(certificate)) };
}

/** @param root the pinned root public key, SPKI base64url. @returns the online public key, or null when the root did not sign it. */
export async function verifyOnlineKeyCertificate(
  signed: OnlineKeyCertificate,
  root: string,
): Promise<CryptoKey | null> {
  const rootKey = await importPublicKey(root);
  if (rootKey === null) return null;
  const good = await verify(rootKey, canonicalBytes(signed.certificate), signed.signature);
  return good ? importPublicKey(signed.certificate.key) : null;
}

export async function signTillCertificate(
  certificate: TillCertificate['certificate'],
  onlinePrivateKey: CryptoKey,
  by: OnlineKeyCertificate,
): Promise<TillCertificate> {
  return { certificate, signature: await sign(onlinePrivateKey, canonicalBytes(certificate)), by };
}

export function verifyTillCertificate(signed: TillCertificate, root: string): Promise<boolean> {
  return verifyByOnlineKey(signed.certificate, signed.signature, signed.by, root);
}

/** Whether an online key that the root vouches for signed the canonical bytes of a subject. */
export async function verifyByOnlineKey(
  subject: unknown,
  signature: string,
  by: OnlineKeyCertificate,
  root: string,
): Promise<boolean> {
  const key = await verifyOnlineKeyCertificate(by, root);
  return key !== null && verify(key, canonicalBytes(subject), signature);
}
