/** The platform's chance. */
import { encodeBase64Url } from '../journal/base64url.ts';
import type { Chance } from './ports.ts';

const NONCE_BYTES = 16;

export const realChance: Chance = {
  fraction: () => Math.random(),
  nonce: () => encodeBase64Url(globalThis.crypto.getRandomValues(new Uint8Array(NONCE_BYTES))),
};
