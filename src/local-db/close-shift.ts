/** Closes a shift with its figures as they stand on this till; the same domain function reads them at head office. */
import {
  closeShift as decideClosing,
  closeUncounted,
  type ClosedShift,
  type CloseDetails,
} from '../domain/close-shift.ts';
import type { Money } from '../domain/money.ts';
import { refuse, type Refusal } from '../domain/refusal.ts';
import type { OpenShift } from '../domain/shift.ts';
import type { Acting } from './acting.ts';
import { appendFact, type Appended, type Decision, type JournalView } from './append-fact.ts';
import { ONLY } from './journal-db.ts';
import type { NotSaved } from './not-saved.ts';
import type { LocalDb } from './open-local-db.ts';
import { readStatus } from './read-status.ts';

export interface ShiftToClose extends Omit<CloseDetails, 'unsent'> {
  readonly shift: string;
  /** Null where another till counts the drawer. */
  readonly countedCash: Money | null;
  /** What stays in the drawer for the next shift; the rest is banked. Of no account where nothing was counted. */
  readonly keptFloat: Money;
}

export function closeShift(
  db: LocalDb,
  asked: ShiftToClose,
  acting: Acting,
): Promise<Appended | Refusal | NotSaved> {
  return appendFact<Refusal>(db, acting, (view) => decide(db, asked, view));
}

async function decide(db: LocalDb, asked: ShiftToClose, view: JournalView): Promise<Decision<Refusal>> {
  const open = view.shift?.open;
  if (open?.shift !== asked.shift) return { is: 'stop', with: refuse({ code: 'shift-not-open' }) };
  const closed = closing(open, asked, await unsentOf(db));
  if (closed.is === 'refused') return { is: 'stop', with: closed };
  return {
    is: 'append',
    happened: { kind: 'shiftClosed', body: closed.body },
    approval: null,
    move: () => db.journal.shifts.delete(ONLY),
  };
}

function closing(open: OpenShift, asked: ShiftToClose, unsent: CloseDetails): ClosedShift | Refusal {
  const details = { ...asked, ...unsent };
  return asked.countedCash === null
    ? closeUncounted(open, details)
    : decideClosing(open, asked.countedCash, asked.keptFloat, details);
}

/** As it stands while closing: what is proved meanwhile only makes it less. */
async function unsentOf(db: LocalDb): Promise<Pick<CloseDetails, 'unsent'>> {
  const status = await readStatus(db);
  if (status === null) return {};
  const { sales, value } = status.waiting;
  return { unsent: { sales, value } };
}
