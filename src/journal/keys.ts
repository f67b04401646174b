/**
 * ECDSA P-256 with SHA-256, the one signature of Evertill (Ed25519 keys have failed to be stored on Safari).
 * Public keys travel as SPKI, private ones as PKCS 8 (the server's only), signatures as raw r||s; all base64url.
 */
import { decodeBase64Url, encodeBase64Url } from './base64url.ts';

const encoder = new TextEncoder();
const CURVE = { name: 'ECDSA', namedCurve: 'P-256' } as const;
const SIGNATURE = { name: 'ECDSA', hash: 'SHA-256' } as const;

/** A till's key: it can be stored on the tablet and used, never read. */
export function makeTillKey(): Promise<CryptoKeyPair> {
  return globalThis.crypto.subtle.generateKey(CURVE, false, ['sign', 'verify']);
}

/** A key that can be written to a file: root and online keys, which the server keeps outside its database. */
export function makePortableKey(): Promise<CryptoKeyPair> {
  return globalThis.crypto.subtle.generateKey(CURVE, true, ['sign', 'verify']);
}

export async function exportPublicKey(key: CryptoKey): Promise<string> {
  return encodeBase64Url(new Uint8Array(await globalThis.crypto.subtle.exportKey('spki', key)));
}

export async function exportPrivateKey(key: CryptoKey): Promise<string> {
  return encodeBase64Url(new Uint8Array(await globalThis.crypto.subtle.exportKey('pkcs8', key)));
}

/** @returns null when the text is no P-256 public key. */
export function importPublicKey(spki: string): Promise<CryptoKey | null> {
  return importKey('spki', spki, 'verify');
}

/** @returns null when the text is no P-256 private key. */
export function importPrivateKey(pkcs8: string): Promise<CryptoKey | null> {
  return importKey('pkcs8', pkcs8, 'sign');
}

export async function sign(privateKey: CryptoKey, bytes: Uint8Array | string): Promise<string> {
  const signature = await globalThis.crypto.subtle.sign(SIGNATURE, privateKey, bytesOf(bytes));
  return encodeBase64Url(new Uint8Array(signature));
}

/** False for a signature of any wrong shape too. */
export async function verify(
  publicKey: CryptoKey,
  bytes: Uint8Array | string,
  signature: string,
): Promise<boolean> {
  const raw = decodeBase64Url(signature);
  return raw !== null && (await globalThis.crypto.subtle.verify(SIGNATURE, publicKey, raw, bytesOf(bytes)));
}

async function importKey(
  format: 'spki' | 'pkcs8',
  text: string,
  usage: 'sign' | 'verify',
): Promise<CryptoKey | null> {
  const bytes = decodeBase64Url(text);
  if (bytes === null) return null;
  try {
    return await globalThis.crypto.subtle.importKey(format, bytes, CURVE, true, [usage]);
  } catch {
    // The platform's only way to say "these bytes are not such a key".
    return null;
  }
}

function bytesOf(data: Uint8Array | string): Uint8Array<ArrayBuffer> {
  return typeof data === 'string' ? encoder.encode(data) : new Uint8Array(data);
}
