/** Copies the journal's unsent tail after each commit, in the window that sells. */
import { liveQuery } from 'dexie';
import { tailCopier } from './copy-tail.ts';
import type { LocalDb } from './open-local-db.ts';
import type { SecondCopy } from './second-copy.ts';
import { factsAfter, readBranches } from './watermark.ts';

export interface JournalFollower {
  readonly stop: () => void;
}

/** @param report told of what keeps the copy from being written, and of null when it is whole again. */
export function followJournal(
  db: LocalDb,
  copy: SecondCopy,
  report: (trouble: string | null) => void,
): JournalFollower {
  const source = {
    branches: () => readBranches(db),
    factsAfter: (inc: string, no: number, limit: number) => factsAfter(db, inc, no, limit),
  };
  const follow = tailCopier(source, copy, report);
  const watching = liveQuery(() => readBranches(db)).subscribe(() => void follow());
  return {
    stop: () => watching.unsubscribe(),
  };
}
