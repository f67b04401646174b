/** The till's small records, always at hand: who it is, who may work here, and what was last heard. */
import type { Contact } from '../local-db/contact.ts';
import { readContact } from '../local-db/last-contact.ts';
import type { Enrolment } from '../local-db/enrolment.ts';
import { readEnrolment } from '../local-db/read-enrolment.ts';
import type { LocalDb } from '../local-db/open-local-db.ts';
import { readPeopleHere } from '../local-db/people-here.ts';
import type { PersonHere } from '../local-db/person-here.ts';
import { readRoster } from '../local-db/roster.ts';
import { verifyRoster } from '../journal/roster-signature.ts';
import type { Roster, SignedRoster } from '../protocol/roster.ts';
import { watchValue } from './live-value.ts';

export interface TillBooks {
  readonly enrolment: () => Enrolment | null;
  /** Null too when the stored roster is not what head office signed. */
  readonly roster: () => Roster | null;
  readonly contact: () => Contact | null;
  readonly peopleHere: () => readonly PersonHere[];
  readonly isRosterForged: () => boolean;
  readonly subscribe: (listener: () => void) => void;
  readonly stop: () => void;
}

export async function openTillBooks(db: LocalDb): Promise<TillBooks> {
  const listeners = new Set<() => void>();
  const onChange = () => listeners.forEach((listener) => listener());
  const [enrolment, signed, contact, people] = await Promise.all([
    watchValue(() => readEnrolment(db), onChange),
    watchValue(() => readRoster(db), onChange),
    watchValue(() => readContact(db), onChange),
    watchValue(() => readPeopleHere(db), onChange),
  ]);
  // Later ones are verified before they are stored; this one may have been changed while the app was closed.
  const forged = await forgedSignature(signed.current(), enrolment.current());
  const isRosterForged = () => forged !== null && signed.current()?.signature === forged;
  return {
    enrolment: enrolment.current,
    roster: () => (isRosterForged() ? null : (signed.current()?.roster ?? null)),
    contact: contact.current,
    peopleHere: people.current,
    isRosterForged,
    subscribe: (listener) => void listeners.add(listener),
    stop: () => [enrolment, signed, contact, people].forEach((value) => value.stop()),
  };
}

async function forgedSignature(
  signed: SignedRoster | null,
  enrolment: Enrolment | null,
): Promise<string | null> {
  if (signed === null || enrolment === null) return null;
  return (await verifyRoster(signed, enrolment.root)) ? null : signed.signature;
}
