/** Rows of a day as the projections hold them, for tests of what the office makes of them. */
import { money, NO_MONEY } from '../domain/money.ts';
import { pieces } from '../domain/quantity.ts';
import { basisPoints } from '../domain/tax-rate.ts';
import type { TillReport } from '../protocol/push.ts';
import { demoPolicy } from '../server/demo/demo-policy.ts';
import type {
  DayRecords,
  ReceiptRecord,
  ShiftRecord,
  TillRecord,
} from '../server/people-plane/day-records.ts';
import { reportOf } from './till-journal.ts';

export const PAPER_DAY = '2025-05-06';
export const PAPER_NOON = Date.UTC(2025, 4, 6, 11);

/** Receipt `number` of series A1: one piece, net 10.00 and 20 % tax, in cash; fact numbers are ten more than receipt numbers. */
export function receiptRecord(number: number, changes: Partial<ReceiptRecord> = {}): ReceiptRecord {
  const series = changes.series ?? 'A1';
  const amount = { net: money(1000), tax: money(200), gross: money(1200) };
  return {
    till: 'till-1',
    seq: number + 10,
    series,
    number,
    inc: 'inc-1',
    no: number + 10,
    kind: 'saleCompleted',
    receipt: `${series}-${String(number).padStart(6, '0')}`,
    shift: 'shift-1',
    at: PAPER_NOON + number * 1000,
    receivedAt: PAPER_NOON + number * 1000 + 500,
    posted: true,
    unpostedBecause: null,
    lines: 1,
    units: pieces(1),
    ...amount,
    cash: money(1200),
    card: NO_MONEY,
    cashRounding: NO_MONEY,
    alike: null,
    byRate: [{ rate: basisPoints(2000), ...amount }],
    ...changes,
  };
}

export function tillRecord(changes: Partial<TillRecord> = {}): TillRecord {
  return {
    till: 'till-1',
    name: 'Till 1',
    isEnrolled: true,
    revoked: false,
    lastHeardAt: PAPER_NOON,
    report: null,
    openDay: null,
    ...changes,
  };
}

export function shiftRecord(changes: Partial<ShiftRecord> = {}): ShiftRecord {
  return {
    till: 'till-1',
    shift: 'shift-1',
    day: PAPER_DAY,
    drawer: 'drawer-1',
    drawerName: null,
    shared: null,
    countedAt: null,
    handOvers: [],
    float: money(15_000),
    openedAt: PAPER_NOON - 3_600_000,
    openedByName: 'Amara',
    closedAt: null,
    closedInc: null,
    closedNo: null,
    moves: [],
    totals: null,
    expectedCash: null,
    countedCash: null,
    difference: null,
    keptFloat: null,
    banked: null,
    ...changes,
  };
}

/** A tablet that says: my last receipt is this, so many sales wait. */
export function tabletReport(lastReceipt: string, waitingSales: number): TillReport {
  return {
    ...reportOf(100),
    lastReceipt,
    waitingFacts: waitingSales,
    waitingSales,
    waitingValue: money(waitingSales * 1200),
  };
}

export function dayRecords(changes: Partial<DayRecords> = {}): DayRecords {
  return {
    policy: demoPolicy,
    tills: [tillRecord()],
    receipts: [],
    shifts: [],
    before: [],
    last: [],
    sinceReport: [],
    unreadable: [],
    outageNotes: [],
    drillNotes: [],
    flags: [],
    settledQuestions: [],
    settlements: [],
    signatures: [],
    cards: null,
    ...changes,
  };
}
