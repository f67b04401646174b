/** Closes a shift with its figures as they stand on this till; the same domain function reads them at head office. */
import { closeShift as decideClosing, type CloseDetails } from '../domain/close-shift.ts';
import type { Money } from '../domain/money.ts';
import { refuse, type Refusal } from '../domain/refusal.ts';
import type { Acting } from './acting.ts';
import { appendFact, type Appended, type Decision, type JournalView } from './append-fact.ts';
import { ONLY } from './journal-db.ts';
import type { NotSaved } from './not-saved.ts';
import type { LocalDb } from './open-local-db.ts';

export interface ShiftToClose extends CloseDetails {
  readonly shift: string;
  readonly countedCash: Money;
  /** What stays in the drawer for the next shift; the rest is banked. */
  readonly keptFloat: Money;
}

export function closeShift(
  db: LocalDb,
  asked: ShiftToClose,
  acting: Acting,
): Promise<Appended | Refusal | NotSaved> {
  return appendFact<Refusal>(db, acting, (view) => Promise.resolve(decide(db, asked, view)));
}

function decide(db: LocalDb, asked: ShiftToClose, view: JournalView): Decision<Refusal> {
  const open = view.shift?.open;
  if (open?.shift !== asked.shift) return { is: 'stop', with: refuse({ code: 'shift-not-open' }) };
  const closed = decideClosing(open, asked.countedCash, asked.keptFloat, asked);
  if (closed.is === 'refused') return { is: 'stop', with: closed };
  return {
    is: 'append',
    happened: { kind: 'shiftClosed', body: closed.body },
    approval: null,
    move: () => db.journal.shifts.delete(ONLY),
  };
}
