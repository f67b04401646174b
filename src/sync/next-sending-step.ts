/** What the sending lane does next: push what waits, ask how far head office is, or wait. Pure. */
import type { ChainPoint } from '../journal/verify-chain.ts';
import { chainOf, type Branch } from '../journal/branch.ts';
import type { Pace } from './pace.ts';

/** An idle till says it is there, hears what is new, and notices a server that lost something. */
export const PROBE_EVERY_MS = 15_000;

export interface SendingSnapshot {
  /** Monotonic. */
  readonly now: number;
  /** Oldest first; empty on a tablet that is not enrolled. */
  readonly branches: readonly Branch[];
  readonly pace: Pace;
  /** Monotonic time of the last good answer; null before the first. */
  readonly heardAt: number | null;
}

interface Offered {
  /** The branch on this tablet. */
  readonly inc: string;
  /** The incarnation its facts state. */
  readonly chain: string;
  /** The last fact proved to be there. */
  readonly after: ChainPoint;
}

export type SendingStep =
  | ({ readonly is: 'push'; readonly limit: number } & Offered)
  | ({ readonly is: 'probe' } & Offered)
  | { readonly is: 'wait'; readonly ms: number };

export function nextSendingStep({ now, branches, pace, heardAt }: SendingSnapshot): SendingStep {
  const current = branches.at(-1);
  if (current === undefined) return { is: 'wait', ms: PROBE_EVERY_MS };
  if (now < pace.retryAt) return { is: 'wait', ms: pace.retryAt - now };
  const probe = { is: 'probe', ...offerOf(current) } as const;
  if (pace.circuit === 'open') return probe;
  const waiting = branches.find((branch) => branch.head.no > branch.acknowledged.no);
  if (waiting !== undefined) return { is: 'push', ...offerOf(waiting), limit: pace.batch };
  const dueAt = heardAt === null ? now : heardAt + PROBE_EVERY_MS;
  return now >= dueAt ? probe : { is: 'wait', ms: dueAt - now };
}

function offerOf(branch: Branch): Offered {
  return { inc: branch.inc, chain: chainOf(branch), after: branch.acknowledged };
}
