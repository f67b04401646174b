/**
 * New versions of the app: fetched in the background, applied only when nothing is lost by a reload.
 *
 *     server has a new one ──▶ fetched whole, waits ──▶ the window is idle ──▶ takes over ──▶ reload
 *
 * A failed check changes nothing: an error page is not a new version.
 */
import { Workbox } from 'workbox-window';
import type { UpdatePort } from '../till/till-ports.ts';
import { buildMark } from './build-mark.ts';
import { isSellingElsewhere } from './one-active-window.ts';
import { NO_UPDATE } from './ports-at-rest.ts';

const CHECK_EVERY_MS = 60 * 60_000;
/** Nothing must have gone on for this long: a reload under somebody's finger is an interruption too. */
const IDLE_MS = 5_000;

export interface FreshApp {
  /** True while this window would lose nothing by a reload. */
  readonly reportIdle: (isIdle: boolean) => void;
  readonly update: UpdatePort;
  /** This version came up. Until a new one says so, the one before it is kept, and comes back if it never does. */
  readonly proveStart: () => void;
}

const NO_UPDATES: FreshApp = {
  reportIdle: () => undefined,
  update: NO_UPDATE,
  proveStart: () => undefined,
};

export function keepFresh(): FreshApp {
  if (!('serviceWorker' in navigator)) return NO_UPDATES;
  const worker = new Workbox('/sw.js', { updateViaCache: 'none' });
  let wanted: 'nothing' | 'takeOver' | 'reload' = 'nothing';
  let isIdle = false;
  let isAsked = false;
  const listeners = new Set<() => void>();
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function act(): Promise<void> {
    if (wanted === 'reload') location.reload();
    // The worker is shared: nobody takes its files away from another window that sells.
    else if (!(await isSellingElsewhere())) worker.messageSkipWaiting();
  }
  function plan(): void {
    clearTimeout(timer);
    // Once the files of this version are gone, waiting longer helps nobody.
    const delayMs = wanted === 'reload' || isAsked ? 0 : IDLE_MS;
    if ((isIdle || isAsked) && wanted !== 'nothing') timer = setTimeout(() => void act(), delayMs);
  }
  onNewVersion(worker, (next) => {
    wanted = next;
    plan();
    for (const listener of listeners) listener();
  });
  // Somebody is at it, though nothing would be lost: the name is chosen, the float is being counted.
  for (const touch of ['pointerdown', 'keydown'])
    addEventListener(touch, () => wanted === 'takeOver' && plan(), { capture: true });
  checkNowAndThen(worker);
  return {
    reportIdle: (next) => {
      isIdle = next;
      plan();
    },
    update: {
      isWaiting: () => wanted !== 'nothing',
      subscribe: (listener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
      apply: () => {
        isAsked = true;
        plan();
      },
    },
    proveStart: () => {
      navigator.serviceWorker.controller?.postMessage({ type: 'STARTED', build: buildMark() });
    },
  };
}

function onNewVersion(worker: Workbox, want: (what: 'takeOver' | 'reload') => void): void {
  // The first worker of a device comes to a page that is already its version.
  let hadWorker = navigator.serviceWorker.controller !== null;
  worker.addEventListener('waiting', () => want('takeOver'));
  worker.addEventListener('controlling', () => {
    if (hadWorker) want('reload');
    hadWorker = true;
  });
}

function checkNowAndThen(worker: Workbox): void {
  let isRegistered = false;
  async function check(): Promise<void> {
    try {
      await (isRegistered ? worker.update() : worker.register());
      isRegistered = true;
    } catch {
      // The server cannot be asked, or answers something that is no worker: the next check asks again.
    }
  }
  void check();
  setInterval(() => void check(), CHECK_EVERY_MS);
  addEventListener('online', () => void check());
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') void check();
  });
}
