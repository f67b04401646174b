/** What makes this tablet a till: its identity, its keys and the pinned root. Keys are stored, never read out. */
import type { TillCertificate } from '../protocol/seal.ts';

export interface Enrolment {
  readonly till: string;
  readonly tillName: string;
  readonly business: string;
  readonly shop: string;
  /** Receipt series of the first incarnation. */
  readonly series: string;
  /** Root public key, SPKI base64url: pinned. */
  readonly root: string;
  readonly certificate: TillCertificate;
  readonly key: CryptoKeyPair;
  /** HMAC-SHA-256, not extractable. */
  readonly pepper: CryptoKey;
}
