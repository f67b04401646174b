/** What an X and a Z are made of. */
import type { OpenShift } from '../../domain/shift.ts';
import type { ShiftToReport } from '../../domain/shift-report.ts';
import type { RecordedClose } from '../../local-db/closed-shifts.ts';
import type { Person } from '../till-context.ts';

/** A clerk who will count the drawer blind is not told what should be in it. */
export function xReport(shift: OpenShift, clerk: Person, now: number): ShiftToReport {
  return {
    opened: shift,
    totals: shift.totals,
    closed: null,
    at: now,
    by: clerk.id,
    isCopy: false,
    showsExpected: clerk.role !== 'clerk',
  };
}

export function zReport({ opened, closed, at, staff }: RecordedClose, isCopy: boolean): ShiftToReport {
  return { opened, totals: closed.totals, closed, at, by: staff, isCopy, showsExpected: true };
}
