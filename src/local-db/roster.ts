/** The signed roster: who may work here, by which rules. Verified before it is kept, so it can be trusted from cold. */
import { verifyRoster } from '../journal/roster-signature.ts';
import type { SignedRoster } from '../protocol/roster.ts';
import type { Acting } from './acting.ts';
import { appendFact, type Appended, type Decision, type JournalView } from './append-fact.ts';
import { ONLY } from './journal-db.ts';
import type { NotSaved } from './not-saved.ts';
import type { LocalDb } from './open-local-db.ts';
import { settlePeopleHere } from './people-here.ts';

export async function readRoster(db: LocalDb): Promise<SignedRoster | null> {
  return (await db.journal.rosters.get(ONLY))?.value ?? null;
}

/** `unchanged`: the very version we hold. */
export interface RosterKept {
  readonly is: 'kept';
  readonly why: 'unchanged' | 'older' | 'other-till' | 'bad-signature';
}

export function applyRoster(
  db: LocalDb,
  signed: SignedRoster,
  acting: Acting,
): Promise<Appended | RosterKept | NotSaved> {
  const move = async (): Promise<unknown> => {
    await db.journal.rosters.put({ key: ONLY, value: signed });
    return settlePeopleHere(db, signed.roster, acting.moment.anchored);
  };
  return appendFact<RosterKept>(db, acting, (view) => decideRoster(signed, view, move));
}

/** @param move keeps it, inside the transaction. */
export async function decideRoster(
  signed: SignedRoster,
  view: JournalView,
  move: () => PromiseLike<unknown>,
): Promise<Decision<RosterKept>> {
  const why = await whyRosterKept(signed, view);
  if (why !== null) return { is: 'stop', with: { is: 'kept', why } };
  const { epoch, version } = signed.roster;
  const happened = { kind: 'rosterApplied', body: { epoch, version } } as const;
  return { is: 'append', happened, approval: null, move: async () => move() };
}

/** The till works by that roster now, be it since long ago. */
export function isRosterHeld(applied: Appended | RosterKept | NotSaved): boolean {
  return applied.is === 'recorded' || (applied.is === 'kept' && applied.why === 'unchanged');
}

/** Versions compare only within one epoch; whatever is refused, the one we hold stays (F45). Null where it is to be taken. */
async function whyRosterKept(
  signed: SignedRoster,
  { enrolment, roster: held }: JournalView,
): Promise<RosterKept['why'] | null> {
  if (!(await verifyRoster(signed, enrolment.root))) return 'bad-signature';
  const { till, business, epoch, version } = signed.roster;
  if (till !== enrolment.till || business !== enrolment.business) return 'other-till';
  if (epoch !== held.epoch || version > held.version) return null;
  return version === held.version ? 'unchanged' : 'older';
}
