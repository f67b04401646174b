/** What is remarkable about a fact as it is appended; none of it keeps it out. Pure. */
import type { HeldChain } from './held-facts.ts';
import type { LockedTill, Offer } from './offer.ts';
import type { Mark, OfferedFact } from './offered-batch.ts';

type Brought = Pick<Offer, 'signatureOk' | 'tillKey'> & {
  /** In a file, by somebody else than the till. */
  readonly isImport: boolean;
  /** By the tablet that was the till before another one. */
  readonly isReplaced: boolean;
  /** The batch's last number. */
  readonly tip: number;
};
type Bringer = Pick<LockedTill, 'revoked' | 'enrolments' | 'enrolledAt'>;

export interface HeldBefore {
  readonly forkedAt: number | null;
  /** As it was before; null for an incarnation never heard of. */
  readonly chain: HeldChain | null;
}

export function marksOf(fact: OfferedFact, brought: Brought, till: Bringer, held: HeldBefore): Mark[] {
  const marks: Mark[] = [];
  if (fact.no === held.forkedAt) marks.push('fork');
  if (fact.brokenLink) marks.push('brokenLink');
  // The signature stands over the last hash, so its fault is the last fact's.
  if (!brought.signatureOk && fact.no === brought.tip) marks.push('badSignature');
  if (till.revoked || brought.isReplaced) marks.push('revokedTill');
  if (brought.isReplaced) marks.push('replacedTablet');
  if (brought.isImport) marks.push('imported');
  if (isRecovered(fact, brought, till, held.chain)) marks.push('recovered');
  return marks;
}

/**
 * Made under a key whose storage died, and brought by the tablet that took the till over: the new key's signature says who
 * brought it, not who made it.
 */
function isRecovered(
  fact: OfferedFact,
  { tillKey }: Brought,
  { enrolments, enrolledAt }: Bringer,
  chain: HeldChain | null,
): boolean {
  if (enrolments < 2 || enrolledAt === null) return false;
  if (chain !== null && chain.tillKey !== null) return chain.tillKey !== tillKey;
  return fact.at !== null && fact.at < enrolledAt;
}
