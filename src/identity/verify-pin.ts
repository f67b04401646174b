/** Compares a typed PIN with the roster's verifier: HMAC-SHA-256(till pepper, Argon2id(PIN, salt, parameters)). */
import { decodeBase64Url } from '../journal/base64url.ts';
import type { RosterStaff } from '../protocol/roster.ts';
import type { HashPin } from './hash-pin.ts';

export interface PinToVerify {
  readonly staff: Pick<RosterStaff, 'pinSalt' | 'pinParameters' | 'verifier'>;
  readonly pin: string;
  /** HMAC-SHA-256 key of this till, not extractable. */
  readonly pepper: CryptoKey;
  readonly hashPin: HashPin;
}

/** False too when the roster's entry cannot be read: it is signed, so that would be head office's mistake, not a way in. */
export async function verifyPin({ staff, pin, pepper, hashPin }: PinToVerify): Promise<boolean> {
  const salt = decodeBase64Url(staff.pinSalt);
  const verifier = staff.verifier === null ? null : decodeBase64Url(staff.verifier);
  if (salt === null || verifier === null) return false;
  const hash = await hashPin(pin, salt, staff.pinParameters);
  return crypto.subtle.verify('HMAC', pepper, verifier, hash);
}
