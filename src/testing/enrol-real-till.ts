/** Makes an open database a till, as the app does: a key of its own, a code, and the server's sealed word. */
import { tillEnroller } from '../app/enrol-till.ts';
import type { Acting } from '../local-db/acting.ts';
import type { LocalDb } from '../local-db/open-local-db.ts';
import type { Net } from '../sync/ports.ts';

/** @throws when it is refused. */
export async function enrolRealTill(db: LocalDb, net: Net, code: string, acting: Acting): Promise<void> {
  const clock = { hear: () => undefined };
  const outcome = await tillEnroller({ db, net, clock, act: () => acting })(code);
  if (outcome.is !== 'enrolled') throw new Error(`not enrolled: ${outcome.is}`);
}
