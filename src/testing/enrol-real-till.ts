/** Makes an open database a till, as the app does: a key of its own, a code, and the server's sealed word. */
import { tillEnroller, type EnrolParts } from '../app/enrol-till.ts';
import type { Acting } from '../local-db/acting.ts';
import type { LocalDb } from '../local-db/open-local-db.ts';
import type { Net } from '../sync/ports.ts';
import type { EnrolOutcome } from '../till/till-ports.ts';

/** @throws when it is refused. */
export async function enrolRealTill(db: LocalDb, net: Net, code: string, acting: Acting): Promise<void> {
  const outcome = await askToEnrol(db, net, code, acting, {});
  if (outcome.is !== 'enrolled') throw new Error(`not enrolled: ${outcome.is}`);
}

/** @param was the till that it is to be again, and what is left of it. */
export function askToEnrol(
  db: LocalDb,
  net: Net,
  code: string,
  acting: Acting,
  was: Pick<EnrolParts, 'lostTill' | 'keepsJournal'>,
): Promise<EnrolOutcome> {
  const clock = { hear: () => undefined };
  return tillEnroller({ db, net, clock, act: () => acting, ...was })(code);
}
