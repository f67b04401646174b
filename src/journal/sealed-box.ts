/**
 * Seals a text so that only the holder of one ECDH P-256 key reads it: a key made for this text alone, HKDF-SHA-256, AES-256-GCM.
 * The context is bound in: what was sealed for one person at one till opens nowhere else.
 */
import type { Sealed } from '../domain/fact-body.ts';
import { decodeBase64Url, encodeBase64Url } from './base64url.ts';

const CURVE = { name: 'ECDH', namedCurve: 'P-256' } as const;
const IV_BYTES = 12;
const SECRET_BITS = 256;
const encoder = new TextEncoder();

/** What a sealed text belongs to. */
export interface SealedFor {
  readonly business: string;
  readonly till: string;
  readonly kind: string;
  readonly staff: string;
}

/** @returns null when the text is no public key. */
export async function sealText(recipient: string, forWhat: SealedFor, text: string): Promise<Sealed | null> {
  const publicKey = await importPublic(recipient);
  if (publicKey === null) return null;
  const own = await crypto.subtle.generateKey(CURVE, false, ['deriveBits']);
  const ephemeral = encodeBase64Url(new Uint8Array(await crypto.subtle.exportKey('spki', own.publicKey)));
  const key = await keyOf(own.privateKey, publicKey, ephemeral, 'encrypt');
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
  const box = await crypto.subtle.encrypt(cipherOf(iv, forWhat), key, encoder.encode(text));
  return { ephemeral, iv: encodeBase64Url(iv), box: encodeBase64Url(new Uint8Array(box)) };
}

/** @returns null when it was not sealed to this key for this, or was changed. */
export async function openText(
  privateKey: CryptoKey,
  forWhat: SealedFor,
  sealed: Sealed,
): Promise<string | null> {
  const ephemeral = await importPublic(sealed.ephemeral);
  const [iv, box] = [decodeBase64Url(sealed.iv), decodeBase64Url(sealed.box)];
  if (ephemeral === null || iv === null || box === null) return null;
  const key = await keyOf(privateKey, ephemeral, sealed.ephemeral, 'decrypt');
  try {
    return new TextDecoder().decode(await crypto.subtle.decrypt(cipherOf(iv, forWhat), key, box));
  } catch {
    // The platform's only way to say "not this key, or not these bytes".
    return null;
  }
}

function cipherOf(iv: Uint8Array<ArrayBuffer>, { business, till, kind, staff }: SealedFor): AesGcmParams {
  const additionalData = encoder.encode(JSON.stringify(['evertill person', business, till, kind, staff]));
  return { name: 'AES-GCM', iv, additionalData };
}

async function keyOf(
  own: CryptoKey,
  other: CryptoKey,
  ephemeral: string,
  usage: 'encrypt' | 'decrypt',
): Promise<CryptoKey> {
  const secret = await crypto.subtle.deriveBits({ name: 'ECDH', public: other }, own, SECRET_BITS);
  const material = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveKey']);
  const info = encoder.encode(`evertill sealed box ${ephemeral}`);
  const hkdf = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(0), info };
  return crypto.subtle.deriveKey(hkdf, material, { name: 'AES-GCM', length: SECRET_BITS }, false, [usage]);
}

async function importPublic(spki: string): Promise<CryptoKey | null> {
  const bytes = decodeBase64Url(spki);
  if (bytes === null) return null;
  try {
    return await crypto.subtle.importKey('spki', bytes, CURVE, true, []);
  } catch {
    return null;
  }
}
