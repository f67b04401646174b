/**
 * A drawer's day from the shifts of all its tills. No till can know what another took into the same drawer, so this is where the cash
 * is compared; no difference is named before everything is here.
 */
import { addMoney, money, NO_MONEY, type Money } from './money.ts';
import type { ShiftOpened } from './fact-body.ts';

export interface DrawerShift {
  readonly till: string;
  readonly opened: Pick<ShiftOpened, 'float' | 'shared'>;
  readonly openedAt: number;
  readonly closedAt: number | null;
  /** Float and cash, by the facts that are here. */
  readonly expectedCash: Money;
  /** Null while it is open, and where another till counts. */
  readonly countedCash: Money | null;
}

export interface DrawerFacts {
  /** Of one drawer and day. */
  readonly shifts: readonly DrawerShift[];
  /** Tills without a shift that day of which nothing more can come: heard of since the count, with nothing waiting. */
  readonly heard: ReadonlySet<string>;
}

export interface ReconciledDrawer {
  /** Those with a shift, then those that share the drawer without one. */
  readonly tills: readonly string[];
  readonly float: Money;
  readonly expectedCash: Money;
  readonly countedCash: Money | null;
  /** Counted less expected; null before all is closed and here, and where no one count can be compared. */
  readonly difference: Money | null;
  /** Tills that are still open, or of which nobody knows whether they were: figures are "so far" until there is none. */
  readonly waitsFor: readonly string[];
  /** noCount: closed, and counted nowhere; twoCounts: counted by two tills at once; early: a till closed after the count. */
  readonly doubt: 'noCount' | 'twoCounts' | 'early' | null;
}

export function reconcileDrawer({ shifts, heard }: DrawerFacts): ReconciledDrawer {
  const withShift = unique(shifts.map(({ till }) => till));
  const sharing = unique(shifts.flatMap(({ opened }) => opened.shared?.others ?? []));
  const silent = sharing.filter((till) => !withShift.includes(till) && !heard.has(till));
  const open = shifts.flatMap(({ till, closedAt }) => (closedAt === null ? [till] : []));
  const waitsFor = unique([...open, ...silent]);
  const counts = shifts.flatMap(({ countedCash }) => (countedCash === null ? [] : [countedCash]));
  const expectedCash = addMoney(...shifts.map((shift) => shift.expectedCash));
  const countedCash = counts.length === 0 ? null : addMoney(...counts);
  const doubt = doubtOf(shifts, waitsFor.length > 0);
  const isComparable = waitsFor.length === 0 && (doubt === null || doubt === 'early');
  return {
    tills: unique([...withShift, ...sharing]),
    float: addMoney(...shifts.map(({ opened }) => opened.float)),
    expectedCash,
    countedCash,
    difference: isComparable ? money((countedCash ?? NO_MONEY) - expectedCash) : null,
    waitsFor,
    doubt,
  };
}

function doubtOf(shifts: readonly DrawerShift[], isSoFar: boolean): ReconciledDrawer['doubt'] {
  const counting = shifts.filter(counts);
  const isTwice = counting.some((one, place) =>
    counting.slice(place + 1).some((other) => overlap(one, other)),
  );
  if (isTwice) return 'twoCounts';
  if (isSoFar) return null;
  if (counting.length === 0) return 'noCount';
  const lastCount = Math.max(...counting.map(({ closedAt }) => closedAt ?? 0));
  return shifts.some((shift) => !counts(shift) && (shift.closedAt ?? 0) > lastCount) ? 'early' : null;
}

function counts({ opened }: DrawerShift): boolean {
  return opened.shared?.is !== 'countedAt';
}

/** Two tills cannot both have had the one float in the one drawer. */
function overlap(one: DrawerShift, other: DrawerShift): boolean {
  const ends = (shift: DrawerShift) => shift.closedAt ?? Infinity;
  return one.till !== other.till && one.openedAt < ends(other) && other.openedAt < ends(one);
}

function unique(tills: readonly string[]): string[] {
  return [...new Set(tills)];
}
