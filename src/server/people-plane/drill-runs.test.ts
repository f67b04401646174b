import { expect, test } from 'vitest';
import { money } from '../../domain/money.ts';
import { receiptRecord } from '../../testing/paper-records.ts';
import type { DrillNote } from './day-records.ts';
import { drillRuns } from './drill-runs.ts';
import { outageWindows } from './outage-windows.ts';

const MINUTE = 60_000;
const DRILL: DrillNote = {
  drill: 'drill-1',
  till: 'till-1',
  tillName: 'Till 1',
  what: 'everything',
  startedBy: 'Kenji',
  startedAt: 10 * MINUTE,
  endedAt: 15 * MINUTE,
  ended: 'byItself',
};
const soldAt = (number: number, at: number, changes = {}) =>
  receiptRecord(number, { at, receivedAt: 16 * MINUTE + number, ...changes });

test('DRILL-25 P11 a drill is told with what its own till sold meanwhile, and when the last of it was here', () => {
  const receipts = [
    soldAt(1, 10 * MINUTE - 1),
    soldAt(2, 10 * MINUTE),
    soldAt(3, 15 * MINUTE),
    soldAt(4, 15 * MINUTE + 1),
    soldAt(5, 12 * MINUTE, { till: 'till-2' }),
    soldAt(6, 12 * MINUTE, { kind: 'refundGiven' }),
  ];
  expect(drillRuns([DRILL], receipts)).toMatchObject([
    {
      startedBy: 'Kenji',
      from: 10 * MINUTE,
      until: 15 * MINUTE,
      sales: 2,
      value: money(2400),
      lastReceivedAt: 16 * MINUTE + 3,
    },
  ]);
});

test('DRILL-25 P11 one that still runs, in which nothing was sold, says so; none is an outage', () => {
  const running = { ...DRILL, endedAt: null, ended: null };
  expect(drillRuns([running], [])).toMatchObject([{ until: null, sales: 0, value: 0, lastReceivedAt: null }]);
  expect(outageWindows([], [soldAt(1, 12 * MINUTE)])).toEqual([]);
});
