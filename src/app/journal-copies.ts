/** The journal's two copies in the app: compared at the start, then kept alike, and the marks by which a lost till is known. */
import type { Acting } from '../local-db/acting.ts';
import { followJournal, type JournalFollower } from '../local-db/follow-journal.ts';
import type { LocalDb } from '../local-db/open-local-db.ts';
import { readEnrolment } from '../local-db/read-enrolment.ts';
import { openSecondCopy } from '../local-db/second-copy-in-worker.ts';
import type { TillMarker } from './till-marker.ts';

export interface JournalCopies {
  /** Null on a tablet that was no till. */
  readonly lostTill: () => Promise<TillMarker | null>;
  /** Before anything is sold, and right after an enrolment. */
  readonly begin: (stopped: 'asLastTime' | 'cleanly') => Promise<void>;
  /** What keeps the second copy from being written; null when it is whole. */
  readonly trouble: () => string | null;
  /** At this start the second copy could not be compared with the database: it may hold facts that nothing else does. */
  readonly isUnread: () => boolean;
  readonly erase: () => Promise<void>;
  readonly stop: () => void;
}

/** There from a start to a clean stop; what is left of a kill. */
const RUNNING = 'evertill-running';

export function openJournalCopies(db: LocalDb, act: () => Acting, onChange: () => void): JournalCopies {
  const copy = openSecondCopy();
  let follower: JournalFollower | null = null;
  let trouble: string | null = null;
  let isUnread = false;
  const report = (next: string | null) => {
    if (next === trouble) return;
    trouble = next;
    onChange();
  };

  async function begin(stopped: 'asLastTime' | 'cleanly'): Promise<void> {
    const enrolment = await readEnrolment(db);
    if (enrolment === null || follower !== null) return;
    const wasStoppedCleanly = stopped === 'cleanly' || localStorage.getItem(RUNNING) === null;
    try {
      // Loaded beside the counter's own files, which are kept small.
      const { reconcileCopies } = await import('../local-db/reconcile-copies.ts');
      await reconcileCopies(db, await copy.read(), wasStoppedCleanly, act());
    } catch (error) {
      // What the copy holds must not be written over before it is in the database: the next start tries again.
      isUnread = true;
      report(String(error));
      return;
    }
    localStorage.setItem(RUNNING, 'yes');
    addEventListener('pagehide', sayClean);
    void marks().then(({ markTill }) => markTill(copy, enrolment));
    follower = followJournal(db, copy, report);
  }

  return {
    lostTill: async () => (await marks()).readTillMarker(copy),
    begin,
    trouble: () => trouble,
    isUnread: () => isUnread,
    erase: async () => {
      follower?.stop();
      await (await marks()).unmarkTill();
      await copy.erase();
    },
    stop: () => {
      removeEventListener('pagehide', sayClean);
      if (follower !== null) sayClean();
      follower?.stop();
      copy.close();
    },
  };
}

/** Once at a start: no part of what every sale needs. */
function marks() {
  return import('./till-marker.ts');
}

function sayClean(): void {
  localStorage.removeItem(RUNNING);
}
