import { describe, expect, test } from 'vitest';
import { money } from '../../domain/money.ts';
import { NO_SHIFT_TOTALS } from '../../domain/shift-totals.ts';
import {
  dayRecords,
  PAPER_DAY,
  PAPER_NOON,
  receiptRecord,
  shiftRecord,
} from '../../testing/paper-records.ts';
import { demoPolicy } from '../demo/demo-policy.ts';
import type { DayRecords, ReceiptRecord } from './day-records.ts';
import { reconcileDay } from './reconcile-day.ts';

const reconcile = (records: Partial<DayRecords>) =>
  reconcileDay('shop', dayRecords(records), { day: PAPER_DAY, today: PAPER_DAY, now: PAPER_NOON });

/** A drawer that should hold its float and 12.00 a receipt. */
function counted(difference: number, receipts: readonly ReceiptRecord[], stated = difference) {
  const expectedCash = 15_000 + receipts.reduce((sum, { cash }) => sum + cash, 0);
  return shiftRecord({
    closedAt: PAPER_NOON + 3_600_000,
    closedInc: 'inc-1',
    closedNo: 99,
    totals: { ...NO_SHIFT_TOTALS, byRate: [] },
    expectedCash: money(expectedCash),
    countedCash: money(expectedCash + difference),
    difference: money(stated),
    keptFloat: money(15_000),
    banked: money(0),
  });
}

const two = [receiptRecord(1), receiptRecord(2, { cash: money(1854) })];
const flagsOf = (difference: number, changes: Partial<DayRecords> = {}, receipts = two) =>
  reconcile({ receipts, shifts: [counted(difference, receipts)], ...changes }).flags;

describe('RECO-45 the shop’s tolerance', () => {
  test('a difference within it is in the figures and asks nothing', () => {
    const day = reconcile({ receipts: two, shifts: [counted(-200, two)] });
    expect(day).toMatchObject({ flags: [], drawers: { difference: -200, tolerance: 200 } });
  });

  test('one beyond it is a question, where the shop sets it', () => {
    expect(flagsOf(-201)).toMatchObject([
      { kind: 'cashDifference', group: 'moneyMissing', value: -201, tillName: 'Till 1' },
    ]);
    const strict = { policy: { ...demoPolicy, cashTolerance: money(0) } };
    expect(flagsOf(1, strict)).toHaveLength(1);
    expect(flagsOf(0, strict)).toEqual([]);
  });

  test('a drawer that agrees by the till’s own figures is asked about where its receipts are missing, not here', () => {
    expect(reconcile({ receipts: two, shifts: [counted(-1854, two, 0)] }).flags).toEqual([]);
  });
});

describe('RECO-46 what a difference may be', () => {
  test('RECO-47 is said in words, with the receipt and its minute', () => {
    const [flag] = flagsOf(-1854);
    expect(flag?.evidence).toEqual([
      { label: 'Expected', text: '£180.54' },
      { label: 'Counted', text: '£162.00' },
      {
        label: 'What it may be',
        text: '−£18.54 is exactly A1-000002, rung as cash 12:00. Was it paid by card?',
      },
    ]);
  });

  test('RECO-49 a sale that was probably rung twice is a question of its own kind, with both receipts', () => {
    const sale = { lines: 3, alike: 'x' };
    const receipts = [receiptRecord(1, sale), receiptRecord(2, sale), receiptRecord(3)];
    const [flag, ...others] = flagsOf(-1200, {}, receipts);
    expect([flag?.kind, others]).toEqual(['probableDuplicate', []]);
    expect(flag?.evidence[2]?.text).toMatch(
      /^A1-000002 has the same 3 lines as A1-000001, 1 seconds later, .* short by just its £12.00\.$/,
    );
  });

  test('settled it is not asked again, until the difference is another', () => {
    const [flag] = flagsOf(-1854);
    const settledQuestions = [flag?.id ?? ''];
    expect(flagsOf(-1854, { settledQuestions })).toEqual([]);
    expect(flagsOf(-1855, { settledQuestions })).toHaveLength(1);
  });
});
