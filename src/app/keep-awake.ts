/** Keeps the screen on while a shift is open: a tablet that dozes in front of a customer has to be woken and unlocked first. */
import type { TillReadiness } from '../domain/readiness.ts';
import { readShift } from '../local-db/read-shift.ts';
import type { LocalDb } from '../local-db/open-local-db.ts';
import { watchValue } from './live-value.ts';

export interface KeptAwake {
  readonly current: () => TillReadiness['wakeLock'];
}

/** @param onChange after each change of `current`. */
export async function keepAwake(db: LocalDb, signal: AbortSignal, onChange: () => void): Promise<KeptAwake> {
  if (!('wakeLock' in navigator)) return { current: () => 'absent' };
  let state: TillReadiness['wakeLock'] = 'notNeeded';
  let lock: WakeLockSentinel | null = null;
  const shift = await watchValue(() => readShift(db), hold);

  function say(next: TillReadiness['wakeLock']): void {
    if (next === state) return;
    state = next;
    onChange();
  }
  async function acquire(): Promise<void> {
    try {
      lock = await navigator.wakeLock.request('screen');
      lock.addEventListener('release', () => (lock = null));
      say('held');
    } catch {
      // Refused while the battery runs low, among others: the next look at the screen asks again.
      say('refused');
    }
  }
  function hold(): void {
    const isWanted = shift.current() !== null;
    if (!isWanted) {
      void lock?.release();
      say('notNeeded');
    } else if (lock === null && document.visibilityState === 'visible') void acquire();
  }

  // The browser takes it away whenever the page is hidden.
  document.addEventListener('visibilitychange', hold, { signal });
  signal.addEventListener('abort', () => {
    shift.stop();
    void lock?.release();
  });
  hold();
  return { current: () => state };
}
