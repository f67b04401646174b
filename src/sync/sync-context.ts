/** What the lanes share: the ports, the board they report to, and the last nonce. */
import type { Line } from './exchange.ts';
import type { LinkBoard } from './link-board.ts';
import type { SyncPorts } from './ports.ts';

export interface SyncContext extends SyncPorts {
  readonly board: LinkBoard;
  /** The last nonce the server gave. */
  readonly nonce: { current: string };
  /** Called when head office answered: there may be something newer than what is held. */
  readonly newsToPull: () => void;
}

/** @returns null on a tablet that is not enrolled. */
export async function lineOf({ net, chance, pack, nonce, journal }: SyncContext): Promise<Line | null> {
  const credentials = await journal.credentials();
  return credentials === null ? null : { net, chance, pack, nonce, credentials };
}
