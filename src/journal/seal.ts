/** Seals a till-plane answer, and checks that an answer is one: everything unsealed is no news, whatever its status. */
import { onlineKeyCertificateSchema, type OnlineKeyCertificate, type SealSubject } from '../protocol/seal.ts';
import { decodeBase64UrlText, encodeBase64UrlText } from './base64url.ts';
import { canonicalBytes, canonicalText } from './canonical.ts';
import { verifyByOnlineKey } from './certificates.ts';
import { sign } from './keys.ts';

/** @returns the text of the seal header. */
export function sealAnswer(subject: SealSubject, onlinePrivateKey: CryptoKey): Promise<string> {
  return sign(onlinePrivateKey, canonicalBytes(subject));
}

/** @returns the text of the seal certificate header. */
export function encodeSealCertificate(certificate: OnlineKeyCertificate): string {
  return encodeBase64UrlText(canonicalText(certificate));
}

export type SealVerdict = 'sealed' | 'no-seal' | 'bad-certificate' | 'bad-seal';

/**
 * @param headers texts of the seal and the seal certificate header, null where absent.
 * @param subject what the answer must be about: our request nonce, the route we called, the status and body we got.
 * @param root the pinned root public key, SPKI base64url.
 */
export async function verifySeal(
  headers: { readonly seal: string | null; readonly certificate: string | null },
  subject: SealSubject,
  root: string,
): Promise<SealVerdict> {
  if (headers.seal === null || headers.certificate === null) return 'no-seal';
  const by = decodeSealCertificate(headers.certificate);
  if (by === null) return 'bad-certificate';
  return (await verifyByOnlineKey(subject, headers.seal, by, root)) ? 'sealed' : 'bad-seal';
}

function decodeSealCertificate(text: string): OnlineKeyCertificate | null {
  const json = decodeBase64UrlText(text);
  if (json === null) return null;
  try {
    const parsed = onlineKeyCertificateSchema.safeParse(JSON.parse(json));
    return parsed.success ? parsed.data : null;
  } catch {
    // Not JSON: no certificate.
    return null;
  }
}
