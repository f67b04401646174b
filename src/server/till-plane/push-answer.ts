/** The answer to a push, a probe or a declared hole: what the ledger holds of the chain just offered, and what the server is. */
import type { PushAnswer } from '../../protocol/push.ts';
import { PROTOCOL_VERSION } from '../../protocol/version.ts';
import type { RepeatAnswer } from '../ledger/answer-repeat.ts';
import type { AppendResult } from '../ledger/append-batch.ts';
import type { HeadAnswer } from '../ledger/probe-head.ts';
import { readSeriesTaken } from './series-taken.ts';
import { readSafe, readServerState } from './server-state.ts';
import type { RequestContext } from './context.ts';
import type { Answer } from './till-plane-context.ts';

type Found = HeadAnswer | RepeatAnswer | Extract<AppendResult, { is: 'answered' }>;

export async function pushAnswer(
  { pool, clock }: RequestContext,
  { till, inc }: { readonly till: string; readonly inc: string },
  found: Found,
  isReplaced = false,
): Promise<Answer> {
  const state = await readServerState(pool, till);
  const value: PushAnswer = {
    protocol: PROTOCOL_VERSION,
    ...state,
    ...(isReplaced ? { revocation: { number: state.revocation.number + 1, revoked: true } } : {}),
    head: found.head,
    forkedAt: found.forkedAt,
    ...(found.forkedAt === null ? {} : { seriesTaken: await readSeriesTaken(pool, till) }),
    expected: found.expected,
    quarantined: 'quarantined' in found ? [...found.quarantined] : [],
    safe: await readSafe(pool, till, inc),
    serverTime: clock(),
    retryAfterMs: null,
  };
  return { is: 'answer', value };
}
