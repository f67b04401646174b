/** What an append is given: the batch with its evidence, and the till as it is while its head is locked. */
import type { TillReport } from '../../protocol/push.ts';
import type { OfferedBatch } from './offered-batch.ts';

export interface Offer {
  readonly batch: OfferedBatch;
  /** Null when somebody else than the till brought the batch, in a file: then the till was not heard. */
  readonly report: TillReport | null;
  readonly signature: string;
  readonly signatureOk: boolean;
  /** The key the signature was checked with, SPKI base64url. */
  readonly tillKey: string;
  readonly receivedAt: number;
  /** The tablet itself brought it, after another one had taken the till over. */
  readonly isReplaced?: boolean;
}

export interface LockedTill {
  readonly business: string;
  readonly lastSeq: number;
  readonly revoked: boolean;
  /** How many tablets have been this till. */
  readonly enrolments: number;
  /** When the last of them got its key; null before the first. */
  readonly enrolledAt: number | null;
}
