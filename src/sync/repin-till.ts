/** Pins the root of a head office whose keys are new, on a manager's code. The till keeps its key and its journal, and sends on. */
import type { Acting } from '../local-db/acting.ts';
import type { LocalDb } from '../local-db/open-local-db.ts';
import { pinRoot } from '../local-db/pin-root.ts';
import { readEnrolment } from '../local-db/read-enrolment.ts';
import { askToRepin } from './ask-to-repin.ts';
import type { CodeRefusal } from './ask-with-code.ts';
import type { Net } from './ports.ts';
import { realChance } from './real-chance.ts';

interface RepinParts {
  readonly db: LocalDb;
  readonly net: Net;
  /** As the till itself, now. */
  readonly act: () => Acting;
}

export type RepinOutcome =
  { readonly is: 'repinned' } | CodeRefusal | { readonly is: 'otherTill' | 'otherKey' | 'cannotSave' };

export async function repinTill({ db, net, act }: RepinParts, code: string): Promise<RepinOutcome> {
  const enrolment = await readEnrolment(db);
  if (enrolment === null) return { is: 'otherTill' };
  const asked = await askToRepin(net, realChance, enrolment, code);
  if (asked.is !== 'answered') return asked;
  const { root, certificate, roster } = asked.value;
  const pinned = await pinRoot(db, { root, certificate, roster }, act());
  return { is: pinned.is === 'recorded' ? 'repinned' : 'cannotSave' };
}
