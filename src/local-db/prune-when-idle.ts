/**
 * Prunes while nobody works at the till: in the window that sells, once a newer verified backup was heard of, and at most once a
 * day. Whoever comes back meanwhile waits for a handful of facts at most.
 */
import type { Contact } from './contact.ts';
import type { LocalDb } from './open-local-db.ts';

export const PRUNE_EVERY_MS = 24 * 60 * 60_000;

export interface IdlePruning {
  /** Whether nothing is on the counter. */
  readonly setIdle: (isIdle: boolean) => void;
  /** What a sealed answer said is safe. */
  readonly hear: (safe: Contact['safe']) => void;
  /** Resolves when what has begun is over. */
  readonly settled: () => Promise<unknown>;
}

/** @param now anchored milliseconds since 1970. */
export function pruneWhenIdle(db: LocalDb, now: () => number): IdlePruning {
  let isIdle = false;
  let heard: Contact['safe'] = null;
  let done: { readonly safe: Contact['safe']; readonly at: number } | null = null;
  let running: Promise<unknown> = Promise.resolve();
  let isRunning = false;

  function isDue(): boolean {
    if (!isIdle || isRunning || heard === null || heard.no === 0) return false;
    if (done === null) return true;
    const isNewer = done.safe?.inc !== heard.inc || done.safe.no < heard.no;
    return isNewer && now() - done.at >= PRUNE_EVERY_MS;
  }

  async function prune(): Promise<void> {
    const safe = heard;
    // Once a day at most: no part of what every sale needs.
    const { pruneJournal } = await import('./prune-journal.ts');
    let went = 1;
    while (went > 0 && isIdle) went = await pruneJournal(db, now());
    // Cut short, it goes on when the till is idle again.
    if (went === 0) done = { safe, at: now() };
  }

  function look(): void {
    if (!isDue()) return;
    isRunning = true;
    // What cannot be pruned stays, which harms nothing: the next day tries again.
    running = prune()
      .catch(() => (done = { safe: heard, at: now() }))
      .finally(() => (isRunning = false));
  }

  return {
    setIdle: (next) => {
      isIdle = next;
      look();
    },
    hear: (safe) => {
      heard = safe;
      look();
    },
    settled: () => running,
  };
}
