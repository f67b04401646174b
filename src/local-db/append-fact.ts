/**
 * Appends one fact to the journal, with everything that must move with it, in one strict transaction.
 *
 *     read the view → decide (pure) → hash → transaction: is the head still the one hashed for? → write all, or again
 *
 * All that a decision reads here, but the open sale, changes only by appending facts. So comparing the head inside
 * re-reads every precondition at once; if it moved, the decision is made again, never skipped. That is also why the view
 * may be read well ahead.
 */
import { uuidv7 } from 'uuidv7';
import type { Branch, FactRow } from '../journal/branch.ts';
import { growBranch } from '../journal/grow-branch.ts';
import { makeFact, type FactEnvelope, type MadeFact } from '../journal/make-fact.ts';
import type { FactBody } from '../domain/fact-body.ts';
import type { Fact } from '../protocol/fact.ts';
import type { SignedRoster } from '../protocol/roster.ts';
import type { Acting, Approval } from './acting.ts';
import type { Enrolment } from './enrolment.ts';
import { ONLY, type ShiftRow } from './journal-db.ts';
import { withLiveHandle } from './live-handle.ts';
import { notSaved, type NotSaved } from './not-saved.ts';
import type { LocalDb } from './open-local-db.ts';
import { withPeopleHere } from './person-here.ts';

/** Two windows can take turns at moving the head; more often than this something is wrong. */
const DECISIONS_MAX = 20;

/** What a decision may read: all of it moves only together with the head. */
export interface JournalView {
  readonly enrolment: Enrolment;
  readonly roster: SignedRoster['roster'];
  readonly branch: Branch;
  readonly shift: ShiftRow | null;
}

/** Of `viewAhead`. */
export type ViewAhead = Promise<JournalView | null>;

export interface Append<Stop> {
  readonly is: 'append';
  readonly happened: FactBody;
  readonly approval: Approval | null;
  /** Inside the transaction, before anything is written: what else must hold. Only the database may be awaited. */
  readonly check?: () => Promise<Stop | null>;
  /** Inside the transaction: what moves with the fact. Only the database may be awaited. */
  readonly move: () => Promise<unknown>;
}

export type Decision<Stop> = Append<Stop> | { readonly is: 'stop'; readonly with: Stop };

export interface Appended {
  readonly is: 'recorded';
  readonly row: FactRow;
  /** What the row was made from; null when it had landed before, maybe as an earlier decision made it. */
  readonly from: { readonly fact: Fact; readonly happened: FactBody } | null;
}

export type FactCommit<Stop> =
  Appended | { readonly is: 'headMoved' } | { readonly is: 'stop'; readonly with: Stop };

/** Where facts are kept: the tablet's database, or a simulated one. */
export interface FactKeeper {
  readonly newId: () => string;
  readonly view: () => Promise<JournalView>;
  /** In one strict transaction: `commitFact`. */
  readonly commit: <Stop>(
    hashedFor: Branch,
    made: MadeFact,
    decision: Append<Stop>,
  ) => Promise<FactCommit<Stop>>;
}

export function appendFact<Stop>(
  db: LocalDb,
  acting: Acting,
  decide: (view: JournalView) => Promise<Decision<Stop>>,
): Promise<Appended | Stop | NotSaved> {
  return appendFactTo(keeperOf(db), acting, decide);
}

/** @param ahead a view that was read before; the first decision is made on it. */
export async function appendFactTo<Stop>(
  keeper: FactKeeper,
  acting: Acting,
  decide: (view: JournalView) => Promise<Decision<Stop>>,
  ahead?: ViewAhead,
): Promise<Appended | Stop | NotSaved> {
  const id = keeper.newId();
  try {
    for (let decisions = 0; decisions < DECISIONS_MAX; decisions += 1) {
      const early = decisions === 0 ? ((await ahead) ?? null) : null;
      const view = early ?? (await keeper.view());
      const decision = await decide(view);
      // Only what is appended is held against the head: a no is decided on what is true now.
      if (decision.is === 'stop' && early !== null) continue;
      if (decision.is === 'stop') return decision.with;
      const made = await makeFact(envelopeOf(view, acting, decision.approval, id), decision.happened);
      const outcome = await keeper.commit(view.branch, made, decision);
      if (outcome.is === 'stop') return outcome.with;
      if (outcome.is === 'recorded') return outcome;
    }
    return { is: 'notSaved', why: 'busy', detail: 'the head kept moving' };
  } catch (error) {
    return notSaved(error);
  }
}

export function keeperOf(db: LocalDb): FactKeeper {
  return {
    newId: uuidv7,
    view: () => withLiveHandle(db.journal, () => readView(db)),
    commit: (hashedFor, made, decision) =>
      withLiveHandle(db.journal, () =>
        db.journal.transaction('rw', db.journal.tables, () =>
          commitFact(rowsOf(db), hashedFor, made, decision),
        ),
      ),
  };
}

/** What a fact will be decided on, read before it happens; null when it cannot be read now. */
export function viewAhead(keeper: FactKeeper): ViewAhead {
  return keeper.view().catch(() => null);
}

function readView(db: LocalDb): PromiseLike<JournalView> {
  const { enrolments, rosters, branches, shifts, peopleHere } = db.journal;
  return db.journal.transaction('r', [enrolments, rosters, branches, shifts, peopleHere], async () => {
    const [enrolment, signed, all, shift, people] = await Promise.all([
      enrolments.get(ONLY),
      rosters.get(ONLY),
      branches.toArray(),
      shifts.get(ONLY),
      peopleHere.toArray(),
    ]);
    const branch = all.find((one) => one.is === 'current');
    if (!enrolment || !signed || !branch)
      throw new RangeError('a tablet that is not enrolled has no journal');
    const roster = withPeopleHere(signed.value.roster, people);
    return { enrolment: enrolment.value, roster, branch, shift: shift?.value ?? null };
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

/** The journal's rows inside an open transaction. */
export interface JournalRows {
  readonly factById: (id: string) => PromiseLike<FactRow | undefined>;
  readonly branch: (inc: string) => PromiseLike<Branch | undefined>;
  readonly addFact: (row: FactRow) => PromiseLike<unknown>;
  readonly putBranch: (branch: Branch) => PromiseLike<unknown>;
}

function rowsOf(db: LocalDb): JournalRows {
  const { facts, branches } = db.journal;
  return {
    factById: (id) => facts.where('id').equals(id).first(),
    branch: (inc) => branches.get(inc),
    addFact: (row) => facts.add(row),
    putBranch: (branch) => branches.put(branch),
  };
}

/** Inside a strict transaction: all that moves with the fact, or nothing. */
export async function commitFact<Stop>(
  rows: JournalRows,
  hashedFor: Branch,
  made: MadeFact,
  decision: Append<Stop>,
): Promise<FactCommit<Stop>> {
  // Together, here and below: each way to the database and back is a part of the clerk's wait.
  const [landed, branch, stop = null] = await Promise.all([
    rows.factById(made.fact.id),
    rows.branch(hashedFor.inc),
    decision.check?.(),
  ]);
  // A commit can land although its handle died before saying so: then the fact is there under its own id.
  if (landed) return { is: 'recorded', row: landed, from: null };
  if (branch?.is !== 'current' || branch.head.hash !== hashedFor.head.hash) return { is: 'headMoved' };
  if (stop !== null) return { is: 'stop', with: stop };
  const grown = growBranch(branch, made, decision.happened);
  await Promise.all([rows.addFact(grown.row), rows.putBranch(grown.branch), decision.move()]);
  return { is: 'recorded', row: grown.row, from: { fact: made.fact, happened: decision.happened } };
}
