/** Waits until head office, asked anew, holds every fact: what it held an hour ago it may have lost since. */
import { hasAllArrived, type JournalStatus } from '../local-db/read-status.ts';
import type { RunningSync } from './run-sync.ts';

/** Only then may a tablet forget what it holds. */
export function untilAllArrived(
  sync: Pick<RunningSync, 'tryNow' | 'current' | 'subscribe'>,
  readStatus: () => Promise<JournalStatus | null>,
): Promise<void> {
  const before = lastHeard(sync);
  return new Promise((resolve, reject) => {
    const stop = sync.subscribe(() => {
      const heard = lastHeard(sync);
      if (heard === null || heard === before) return;
      readStatus().then((status) => {
        if (!hasAllArrived(status)) return;
        stop();
        resolve();
      }, reject);
    });
    sync.tryNow();
  });
}

/** When it last proved what it holds; null while it cannot be reached. */
function lastHeard({ current }: Pick<RunningSync, 'current'>): number | null {
  const { sending } = current();
  return sending.is === 'up' ? sending.lastContact : null;
}
