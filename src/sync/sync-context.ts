/** What the lanes share: the ports, the board they report to, and the last nonce. */
import type { Protocol } from '../protocol/version.ts';
import type { Line } from './exchange.ts';
import type { LateParts } from './late-parts.ts';
import type { LinkBoard } from './link-board.ts';
import type { SyncPorts } from './ports.ts';

export interface SyncContext extends SyncPorts {
  readonly board: LinkBoard;
  readonly late: LateParts;
  /** The last nonce the server gave. */
  readonly nonce: { current: string };
  readonly protocol: { current: Protocol };
  /** Called when head office answered: there may be something newer than what is held. */
  readonly newsToPull: () => void;
}

/** @returns null on a tablet that is not enrolled. */
export async function lineOf(context: SyncContext): Promise<Line | null> {
  const { net, chance, pack, nonce, protocol, board, clock } = context;
  const credentials = await context.journal.credentials();
  return credentials === null
    ? null
    : {
        ...{ net, chance, pack, nonce, protocol, credentials },
        noteSeal: (verdict) => board.noteSeal(verdict, clock.mono()),
      };
}
