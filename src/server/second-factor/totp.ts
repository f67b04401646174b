/** Time-based one-time passwords: RFC 6238 with SHA-1, six digits and thirty seconds, as every authenticator app has them. Pure. */
import { createHmac, timingSafeEqual } from 'node:crypto';

const STEP_MS = 30_000;
const DIGITS = 6;
/** A clock that is half a minute off, or a person who types slowly. */
const STEPS_OFF = [-1, 0, 1] as const;
export const SECRET_BYTES = 20;

export function stepAt(now: number): number {
  return Math.floor(now / STEP_MS);
}

export function totpCode(secret: Uint8Array, step: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const digest = createHmac('sha1', secret).update(counter).digest();
  // RFC 4226: the last nibble says where the number begins.
  const number = digest.readUInt32BE(digest.readUInt8(digest.length - 1) & 0xf) & 0x7fff_ffff;
  return String(number % 10 ** DIGITS).padStart(DIGITS, '0');
}

/** @returns the step whose code this is, one off at most; null where it is none. Every step is compared, in constant time. */
export function matchingStep(secret: Uint8Array, code: string, now: number): number | null {
  if (!/^\d{6}$/.test(code)) return null;
  const typed = Buffer.from(code);
  return STEPS_OFF.map((off) => stepAt(now) + off).reduce<number | null>((found, step) => {
    const isIt = timingSafeEqual(Buffer.from(totpCode(secret, step)), typed);
    return isIt ? step : found;
  }, null);
}

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** RFC 4648 without padding, as apps read it. */
export function base32(bytes: Uint8Array): string {
  const bits = Array.from(bytes, (byte) => byte.toString(2).padStart(8, '0')).join('');
  const groups = bits.match(/.{1,5}/g) ?? [];
  return groups.map((group) => BASE32.charAt(Number.parseInt(group.padEnd(5, '0'), 2))).join('');
}

/** What an authenticator app scans. Its defaults (SHA-1, six digits, thirty seconds) are left unsaid: the picture is coarser for it. */
export function otpauthUri(secret: Uint8Array, issuer: string, account: string): string {
  const label = `${encodeURIComponent(issuer)}:${encodeURIComponent(account)}`;
  return `otpauth://totp/${label}?secret=${base32(secret)}&issuer=${encodeURIComponent(issuer)}`;
}
