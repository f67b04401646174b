/** Certificates: the root vouches for online keys, an online key vouches for tills. Checked without any server. */
import { tillCertificateSchema, type OnlineKeyCertificate, type TillCertificate } from '../protocol/seal.ts';
import { decodeBase64UrlText, encodeBase64UrlText } from './base64url.ts';
import { canonicalBytes, canonicalText } from './canonical.ts';
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

/** Longer than any honest certificate; a longer text is not even decoded. */
const CERTIFICATE_LENGTH_MAX = 8_192;

/** @returns the text of the till certificate header. */
export function encodeTillCertificate(certificate: TillCertificate): string {
  return encodeBase64UrlText(canonicalText(certificate));
}

/** What a header claims, unverified. @returns null when it is no certificate. */
export function decodeTillCertificate(text: string): TillCertificate | null {
  const json = text.length > CERTIFICATE_LENGTH_MAX ? null : decodeBase64UrlText(text);
  if (json === null) return null;
  try {
    return tillCertificateSchema.safeParse(JSON.parse(json)).data ?? null;
  } catch {
    // Not JSON: no certificate.
    return null;
  }
}
