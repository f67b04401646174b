/** Tells as a fact that another version of the app started: the last fact names the version that made it. */
import type { Acting } from '../local-db/acting.ts';
import { readStatus } from '../local-db/read-status.ts';
import type { LocalDb } from '../local-db/open-local-db.ts';
import { recordEvent } from '../local-db/record-event.ts';
import type { TillBooks } from './till-books.ts';

export async function noteUpdate(
  db: LocalDb,
  books: Pick<TillBooks, 'enrolment'>,
  app: string,
  act: () => Acting,
): Promise<void> {
  const status = books.enrolment() === null ? null : await readStatus(db);
  const last = status === null ? undefined : await db.journal.facts.get([status.inc, status.head.no]);
  const from = last === undefined ? null : appOf(last.bytes);
  if (from === null || from === app) return;
  await recordEvent(db, { kind: 'updateApplied', body: { from, to: app } }, act());
}

/** Null where the bytes cannot be read, which others notice and tell. */
function appOf(bytes: string): string | null {
  try {
    const fact: unknown = JSON.parse(bytes);
    return typeof fact === 'object' && fact !== null && 'app' in fact && typeof fact.app === 'string'
      ? fact.app
      : null;
  } catch {
    return null;
  }
}
