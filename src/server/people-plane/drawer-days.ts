/** Each drawer's day over all the tills that use it. */
import { drawerKey } from '../../domain/drawer.ts';
import { heldStretches } from '../../domain/hand-over.ts';
import { reconcileDrawer, type DrawerShift } from '../../domain/reconcile-drawer.ts';
import type { DrawerDay, ShiftRow, TillDay } from '../../protocol/people-messages.ts';
import type { DayRecords, ShiftRecord, TillRecord } from './day-records.ts';

export function drawerDays(records: DayRecords, tills: readonly TillDay[]): DrawerDay[] {
  const rows = new Map(
    tills.flatMap(({ till, shifts }) => shifts.map((row) => [keyOf(till, row.shift), row])),
  );
  const drawers = [...new Set(records.shifts.map(({ till, drawer }) => drawerKey(till, drawer)))];
  return drawers.map((key) => {
    const shifts = records.shifts.filter(({ till, drawer }) => drawerKey(till, drawer) === key);
    return drawerDay(shifts, rows, records.tills);
  });
}

function drawerDay(
  shifts: readonly ShiftRecord[],
  rows: ReadonlyMap<string, ShiftRow>,
  tills: readonly TillRecord[],
): DrawerDay {
  const known = shifts.map((record) => ({ record, row: rows.get(keyOf(record.till, record.shift)) }));
  const of = known.flatMap(({ record, row }) => (row === undefined ? [] : [shiftOf(record, row)]));
  const day = reconcileDrawer({ shifts: of, heard: heardSince(of, tills) });
  const named = (ids: readonly string[]) =>
    ids.map((id) => tills.find(({ till }) => till === id)?.name ?? id);
  const [first] = shifts;
  return {
    ...day,
    drawer: first?.drawer ?? '',
    name: first?.drawerName ?? named(day.tills).join(', '),
    tills: named(day.tills),
    waitsFor: named(day.waitsFor),
    held: known.flatMap(({ record, row }) => (row === undefined ? [] : heldOf(record, row))),
  };
}

/** The map's key: shifts are named by their tills. */
function keyOf(till: string, shift: string): string {
  return `${till} ${shift}`;
}

function shiftOf({ till, float, shared }: ShiftRecord, row: ShiftRow): DrawerShift {
  const { openedAt, closedAt, expectedCash, countedCash } = row;
  const opened = { float, ...(shared === null ? {} : { shared }) };
  return { till, opened, openedAt, closedAt, expectedCash, countedCash };
}

/** Out of service, or heard of after the last count with nothing waiting: no shift of such a till can be missing here. */
function heardSince(shifts: readonly DrawerShift[], tills: readonly TillRecord[]): ReadonlySet<string> {
  const counted = Math.max(0, ...shifts.flatMap(({ closedAt }) => (closedAt === null ? [] : [closedAt])));
  const quiet = tills.filter(
    ({ isEnrolled, revoked, lastHeardAt, report }) =>
      !isEnrolled || revoked || ((lastHeardAt ?? 0) > counted && (report?.waitingFacts ?? 0) === 0),
  );
  return new Set(quiet.map(({ till }) => till));
}

/** Nothing to say where it did not change hands, or where what should be in it is known to no one till. */
function heldOf({ shared, handOvers, openedByName }: ShiftRecord, row: ShiftRow): DrawerDay['held'] {
  if (handOvers.length === 0 || shared !== null) return [];
  const { countedCash, expectedCash } = row;
  const changes = handOvers.map(({ to, counted, expectedCash: expected }) => ({
    to,
    expectedCash: expected,
    ...(counted === null ? {} : { count: { counted, denominations: [] } }),
  }));
  const stretches = heldStretches(
    openedByName,
    changes,
    countedCash === null ? null : { countedCash, expectedCash },
  );
  return stretches.map(({ holders, difference }) => ({ holders: [...holders], difference }));
}
