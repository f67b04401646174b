/** Opens a shift: fixes the trading day its sales belong to and the float its drawer begins with. */
import type { Money } from '../domain/money.ts';
import { refuse, type Refusal } from '../domain/refusal.ts';
import { NO_SHIFT_TOTALS } from '../domain/shift-totals.ts';
import type { Day } from '../domain/trading-day.ts';
import type { Acting } from './acting.ts';
import { appendFact, type Appended, type Decision, type JournalView } from './append-fact.ts';
import { ONLY, type ShiftRow } from './journal-db.ts';
import type { NotSaved } from './not-saved.ts';
import type { LocalDb } from './open-local-db.ts';

export interface ShiftToOpen {
  /** UUIDv7 made with the screen, so a second tap opens nothing. */
  readonly shift: string;
  readonly day: Day;
  readonly drawer: string;
  readonly float: Money;
}

export function openShift(
  db: LocalDb,
  asked: ShiftToOpen,
  acting: Acting,
): Promise<Appended | Refusal | NotSaved> {
  return appendFact<Refusal>(db, acting, (view) => Promise.resolve(decide(db, asked, view, acting)));
}

function decide(db: LocalDb, asked: ShiftToOpen, view: JournalView, acting: Acting): Decision<Refusal> {
  if (view.shift !== null)
    return { is: 'stop', with: refuse({ code: 'shift-open', shift: view.shift.open.shift }) };
  const { shift, day, drawer, float } = asked;
  const row: ShiftRow = {
    open: {
      shift,
      day,
      drawer,
      float,
      openedAt: acting.moment.anchored,
      openedBy: acting.staff,
      totals: NO_SHIFT_TOTALS,
    },
    counts: 0,
  };
  return {
    is: 'append',
    happened: { kind: 'shiftOpened', body: { shift, day, drawer, float } },
    approval: null,
    move: () => db.journal.shifts.put({ key: ONLY, value: row }),
  };
}
