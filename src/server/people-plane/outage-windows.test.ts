import { describe, expect, test } from 'vitest';
import { money } from '../../domain/money.ts';
import { receiptRecord } from '../../testing/paper-records.ts';
import type { OutageNote } from './day-records.ts';
import { OUTAGE_PAUSE_MS_MAX, outageWindows } from './outage-windows.ts';

const MINUTE = 60_000;

function note(
  till: string,
  since: number,
  endedAt: number | null,
  changes: Partial<OutageNote> = {},
): OutageNote {
  return { till, capability: 'signIn', since, endedAt, ...changes };
}

describe('RECO-7 what several tills saw of one outage is one window', () => {
  test('from the first that noticed to the last that saw it end', () => {
    const notes = [
      note('b', 11 * MINUTE, 49 * MINUTE),
      note('a', 10 * MINUTE, 50 * MINUTE),
      note('c', 49 * MINUTE, 51 * MINUTE),
    ];
    expect(outageWindows(notes, [])).toMatchObject([{ from: 10 * MINUTE, until: 51 * MINUTE, tills: 3 }]);
  });

  test('one answer that got through does not part it, a real pause does', () => {
    const second = 10 * MINUTE + OUTAGE_PAUSE_MS_MAX;
    const parts = (since: number) =>
      outageWindows([note('a', 0, 10 * MINUTE), note('a', since, since + MINUTE)], []).length;
    expect(parts(second)).toBe(1);
    expect(parts(second + 1)).toBe(2);
  });

  test('it lasts while one till still sees it, as far as is known', () => {
    const notes = [note('a', 0, null), note('b', MINUTE, 2 * MINUTE)];
    expect(outageWindows(notes, [])).toMatchObject([{ from: 0, until: null, tills: 2 }]);
  });

  test('capabilities are told apart, the earliest first', () => {
    const notes = [
      note('a', 5, 9, { capability: 'catalogue' }),
      note('a', 3, 9),
      note('a', 4, 9, { capability: 'sending' }),
    ];
    expect(outageWindows(notes, []).map((window) => window.capability)).toEqual([
      'signIn',
      'sending',
      'catalogue',
    ]);
  });
});

describe('RECO-8 an outage says what was sold meanwhile by the tills that saw it', () => {
  const from = 1_000_000;
  const until = from + 40 * MINUTE;
  const window = (receipts: Parameters<typeof outageWindows>[1]) =>
    outageWindows([note('till-1', from, until)], receipts)[0];

  test('sales, their value, and when the last of them was received', () => {
    const receipts = [
      receiptRecord(1, { at: from - 1 }),
      receiptRecord(2, { at: from, receivedAt: until + 5 }),
      receiptRecord(3, { at: until, receivedAt: until + 9, gross: money(500) }),
      receiptRecord(4, { at: until + 1 }),
      receiptRecord(5, { at: from + 1, till: 'till-2' }),
      receiptRecord(6, { at: from + 1, kind: 'refundGiven', gross: money(-700) }),
    ];
    expect(window(receipts)).toMatchObject({ sales: 2, value: 1700, lastReceivedAt: until + 9 });
  });

  test('nothing sold is said as nothing', () => {
    expect(window([])).toMatchObject({ sales: 0, value: 0, lastReceivedAt: null });
  });
});
