/** The simulated head office's own keys, outside its database, made as the real ones are. */
import { signOnlineKeyCertificate } from '../journal/certificates.ts';
import { exportPublicKey, makePortableKey } from '../journal/keys.ts';
import { encodeSealCertificate } from '../journal/seal.ts';
import type { OnlineKeyCertificate } from '../protocol/seal.ts';

export interface OfficeKeys {
  readonly rootPrivate: CryptoKey;
  /** SPKI base64url: what tills pin. */
  readonly root: string;
  readonly online: { readonly privateKey: CryptoKey; readonly certificate: OnlineKeyCertificate };
  /** The text of the seal certificate header. */
  readonly sealCertificate: string;
  readonly nonce: CryptoKey;
}

export async function makeOfficeKeys(now: number): Promise<OfficeKeys> {
  const pair = await makePortableKey();
  const root = await exportPublicKey(pair.publicKey);
  const hmac = { name: 'HMAC', hash: 'SHA-256' } as const;
  const secret = new TextEncoder().encode(`nonces of ${root}`);
  const nonce = await crypto.subtle.importKey('raw', secret, hmac, false, ['sign', 'verify']);
  return withOnlineKey({ rootPrivate: pair.privateKey, root, nonce }, now);
}

/** A new online key under the same root. */
export async function withOnlineKey(
  keys: Pick<OfficeKeys, 'rootPrivate' | 'root' | 'nonce'>,
  now: number,
): Promise<OfficeKeys> {
  const pair = await makePortableKey();
  const key = await exportPublicKey(pair.publicKey);
  const certificate = await signOnlineKeyCertificate({ kind: 'onlineKey', key, from: now }, keys.rootPrivate);
  const { rootPrivate, root, nonce } = keys;
  return {
    rootPrivate,
    root,
    nonce,
    online: { privateKey: pair.privateKey, certificate },
    sealCertificate: encodeSealCertificate(certificate),
  };
}
