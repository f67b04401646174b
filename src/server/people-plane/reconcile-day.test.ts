import { describe, expect, test } from 'vitest';
import { money } from '../../domain/money.ts';
import { pieces } from '../../domain/quantity.ts';
import { NO_SHIFT_TOTALS } from '../../domain/shift-totals.ts';
import { basisPoints } from '../../domain/tax-rate.ts';
import type { TillDay } from '../../protocol/people-messages.ts';
import {
  dayRecords,
  PAPER_DAY,
  PAPER_NOON,
  receiptRecord,
  shiftRecord,
  tabletReport,
  tillRecord,
} from '../../testing/paper-records.ts';
import { demoPolicy } from '../demo/demo-policy.ts';
import type { DayRecords } from './day-records.ts';
import { reconcileDay } from './reconcile-day.ts';
import { SILENT_MS } from './till-status.ts';

const asked = { day: PAPER_DAY, today: PAPER_DAY, now: PAPER_NOON + 60_000 };
const reconcile = (records: Partial<DayRecords>, changes = {}) =>
  reconcileDay('shop', dayRecords(records), { ...asked, ...changes });

const closed = {
  closedAt: PAPER_NOON + 3_600_000,
  totals: { ...NO_SHIFT_TOTALS, byRate: [] },
  expectedCash: money(16_200),
  countedCash: money(16_080),
  difference: money(-120),
  keptFloat: money(15_000),
  banked: money(1_080),
};

describe('RECO-1 P4 the day’s figures are its posted receipts added up', () => {
  const half = { net: money(-500), tax: money(-25), gross: money(-525) };
  const receipts = [
    receiptRecord(1),
    receiptRecord(2, {
      kind: 'refundGiven',
      lines: 3,
      units: pieces(-3),
      ...half,
      cash: money(0),
      card: money(-525),
      byRate: [{ rate: basisPoints(500), ...half }],
    }),
    receiptRecord(3, { posted: false, unpostedBecause: 'sameSale' }),
  ];

  test('sums, by rate, by way of paying', () => {
    expect(reconcile({ receipts }).takings).toEqual({
      sales: 1,
      refunds: 1,
      lines: 4,
      units: -2000,
      net: 500,
      tax: 175,
      gross: 675,
      cash: 1200,
      card: -525,
      byRate: [
        { rate: 500, net: -500, tax: -25, gross: -525 },
        { rate: 2000, net: 1000, tax: 200, gross: 1200 },
      ],
    });
  });

  test('what is not posted is received all the same', () => {
    expect(reconcile({ receipts }).receipts).toEqual({ received: 3, known: 3 });
  });
});

describe('RECO-4 P7 what is on the tablet is what it last reported, less what has come since', () => {
  const last = [{ ...receiptRecord(2), day: PAPER_DAY }];
  const tills = [tillRecord({ report: tabletReport('A1-000005', 3), openDay: PAPER_DAY })];
  const onTablet = (records: Partial<DayRecords>) =>
    reconcile({ tills, receipts: [receiptRecord(1), receiptRecord(2)], last, ...records }).tills[0];

  test('numbers it has given that are not here', () => {
    const till = onTablet({});
    expect(till?.onTablet).toEqual({ sales: 3, value: 3600 });
    expect(till?.strip.at(-1)).toEqual({ is: 'onTablet', first: 'A1-000003', last: 'A1-000005', count: 3 });
  });

  test('a report made before the push that brought some of them', () => {
    const till = onTablet({
      receipts: [receiptRecord(1), receiptRecord(2), receiptRecord(3)],
      last: [{ ...receiptRecord(3), day: PAPER_DAY }],
      sinceReport: [{ till: 'till-1', sales: 1, value: money(1200) }],
    });
    expect(till?.onTablet).toEqual({ sales: 2, value: 2400 });
  });

  test('everything it reported is here: nothing waits', () => {
    const all = [1, 2, 3, 4, 5].map((number) => receiptRecord(number));
    const till = onTablet({ receipts: all, last: [{ ...receiptRecord(5), day: PAPER_DAY }] });
    expect(till?.onTablet).toEqual({ sales: 0, value: 0 });
  });

  test('a number that is sent but cannot be read is not on the tablet', () => {
    const till = onTablet({
      tills: [tillRecord({ report: tabletReport('A1-000005', 2), openDay: PAPER_DAY })],
      unreadable: [{ till: 'till-1', inc: 'inc-1', no: 13 }],
    });
    expect(till?.strip.map(({ is, count }) => [is, count])).toEqual([
      ['received', 2],
      ['unreadable', 1],
      ['onTablet', 2],
    ]);
    expect(till?.status).toBe('unreadable');
  });
});

describe('RECO-5 F28 what waits belongs to the shift that is open, else to today', () => {
  const report = tabletReport('A1-000003', 2);
  const last = [{ ...receiptRecord(1), day: '2025-05-05' }];
  const waitingOf = (openDay: string | null, day: string) =>
    reconcile({ tills: [tillRecord({ report, openDay })], last }, { day }).tills[0]?.onTablet.sales ?? 0;

  test('of yesterday’s shift', () => {
    expect([waitingOf('2025-05-05', '2025-05-05'), waitingOf('2025-05-05', PAPER_DAY)]).toEqual([2, 0]);
  });
  test('of a shift that is not known yet', () => {
    expect([waitingOf(null, '2025-05-05'), waitingOf(null, PAPER_DAY)]).toEqual([0, 2]);
  });
});

describe('RECO-6 a till’s day in one word is the gravest thing to know of it', () => {
  const open = [shiftRecord()];
  const status = (records: Partial<DayRecords>): TillDay['status'] | undefined =>
    reconcile(records).tills[0]?.status;
  const waiting = tillRecord({ report: tabletReport('A1-000002', 1), openDay: PAPER_DAY });
  const quiet = PAPER_NOON + 60_000 - SILENT_MS - 1;

  test.each<[TillDay['status'], Partial<DayRecords>]>([
    ['notOpened', {}],
    ['open', { shifts: open }],
    ['complete', { shifts: [shiftRecord(closed)] }],
    [
      'onTablet',
      {
        shifts: open,
        tills: [waiting],
        receipts: [receiptRecord(1)],
        last: [{ ...receiptRecord(1), day: PAPER_DAY }],
      },
    ],
    ['silent', { shifts: open, tills: [tillRecord({ lastHeardAt: quiet })] }],
    ['complete', { shifts: [shiftRecord(closed)], tills: [tillRecord({ lastHeardAt: quiet })] }],
    ['lost', { shifts: open, receipts: [receiptRecord(1), receiptRecord(3)] }],
    [
      'unreadable',
      {
        receipts: [receiptRecord(1), receiptRecord(3)],
        unreadable: [{ till: 'till-1', inc: 'inc-1', no: 12 }],
      },
    ],
    [
      'revoked',
      {
        shifts: open,
        tills: [tillRecord({ revoked: true })],
        receipts: [receiptRecord(1), receiptRecord(3)],
      },
    ],
  ])('%s', (word, records) => {
    expect(status(records)).toBe(word);
  });
});

describe('RECO-9 the drawer must hold the float and the cash of the receipts that are here', () => {
  const receipts = [receiptRecord(1), receiptRecord(2, { cash: money(0), card: money(1200) })];

  test('an open shift is expected, not counted', () => {
    const { tills, drawers } = reconcile({ receipts, shifts: [shiftRecord()] });
    expect(tills[0]?.shifts[0]).toMatchObject({
      expectedCash: 16_200,
      countedCash: null,
      difference: null,
      openedBy: 'Amara',
    });
    expect(drawers).toMatchObject({ counted: 0, all: 1, difference: 0 });
  });

  test('a closed one differs by what was counted less what is expected here', () => {
    const { tills, drawers } = reconcile({ receipts, shifts: [shiftRecord(closed)] });
    expect(tills[0]?.shifts[0]).toMatchObject({
      expectedCash: 16_200,
      countedCash: 16_080,
      difference: -120,
    });
    expect(drawers).toMatchObject({ counted: 1, all: 1, difference: -120 });
  });

  test('F48 a revoked till’s cash is in the drawer though its sales are in no total', () => {
    const revoked = receipts.map((receipt) => ({
      ...receipt,
      posted: false,
      unpostedBecause: 'revokedTill',
    }));
    expect(reconcile({ receipts: revoked, shifts: [shiftRecord()] }).tills[0]?.shifts[0]?.expectedCash).toBe(
      16_200,
    );
    const twice = receipts.map((receipt) => ({ ...receipt, posted: false, unpostedBecause: 'sameSale' }));
    expect(reconcile({ receipts: twice, shifts: [shiftRecord()] }).tills[0]?.shifts[0]?.expectedCash).toBe(
      15_000,
    );
  });
});

describe('RECO-10 takings are “so far” until every shift is closed and everything reported is here', () => {
  test.each<[boolean, Partial<DayRecords>]>([
    [true, {}],
    [true, { shifts: [shiftRecord()] }],
    [false, { shifts: [shiftRecord(closed)] }],
    [true, { shifts: [shiftRecord(closed)], tills: [tillRecord({ report: tabletReport('A1-000002', 2) })] }],
  ])('%s', (soFar, records) => {
    expect(reconcile(records).soFar).toBe(soFar);
  });

  test('an empty day of the past is over', () => {
    expect(reconcile({}, { day: '2025-05-01' }).soFar).toBe(false);
  });
});

describe('RECO-11 a day shows the tills that had a part in it, and today also those that may yet', () => {
  test('an idle till shows today and not yesterday', () => {
    expect(reconcile({}).tills).toHaveLength(1);
    expect(reconcile({}, { day: '2025-05-05' }).tills).toHaveLength(0);
  });
  test('a till that waits for its tablet shows on neither', () => {
    expect(reconcile({ tills: [tillRecord({ isEnrolled: false })] }).tills).toHaveLength(0);
  });
});

test('RECO-12 flags go by cause, then most money first, then the latest', () => {
  const flag = (
    id: string,
    group: 'moneyMissing' | 'goodToKnow' | 'givenTwice',
    value: number,
    at: number,
  ) => ({
    id,
    kind: 'unreadable' as const,
    group,
    subject: '',
    till: 'till-1',
    tillName: 'Till 1',
    receipt: null,
    inc: 'inc-1',
    no: 1,
    at,
    value: money(value),
    evidence: [],
  });
  const flags = [
    flag('know', 'goodToKnow', 9000, 1),
    flag('twice', 'givenTwice', -10, 1),
    flag('little', 'moneyMissing', 100, 1),
    flag('much', 'moneyMissing', -200, 1),
    flag('later', 'moneyMissing', 100, 2),
  ];
  expect(reconcile({ flags }).flags.map(({ id }) => id)).toEqual([
    'much',
    'later',
    'little',
    'twice',
    'know',
  ]);
});

describe('RECO-72 a day is “so far” while one of its drawers waits for a till', () => {
  const shared = { drawer: 'front', drawerName: 'Front' };
  const countedHere = { ...shared, ...closed, shared: { is: 'countedHere' as const, others: ['till-2'] } };
  const countedAt = { ...shared, till: 'till-2', shift: 'shift-2', float: money(0), countedAt: 'till-1' };
  const elsewhere = {
    ...countedAt,
    shared: { is: 'countedAt' as const, till: 'till-1', others: ['till-1'] },
  };
  const [first, second] = [tillRecord(), tillRecord({ till: 'till-2', name: 'Till 2' })];
  const whole = { ...closed, expectedCash: money(1_200), countedCash: money(1_200), keptFloat: money(1_200) };
  const receipts = [receiptRecord(1), receiptRecord(1, { till: 'till-2', shift: 'shift-2', series: 'A2' })];
  const day = (records: Partial<DayRecords>) => reconcile({ tills: [first, second], receipts, ...records });

  test('RECO-70 RECO-72 one that sold offline is waited for by name; nothing is said to be over', () => {
    const reconciled = day({ shifts: [shiftRecord(countedHere)], receipts: receipts.slice(0, 1) });
    expect(reconciled).toMatchObject({ soFar: true, drawers: { counted: 1, all: 1, difference: 0 } });
    expect(reconciled.drawerDays).toMatchObject([
      { name: 'Front', tills: ['Till 1', 'Till 2'], difference: null, waitsFor: ['Till 2'] },
    ]);
    expect(reconciled.tills[0]?.shifts).toMatchObject([{ countedCash: 16_080, difference: null }]);
  });

  test('RECO-70 RECO-46 all of it is here: the drawer is compared, not its tills, and asked about as one that differs', () => {
    const reconciled = day({ shifts: [shiftRecord(countedHere), shiftRecord({ ...elsewhere, ...whole })] });
    expect(reconciled.soFar).toBe(false);
    expect(reconciled.drawerDays).toMatchObject([
      { expectedCash: 17_400, countedCash: 16_080, difference: -1_320, waitsFor: [], doubt: null },
    ]);
    expect(reconciled.tills[1]?.shifts).toMatchObject([{ countedCash: null, difference: null }]);
    expect(reconciled.drawers).toMatchObject({ counted: 1, all: 1, difference: -1_320 });
    expect(reconciled.flags).toMatchObject([
      { kind: 'cashDifference', till: 'till-1', tillName: 'Till 1', value: -1_320 },
    ]);
    expect(reconciled.flags[0]?.evidence.map(({ text }) => text)).toEqual(['£174.00', '£160.80']);
    expect(reconciled.signOff.open).toMatchObject([{ is: 'moneyMissing', count: 1, value: -1_320 }]);
    const settledQuestions = reconciled.flags.map(({ id }) => id);
    const settled = day({
      shifts: [shiftRecord(countedHere), shiftRecord({ ...elsewhere, ...whole })],
      settledQuestions,
    });
    expect(settled).toMatchObject({ flags: [], signOff: { open: [] } });
  });

  test('RECO-74 a drawer whose count is in doubt is a reason of its own, and no question', () => {
    const later = { ...elsewhere, ...whole, closedAt: closed.closedAt + 1 };
    const reconciled = day({ shifts: [shiftRecord(countedHere), shiftRecord(later)] });
    expect(reconciled).toMatchObject({
      flags: [],
      drawerDays: [{ difference: -1_320, doubt: 'early' }],
      signOff: { open: [{ is: 'drawer', tillName: 'Front', count: 1, value: -1_320 }] },
    });
  });

  test('RECO-70 a till heard of since, with nothing waiting, was not opened: nobody waits for it', () => {
    const heard = tillRecord({ till: 'till-2', name: 'Till 2', lastHeardAt: closed.closedAt + 1 });
    const one = { shifts: [shiftRecord(countedHere)], receipts: receipts.slice(0, 1) };
    expect(day({ ...one, tills: [first, heard] })).toMatchObject({
      soFar: false,
      drawerDays: [{ difference: -120 }],
    });
    expect(day({ ...one, tills: [first, { ...second, revoked: true }] }).soFar).toBe(false);
  });

  test('SHIFT-44 what is over or short goes to who had the drawer since the count before', () => {
    const handOvers = [{ to: 'Ben', counted: money(15_990), expectedCash: money(16_000) }];
    const { drawerDays } = reconcile({
      shifts: [shiftRecord({ ...closed, handOvers })],
      receipts: [receiptRecord(1)],
    });
    expect(drawerDays[0]?.held).toEqual([
      { holders: ['Amara'], difference: -10 },
      { holders: ['Ben'], difference: -110 },
    ]);
  });
});

test('OFFICE-51 the day says whether the shop is open by its hours, and one without hours always is', () => {
  expect(reconcile({}).isOpen).toBe(true);
  const openingHours = Array.from({ length: 7 }, () => [{ from: '09:00', to: '17:30' }]);
  const policy = { ...demoPolicy, openingHours };
  const at = (time: string) =>
    reconcile({ policy }, { now: Date.parse(`${PAPER_DAY}T${time}+01:00`) }).isOpen;
  expect([at('08:59'), at('09:00'), at('17:29'), at('17:30')]).toEqual([false, true, true, false]);
});
