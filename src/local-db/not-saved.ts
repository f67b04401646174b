/** A commit that failed as storage can fail: nothing was written, whatever was to be recorded is still to be done. */
import Dexie from 'dexie';

export interface NotSaved {
  readonly is: 'notSaved';
  /** full: no space left; handle: the database could not be reached; busy: others kept writing first. */
  readonly why: 'full' | 'handle' | 'busy';
  readonly detail: string;
}

/** @throws the error again when it is a bug and no trouble of the storage. */
export function notSaved(error: unknown): NotSaved {
  if (!(error instanceof Error) || !isStorageTrouble(error)) throw error;
  return {
    is: 'notSaved',
    why: isFull(error) ? 'full' : 'handle',
    detail: `${error.name}: ${error.message}`,
  };
}

function isStorageTrouble(error: Error): boolean {
  return error instanceof Dexie.DexieError || error instanceof DOMException;
}

/** Dexie wraps what aborted a transaction as its `inner`. */
function isFull(error: Error): boolean {
  const inner: unknown = 'inner' in error ? error.inner : null;
  return (
    error.name === 'QuotaExceededError' || (inner instanceof Error && inner.name === 'QuotaExceededError')
  );
}
