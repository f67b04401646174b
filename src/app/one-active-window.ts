/**
 * One window sells at a time, by a Web Lock. A second one may take over: it asks the first to step aside, and takes the
 * lock from it when it does not answer, because it froze. Unique keys in the database remain the guard.
 */
const TILL_LOCK = 'evertill-till';

const STEP_ASIDE_CHANNEL = 'evertill-step-aside';
/** How long the first window has to save its basket and go. */
const STEP_ASIDE_MS = 1_500;

export interface HeldWindow {
  /** Aborts when the lock is given up or was taken. */
  readonly lost: AbortSignal;
  readonly release: () => void;
  /** Another window asks for the lock; nothing happens before `release`. */
  readonly onAsked: (listener: () => void) => void;
}

export interface SoughtWindow {
  readonly held: Promise<HeldWindow>;
  readonly takeOver: () => void;
  readonly giveUp: () => void;
}

/** Waits in line for the lock. `held` never settles after `giveUp`. */
export function seekWindow(): SoughtWindow {
  const line = new AbortController();
  const held = new Promise<HeldWindow>((resolve) => {
    hold({ signal: line.signal }, resolve);
    line.signal.addEventListener('abort', () => {
      if (line.signal.reason === 'take') hold({ steal: true }, resolve);
    });
  });
  let timer: ReturnType<typeof setTimeout> | undefined;
  void held.then(() => clearTimeout(timer));
  return {
    held,
    takeOver: () => {
      askToStepAside();
      timer = setTimeout(() => line.abort('take'), STEP_ASIDE_MS);
    },
    giveUp: () => {
      clearTimeout(timer);
      line.abort('give up');
    },
  };
}

/** Aborted when this window lost the lock it was granted last. */
let lastLost: AbortSignal | null = null;

/** Whether another window of this browser sells now. */
export async function isSellingElsewhere(): Promise<boolean> {
  if (lastLost?.aborted === false) return false;
  const { held = [] } = await navigator.locks.query();
  return held.some((lock) => lock.name === TILL_LOCK);
}

function hold(options: LockOptions, granted: (held: HeldWindow) => void): void {
  const lost = new AbortController();
  const channel = new BroadcastChannel(STEP_ASIDE_CHANNEL);
  navigator.locks
    .request(TILL_LOCK, options, () => {
      lastLost = lost.signal;
      return new Promise<void>((release) => {
        granted({
          lost: lost.signal,
          release,
          onAsked: (listener) => channel.addEventListener('message', listener, { signal: lost.signal }),
        });
      });
    })
    // Rejects when we left the line, or when the lock was taken: both are answered by the signal.
    .catch(() => undefined)
    .finally(() => {
      channel.close();
      lost.abort();
    });
}

function askToStepAside(): void {
  const channel = new BroadcastChannel(STEP_ASIDE_CHANNEL);
  channel.postMessage('step aside');
  channel.close();
}
