/** The signed roster: who may work here, by which rules. Verified before it is kept, so it can be trusted from cold. */
import { verifyRoster } from '../journal/roster-signature.ts';
import type { SignedRoster } from '../protocol/roster.ts';
import type { Acting } from './acting.ts';
import { appendFact, type Appended, type Decision, type JournalView } from './append-fact.ts';
import { ONLY } from './journal-db.ts';
import type { NotSaved } from './not-saved.ts';
import type { LocalDb } from './open-local-db.ts';

export async function readRoster(db: LocalDb): Promise<SignedRoster | null> {
  return (await db.journal.rosters.get(ONLY))?.value ?? null;
}

/** `unchanged`: the very version we hold. */
export interface RosterKept {
  readonly is: 'kept';
  readonly why: 'unchanged' | 'older' | 'other-till' | 'bad-signature';
}

/** Versions compare only within one epoch; whatever is refused, the one we hold stays (F45). */
export async function applyRoster(
  db: LocalDb,
  signed: SignedRoster,
  acting: Acting,
): Promise<Appended | RosterKept | NotSaved> {
  const { epoch, version } = signed.roster;
  return appendFact<RosterKept>(db, acting, async (view): Promise<Decision<RosterKept>> => {
    const why = await whyRosterKept(signed, view);
    if (why !== null) return { is: 'stop', with: { is: 'kept', why } };
    return {
      is: 'append',
      happened: { kind: 'rosterApplied', body: { epoch, version } },
      approval: null,
      move: () => db.journal.rosters.put({ key: ONLY, value: signed }),
    };
  });
}

/** Null where it is to be taken. */
export async function whyRosterKept(
  signed: SignedRoster,
  view: Pick<JournalView, 'enrolment' | 'roster'>,
): Promise<RosterKept['why'] | null> {
  const { enrolment, roster: held } = view;
  if (!(await verifyRoster(signed, enrolment.root))) return 'bad-signature';
  const { till, business, epoch, version } = signed.roster;
  if (till !== enrolment.till || business !== enrolment.business) return 'other-till';
  if (epoch !== held.epoch || version > held.version) return null;
  return version === held.version ? 'unchanged' : 'older';
}
