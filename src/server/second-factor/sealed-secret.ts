/** A second factor's secret as the database holds it: AES-256-GCM, bound to the person it belongs to. */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const IV_BYTES = 12;
const TAG_BYTES = 16;
const ALGORITHM = 'aes-256-gcm';

export interface Whose {
  readonly business: string;
  readonly person: string;
}

/** @param key 32 bytes, kept outside the database */
export function sealSecret(key: Uint8Array, whose: Whose, secret: Uint8Array): Buffer {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv(ALGORITHM, key, iv).setAAD(boundTo(whose));
  const sealed = Buffer.concat([cipher.update(secret), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), sealed]);
}

/** @returns null where it was sealed by another key, for another person, or was altered. */
export function openSecret(key: Uint8Array, whose: Whose, sealed: Uint8Array): Buffer | null {
  const iv = sealed.subarray(0, IV_BYTES);
  const tag = sealed.subarray(IV_BYTES, IV_BYTES + TAG_BYTES);
  try {
    const decipher = createDecipheriv(ALGORITHM, key, iv, { authTagLength: TAG_BYTES });
    decipher.setAAD(boundTo(whose)).setAuthTag(tag);
    return Buffer.concat([decipher.update(sealed.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]);
  } catch {
    return null;
  }
}

function boundTo({ business, person }: Whose): Buffer {
  return Buffer.from(JSON.stringify(['evertill second factor', business, person]));
}
