/** What the office read last, kept in this browser: it opens with it when the server is down. Only reads, of one person, never longer than a sign-in. */
import { createStore, del, get, set, type UseStore } from 'idb-keyval';
import type { PersistedClient, Persister } from '@tanstack/react-query-persist-client';

/** As long as a sign-in lasts at most: after it the office asks who is there, so nothing older is shown. */
export const KEPT_MS_MAX = 12 * 60 * 60_000;
/** Raised when what is kept has another shape. */
export const KEPT_VERSION = '1';

const DATABASE = 'evertill-office';
const KEY = 'reads';
/** Many answers come at once; they are written together. */
const WRITE_AFTER_MS = 1_000;
/** Writing copies all of it: not while somebody scrolls, unless that never ends. */
const WRITE_BUSY_MS_MAX = 5_000;

export interface KeptReads extends Persister {
  /** Nothing that was read stays, nor what was about to be written. */
  readonly removeClient: () => Promise<void>;
}

/** Where a browser keeps nothing, the office works without. */
export function makeKeptReads(): KeptReads {
  const place = openPlace();
  let newest: PersistedClient | null = null;
  const write = () => {
    const client = newest;
    newest = null;
    if (client !== null && place !== null) set(KEY, client, place).catch(ignore);
  };
  return {
    persistClient: (client) => {
      if (newest === null) setTimeout(() => whenIdle(write), WRITE_AFTER_MS);
      newest = client;
    },
    restoreClient: async () => (place === null ? undefined : get<PersistedClient>(KEY, place).catch(ignore)),
    removeClient: async () => {
      newest = null;
      if (place !== null) await del(KEY, place).catch(ignore);
    },
  };
}

/** Not every engine says when it has nothing else to do. */
function whenIdle(work: () => void): void {
  if ('requestIdleCallback' in globalThis) requestIdleCallback(work, { timeout: WRITE_BUSY_MS_MAX });
  else work();
}

function openPlace(): UseStore | null {
  try {
    return createStore(DATABASE, 'kept');
  } catch {
    return null;
  }
}

function ignore(): undefined {
  return undefined;
}
