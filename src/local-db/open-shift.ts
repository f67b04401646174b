/** Opens a shift: fixes the trading day its sales belong to and the float its drawer begins with. */
import type { SharedDrawer } from '../domain/shared-drawer.ts';
import type { Money } from '../domain/money.ts';
import { openShift as decideOpening } from '../domain/open-shift.ts';
import type { Refusal } from '../domain/refusal.ts';
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
  /** Absent where the drawer is this till's alone. */
  readonly shared?: SharedDrawer;
}

export function openShift(
  db: LocalDb,
  asked: ShiftToOpen,
  acting: Acting,
): Promise<Appended | Refusal | NotSaved> {
  return appendFact<Refusal>(db, acting, (view) => Promise.resolve(decide(db, asked, view, acting)));
}

function decide(db: LocalDb, asked: ShiftToOpen, view: JournalView, acting: Acting): Decision<Refusal> {
  const by = { openedAt: acting.moment.anchored, openedBy: acting.staff };
  const opened = decideOpening(view.shift?.open ?? null, { ...asked, ...by });
  if (opened.is === 'refused') return { is: 'stop', with: opened };
  const row: ShiftRow = { open: opened.shift, counts: 0 };
  return {
    is: 'append',
    happened: { kind: 'shiftOpened', body: opened.body },
    approval: null,
    move: () => db.journal.shifts.put({ key: ONLY, value: row }),
  };
}
