/** Server nonces: the time under a MAC, so every node that shares the key can tell a fresh request from an old one, without a table. */
import { decodeBase64Url, encodeBase64Url } from '../../journal/base64url.ts';
import { NONCE_LIFE_MS } from '../../protocol/limits.ts';

const TIME_BYTES = 8;
/** Nodes' clocks may differ by this much. */
const CLOCK_SKEW_MS_MAX = 60_000;

export async function issueNonce(key: CryptoKey, now: number): Promise<string> {
  const time = new Uint8Array(TIME_BYTES);
  new DataView(time.buffer).setBigUint64(0, BigInt(now));
  const mac = await crypto.subtle.sign('HMAC', key, time);
  return encodeBase64Url(new Uint8Array([...time, ...new Uint8Array(mac)]));
}

export async function isFreshNonce(key: CryptoKey, nonce: string, now: number): Promise<boolean> {
  const bytes = decodeBase64Url(nonce);
  if (bytes === null || bytes.length <= TIME_BYTES) return false;
  const time = bytes.slice(0, TIME_BYTES);
  if (!(await crypto.subtle.verify('HMAC', key, bytes.slice(TIME_BYTES), time))) return false;
  const ageMs = now - Number(new DataView(time.buffer).getBigUint64(0));
  return ageMs <= NONCE_LIFE_MS && ageMs >= -CLOCK_SKEW_MS_MAX;
}
