/** What an X and a Z are made of. */
import type { OpenShift } from '../../domain/shift.ts';
import type { ShiftToReport } from '../../domain/shift-report.ts';
import type { RecordedClose } from '../../local-db/closed-shifts.ts';
import type { RecordedHandOver } from '../../local-db/hand-drawer-over.ts';
import type { Person } from '../till-context.ts';

/** A clerk who will count the drawer blind is not told what should be in it. */
export function xReport(
  shift: OpenShift,
  handOvers: readonly RecordedHandOver[],
  clerk: Person,
  now: number,
): ShiftToReport {
  return {
    opened: shift,
    handOvers,
    totals: shift.totals,
    closed: null,
    at: now,
    by: clerk.id,
    isCopy: false,
    showsExpected: clerk.role !== 'clerk',
  };
}

export function zReport(
  { opened, handOvers, closed, at, staff }: RecordedClose,
  isCopy: boolean,
): ShiftToReport {
  return { opened, handOvers, totals: closed.totals, closed, at, by: staff, isCopy, showsExpected: true };
}
