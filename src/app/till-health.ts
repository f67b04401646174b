/** Whether this tablet can be trusted with sales: asked at the start and now and then, and at once when something went wrong. */
import type { LocalDb } from '../local-db/open-local-db.ts';
import type { NotSaved } from '../local-db/not-saved.ts';
import { proveWriting } from '../local-db/prove-writing.ts';
import type { DeviceSafety, Trouble } from '../till/till-ports.ts';
import type { JournalCopies } from './journal-copies.ts';
import { hasFiles, readReadiness } from './readiness.ts';

export interface TillHealth {
  readonly device: () => DeviceSafety;
  /** Null while sales can be saved. */
  readonly trouble: () => Trouble | null;
  readonly look: () => Promise<void>;
}

export function watchHealth(db: LocalDb, copies: JournalCopies): TillHealth {
  let readiness = { persistent: true, installed: true };
  let unsaved: NotSaved | null = null;
  return {
    device: () => ({ ...readiness, hasSecondCopy: copies.trouble() === null && hasFiles() }),
    trouble: () =>
      unsaved === null ? null : { is: unsaved.why === 'full' ? 'full' : 'storage', detail: unsaved.detail },
    look: async () => {
      readiness = await readReadiness();
      unsaved = await proveWriting(db);
    },
  };
}
