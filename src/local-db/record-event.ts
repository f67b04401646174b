/** Records what happened at the till beside sales and shifts: sign-ins, outages, a jumped clock, a damaged journal. */
import type { FactBody } from '../domain/fact-body.ts';
import type { Acting } from './acting.ts';
import { appendFact, type Appended } from './append-fact.ts';
import type { NotSaved } from './not-saved.ts';
import type { LocalDb } from './open-local-db.ts';

type EventKind =
  | 'ageRefused'
  | 'signedIn'
  | 'signInFailed'
  | 'lockedOut'
  | 'approvalGiven'
  | 'outageNoticed'
  | 'outageEnded'
  | 'catalogueApplied'
  | 'updateApplied'
  | 'clockJumped'
  | 'holeDeclared'
  | 'journalDamaged'
  | 'journalExported';

/** Kinds that change nothing but the journal itself. */
export type PlainEvent = Extract<FactBody, { readonly kind: EventKind }>;

export function recordEvent(db: LocalDb, happened: PlainEvent, acting: Acting): Promise<Appended | NotSaved> {
  return appendFact<never>(db, acting, () =>
    Promise.resolve({ is: 'append', happened, approval: null, move: () => Promise.resolve() }),
  );
}
