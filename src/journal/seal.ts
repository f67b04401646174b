/** Seals a till-plane answer, and checks that an answer is one: everything unsealed is no news, whatever its status. */
import { onlineKeyCertificateSchema, type OnlineKeyCertificate, type SealSubject } from '../protocol/seal.ts';
import { decodeBase64UrlText, encodeBase64UrlText } from './base64url.ts';
import { canonicalBytes, canonicalText } from './canonical.ts';
import { verifyOnlineKeyCertificate } from './certificates.ts';
import { sign, verify } from './keys.ts';
import { readJson } from './read-json.ts';

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
  const key = await onlineKeyIn(headers.certificate, root);
  if (typeof key === 'string') return key;
  return (await verify(key, canonicalBytes(subject), headers.seal)) ? 'sealed' : 'bad-seal';
}

/** The same certificate rides in every answer: what has been found good once is not verified anew. */
let known: { readonly text: string; readonly root: string; readonly key: CryptoKey } | null = null;

async function onlineKeyIn(
  text: string,
  root: string,
): Promise<CryptoKey | Exclude<SealVerdict, 'sealed' | 'no-seal'>> {
  if (known?.text === text && known.root === root) return known.key;
  const by = decodeSealCertificate(text);
  if (by === null) return 'bad-certificate';
  const key = await verifyOnlineKeyCertificate(by, root);
  if (key === null) return 'bad-seal';
  known = { text, root, key };
  return key;
}

function decodeSealCertificate(text: string): OnlineKeyCertificate | null {
  const json = decodeBase64UrlText(text);
  return json === null ? null : (onlineKeyCertificateSchema.safeParse(readJson(json)).data ?? null);
}
