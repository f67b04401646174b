/**
 * Verifies a run of a journal: numbers without a gap, each fact linked to the one before, nothing altered, signed at
 * the end. The first number that is not as it should be is named.
 *
 *     start ── prev ── [no 1] ── prev ── [no 2] ── … ── [no n] ── signature over the last hash
 */
import { verify } from './keys.ts';
import type { MadeFact } from './make-fact.ts';
import { readFact } from './read-fact.ts';

/** The last fact before the run: number 0 and NO_FACT_HASH at a journal's beginning. */
export interface ChainPoint {
  readonly no: number;
  readonly hash: string;
}

export function samePoint(one: ChainPoint, other: ChainPoint): boolean {
  return one.no === other.no && one.hash === other.hash;
}

/** `hash` as recorded beside the bytes, where it was; without it an altered fact shows as a broken link after it. */
export interface KeptFact {
  readonly bytes: string;
  readonly hash?: string;
}

export type ChainFault =
  'not-a-fact' | 'altered' | 'wrong-journal' | 'wrong-number' | 'broken-link' | 'bad-signature';

export type ChainVerdict =
  | { readonly is: 'intact'; readonly facts: readonly MadeFact[]; readonly head: ChainPoint }
  | { readonly is: 'broken'; readonly no: number; readonly why: ChainFault };

export async function verifyChain(
  kept: readonly KeptFact[],
  inc: string,
  start: ChainPoint,
): Promise<ChainVerdict> {
  const facts: MadeFact[] = [];
  let head = start;
  for (const one of kept) {
    const made = await readFact(one.bytes);
    const why = faultOf(one, made, inc, head);
    if (made === null || why !== null) return { is: 'broken', no: head.no + 1, why: why ?? 'not-a-fact' };
    facts.push(made);
    head = { no: made.fact.no, hash: made.hash };
  }
  return { is: 'intact', facts, head };
}

/** As `verifyChain`, and the till's signature must stand over the last hash. */
export async function verifySignedChain(
  kept: readonly KeptFact[],
  inc: string,
  start: ChainPoint,
  signature: string,
  publicKey: CryptoKey,
): Promise<ChainVerdict> {
  const verdict = await verifyChain(kept, inc, start);
  if (verdict.is === 'broken') return verdict;
  const signed = await verify(publicKey, verdict.head.hash, signature);
  return signed ? verdict : { is: 'broken', no: verdict.head.no, why: 'bad-signature' };
}

function faultOf(kept: KeptFact, made: MadeFact | null, inc: string, before: ChainPoint): ChainFault | null {
  if (made === null) return 'not-a-fact';
  if (kept.hash !== undefined && kept.hash !== made.hash) return 'altered';
  if (made.fact.inc !== inc) return 'wrong-journal';
  if (made.fact.no !== before.no + 1) return 'wrong-number';
  return made.fact.prev === before.hash ? null : 'broken-link';
}
