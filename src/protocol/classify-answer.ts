/**
 * Outage or denial: the one table by which every caller judges what came back. A denial needs proof; everything else is
 * an outage, and an outage forbids nothing. (A revocation needs no row: it is part of a sealed answer's content.)
 */
import { RETRY_AFTER_MS_MAX } from './limits.ts';
import type { ProblemCode } from './problem.ts';

/** What came back, as the carrier saw it. */
export type Seen =
  | { readonly is: 'failed'; readonly why: 'network' | 'deadline' }
  | {
      readonly is: 'answer';
      readonly status: number;
      /** The answer is from elsewhere, or says to go there. */
      readonly isRedirect: boolean;
      /** Sealed over our request (till plane), or echoing our nonce (people plane). */
      readonly isTrusted: boolean;
      /** JSON of the schema this route answers with. */
      readonly fits: boolean;
      /** The code of an application/problem+json body, where it is one we know. */
      readonly problem: ProblemCode | null;
    };

export type OutageReason = 'network' | 'deadline' | 'portal' | 'badDeploy' | 'server';

export type AnswerClass =
  | { readonly is: 'ok' }
  /** This attempt is refused; nothing is purged. */
  | { readonly is: 'denied'; readonly code: ProblemCode }
  /** Repeat once with the nonce of the answer. */
  | { readonly is: 'freshNonce' }
  /** Repeat once, then it is an outage. */
  | { readonly is: 'repeat' }
  /** Come back later; says nothing about what was asked. */
  | { readonly is: 'wait' }
  /** Halve the batch, down to one fact; then it is an outage. The till never skips a fact. */
  | { readonly is: 'halve' }
  | { readonly is: 'outage'; readonly why: OutageReason };

/** @param isPush whether facts were sent: then a batch can be too much for someone on the way. */
export function classifyAnswer(seen: Seen, isPush: boolean): AnswerClass {
  if (seen.is === 'failed') return outage(seen.why);
  if (seen.isRedirect) return outage('portal');
  switch (seen.status) {
    case 200:
      return seen.isTrusted && seen.fits ? { is: 'ok' } : outage('portal');
    case 401:
    case 403:
      return denial(seen.isTrusted ? seen.problem : null);
    case 408:
    case 425:
      return { is: 'repeat' };
    case 429:
      return { is: 'wait' };
    case 400:
    case 413:
    case 422:
      return isPush ? { is: 'halve' } : outage('badDeploy');
    case 404:
    case 405:
    case 410:
    case 501:
      return outage('badDeploy');
    case 511:
      return outage('portal');
    default:
      return outage(seen.status >= 500 ? 'server' : 'portal');
  }
}

/** @param header the text of Retry-After, seconds. A date is not read: clocks may be wrong. @returns at most 5 minutes. */
export function retryAfterMs(header: string | null): number {
  if (header === null || !/^\d{1,9}$/.test(header.trim())) return 0;
  return Math.min(Number(header) * 1_000, RETRY_AFTER_MS_MAX);
}

function denial(code: ProblemCode | null): AnswerClass {
  if (code === null) return outage('portal');
  return code === 'use-nonce' ? { is: 'freshNonce' } : { is: 'denied', code };
}

function outage(why: OutageReason): AnswerClass {
  return { is: 'outage', why };
}
