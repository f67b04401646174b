/**
 * The till's way from a loaded page to a counter, and aside again when another window takes over:
 *
 *     line up for the lock ──▶ open the database ──▶ run ──▶ asked, or the lock was taken ──▶ line up again
 *       (used elsewhere)         (slow or broken)
 */
import { makePinHasher } from '../identity/hash-pin-in-worker.ts';
import { openLocalDb, type LocalDb } from '../local-db/open-local-db.ts';
import { readOpenSale } from '../local-db/open-sale.ts';
import { withinLimit } from '../local-db/within-limit.ts';
import type { InstallPort, TillPorts } from '../till/till-ports.ts';
import type { FreshApp } from './keep-fresh.ts';
import { openPatiently } from './open-patiently.ts';
import { seekWindow, type HeldWindow } from './one-active-window.ts';
import { runTill } from './run-till.ts';

export type BootState =
  | { readonly is: 'starting' }
  /** Another window sells. */
  | { readonly is: 'elsewhere'; readonly useHere: () => void }
  | { readonly is: 'databaseStuck'; readonly detail: string; readonly retry: () => void }
  | { readonly is: 'running'; readonly ports: TillPorts };

export interface BootParts {
  /** Draws the state before it returns, so that what a screen saves when it goes is on its way. */
  readonly show: (state: BootState) => void;
  readonly fresh: FreshApp;
  readonly install: InstallPort;
  readonly signal: AbortSignal;
}

/** The lock is granted within this time, or another window has it. */
const ELSEWHERE_MS = 400;

export async function bootTill({ show, fresh, install, signal }: BootParts): Promise<void> {
  const hashPin = makePinHasher();
  let db: LocalDb | null = null;
  while (!signal.aborted) {
    const window = await lineUp(show, signal);
    db ??= await openPatiently(openLocalDb, show);
    const running = await runTill(db, hashPin, { fresh, install });
    show({ is: 'running', ports: running.ports });
    await untilOver(window, signal);
    show({ is: 'starting' });
    running.stop();
    // Waits behind the basket that the screens saved just now.
    await readOpenSale(db);
    window.release();
  }
}

async function lineUp(show: BootParts['show'], signal: AbortSignal): Promise<HeldWindow> {
  const sought = seekWindow();
  signal.addEventListener('abort', sought.giveUp);
  const soon = await withinLimit(sought.held, ELSEWHERE_MS);
  if (soon !== 'overLimit') return soon;
  show({ is: 'elsewhere', useHere: sought.takeOver });
  const held = await sought.held;
  show({ is: 'starting' });
  return held;
}

function untilOver(window: HeldWindow, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    window.onAsked(resolve);
    window.lost.addEventListener('abort', () => resolve());
    signal.addEventListener('abort', () => resolve());
  });
}
