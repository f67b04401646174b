/**
 * Appends one fact to the journal, with everything that must move with it, in one strict transaction.
 *
 *     read the view → decide (pure) → hash → transaction: is the head still the one hashed for? → write all, or again
 *
 * All that a decision reads here, but the open sale, changes only by appending facts. So comparing the head inside
 * re-reads every precondition at once; if it moved, the decision is made again, never skipped.
 */
import { uuidv7 } from 'uuidv7';
import type { Branch, FactRow } from '../journal/branch.ts';
import { growBranch } from '../journal/grow-branch.ts';
import { makeFact, type FactEnvelope, type MadeFact } from '../journal/make-fact.ts';
import type { FactBody } from '../domain/fact-body.ts';
import type { SignedRoster } from '../protocol/roster.ts';
import type { Acting, Approval } from './acting.ts';
import type { Enrolment } from './enrolment.ts';
import { ONLY, type ShiftRow } from './journal-db.ts';
import { withLiveHandle } from './live-handle.ts';
import { notSaved, type NotSaved } from './not-saved.ts';
import type { LocalDb } from './open-local-db.ts';

/** Two windows can take turns at moving the head; more often than this something is wrong. */
const DECISIONS_MAX = 20;

/** What a decision may read: all of it moves only together with the head. */
export interface JournalView {
  readonly enrolment: Enrolment;
  readonly roster: SignedRoster['roster'];
  readonly branch: Branch;
  readonly shift: ShiftRow | null;
}

export interface Append<Stop> {
  readonly is: 'append';
  readonly happened: FactBody;
  readonly approval: Approval | null;
  /** Inside the transaction, before anything is written: what else must hold. Only Dexie may be awaited. */
  readonly check?: () => Promise<Stop | null>;
  /** Inside the transaction: what moves with the fact. Only Dexie may be awaited. */
  readonly move: () => Promise<unknown>;
}

export type Decision<Stop> = Append<Stop> | { readonly is: 'stop'; readonly with: Stop };

export interface Appended {
  readonly is: 'recorded';
  readonly row: FactRow;
}

type Commit<Stop> = Appended | { readonly is: 'headMoved' } | { readonly is: 'stop'; readonly with: Stop };

export async function appendFact<Stop>(
  db: LocalDb,
  acting: Acting,
  decide: (view: JournalView) => Promise<Decision<Stop>>,
): Promise<Appended | Stop | NotSaved> {
  const id = uuidv7();
  try {
    for (let decisions = 0; decisions < DECISIONS_MAX; decisions += 1) {
      const view = await withLiveHandle(db.journal, () => readView(db));
      const decision = await decide(view);
      if (decision.is === 'stop') return decision.with;
      const made = await makeFact(envelopeOf(view, acting, decision.approval, id), decision.happened);
      const outcome = await withLiveHandle(db.journal, () => commit(db, view.branch, made, decision));
      if (outcome.is === 'stop') return outcome.with;
      if (outcome.is === 'recorded') return outcome;
    }
    return { is: 'notSaved', why: 'busy', detail: 'the head kept moving' };
  } catch (error) {
    return notSaved(error);
  }
}

function readView(db: LocalDb): PromiseLike<JournalView> {
  const { enrolments, rosters, branches, shifts } = db.journal;
  return db.journal.transaction('r', [enrolments, rosters, branches, shifts], async () => {
    const [enrolment, roster, all, shift] = await Promise.all([
      enrolments.get(ONLY),
      rosters.get(ONLY),
      branches.toArray(),
      shifts.get(ONLY),
    ]);
    const branch = all.find((one) => one.is === 'current');
    if (!enrolment || !roster || !branch)
      throw new RangeError('a tablet that is not enrolled has no journal');
    return { enrolment: enrolment.value, roster: roster.value.roster, branch, shift: shift?.value ?? null };
  });
}

/** Everything a fact states besides what happened. */
export function envelopeOf(
  view: JournalView,
  acting: Acting,
  approval: Approval | null,
  id: string,
): FactEnvelope {
  const { enrolment, branch, roster } = view;
  const { wall, mono, anchored, day } = acting.moment;
  return {
    business: enrolment.business,
    shop: enrolment.shop,
    till: enrolment.till,
    inc: branch.inc,
    no: branch.head.no + 1,
    id,
    prev: branch.head.hash,
    day: view.shift?.open.day ?? day,
    at: { wall, mono, anchored },
    by: { staff: acting.staff, how: acting.how, roster: roster.version, approval },
    app: acting.app,
    link: acting.link,
  };
}

function commit<Stop>(
  db: LocalDb,
  hashedFor: Branch,
  made: MadeFact,
  decision: Append<Stop>,
): PromiseLike<Commit<Stop>> {
  const { facts, branches } = db.journal;
  return db.journal.transaction('rw', db.journal.tables, async (): Promise<Commit<Stop>> => {
    // A commit can land although its handle died before saying so: then the fact is there under its own id.
    const landed = await facts.where('id').equals(made.fact.id).first();
    if (landed) return { is: 'recorded', row: landed };
    const branch = await branches.get(hashedFor.inc);
    if (branch?.is !== 'current' || branch.head.hash !== hashedFor.head.hash) return { is: 'headMoved' };
    const stop = (await decision.check?.()) ?? null;
    if (stop !== null) return { is: 'stop', with: stop };
    const grown = growBranch(branch, made, decision.happened);
    await facts.add(grown.row);
    await branches.put(grown.branch);
    await decision.move();
    return { is: 'recorded', row: grown.row };
  });
}
