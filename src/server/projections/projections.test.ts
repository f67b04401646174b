/** What the office reads, made from the ledger: each receipt once, each disagreement named, nothing refused. */
import type pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { FactBody, ReceiptBody } from '../../domain/fact-body.ts';
import { money, NO_MONEY } from '../../domain/money.ts';
import { addToShift, expectedCash, NO_SHIFT_TOTALS, type ReceiptKind } from '../../domain/shift-totals.ts';
import type { ShiftTotals } from '../../domain/shift.ts';
import { sha256Hex } from '../../journal/digest.ts';
import { PUSH_FACTS_MAX } from '../../protocol/limits.ts';
import { paperReceipt, type PaperReceipt } from '../../testing/paper-receipt.ts';
import type { PaperTablet } from '../../testing/paper-tablet.ts';
import { startJournalWith, type Circumstances, type TillJournal } from '../../testing/till-journal.ts';
import { startTillPlaneApp, type TillPlaneApp } from '../../testing/till-plane-app.ts';
import { untilProjected } from '../../testing/until-projected.ts';
import { catchUp } from './projector.ts';
import { readAgain } from './read-again.ts';

let plane: TillPlaneApp;
let pool: pg.Pool;
let tablet: PaperTablet;
let journal: TillJournal;
let run = 0;

beforeAll(async () => {
  plane = await startTillPlaneApp();
  pool = plane.database.openPool('till');
});
afterAll(() => plane.stop());
beforeEach(async () => {
  run += 1;
  tablet = await plane.newTablet();
  journal = await startJournalWith(tablet.enrolment, 'inc-1', tablet.key);
});

const SIGNED_IN: FactBody = { kind: 'signedIn', body: { staff: 's-amara' } };

/** In the demo business, in pence. */
const MUG_PRICE = 900;

/** Names that no other test uses: refunds are looked for in the whole business. */
const own = (name: string): string => `${name}-${String(run)}`;
const mug = (count: number, net = MUG_PRICE) => ({ product: 'p-enamel-mug-blue-rim', count, net });

function sold(sale: string, number: number, more: Partial<PaperReceipt> = {}): FactBody {
  const receipt = `${tablet.enrolment.series}-${String(number).padStart(6, '0')}`;
  return {
    kind: 'saleCompleted',
    body: paperReceipt({ sale: own(sale), receipt, lines: [mug(2)], ...more }),
  };
}

function back(sale: string, of: string, count: number, number: number): FactBody {
  const origin = { is: 'returned', sale: own(of), receipt: 'A1-000001', line: 1 } as const;
  const made = sold(sale, number, { lines: [{ ...mug(-count), origin }] });
  if (made.kind !== 'saleCompleted') throw new Error('not a receipt');
  return { kind: 'refundGiven', body: made.body };
}

async function send(from: TillJournal = journal, through: PaperTablet = tablet): Promise<void> {
  const { header, lines } = await from.push(1);
  expect((await through.push(header, lines)).status).toBe(200);
  await untilProjected(plane, from.identity.till);
}

async function flags(till: string = tablet.enrolment.till): Promise<Record<string, unknown>[]> {
  const { rows } = await plane.owner.query<Record<string, unknown>>(
    `select kind, cause, no, receipt, value, evidence from evertill.flag where till = $1 order by kind, no`,
    [till],
  );
  return rows;
}

async function receipts(): Promise<Record<string, unknown>[]> {
  const { rows } = await plane.owner.query<Record<string, unknown>>(
    `select receipt, kind, gross, cash, card, posted, unposted_because from evertill.receipt where till = $1 order by seq`,
    [tablet.enrolment.till],
  );
  return rows;
}

describe('receipts', () => {
  test('RECO-20 a receipt is there with its lines and tenders, to the penny', async () => {
    await journal.add(sold('one', 1), { approver: 's-daniel', signIn: 'down' });
    await journal.add(
      sold('two', 2, { card: true, lines: [mug(1), { product: 'p-americano', count: 3, net: 233 }] }),
    );
    await send();
    expect(await receipts()).toMatchObject([
      { kind: 'saleCompleted', gross: 2160, cash: 2160, card: 0, posted: true },
      { kind: 'saleCompleted', gross: 1919, cash: 0, card: 1919, posted: true },
    ]);
    const { rows } = await plane.owner.query(
      `select count(*) as lines, sum(gross) as gross, sum(quantity) as units from evertill.receipt_line where till = $1`,
      [tablet.enrolment.till],
    );
    expect(rows).toEqual([{ lines: 3, gross: '4079', units: '6000' }]);
    const { rows: said } = await plane.owner.query(
      'select approver, sign_in_link, series, number from evertill.receipt where till = $1 order by seq limit 1',
      [tablet.enrolment.till],
    );
    expect(said).toEqual([
      { approver: 's-daniel', sign_in_link: 'down', series: tablet.enrolment.series, number: 1 },
    ]);
  });

  test('RECO-21 P4 a fact is projected once, however often the projections are run', async () => {
    await journal.add(sold('one', 1));
    await send();
    await send();
    await catchUp(pool);
    expect(await receipts()).toHaveLength(1);
  });

  test('RECO-21 the same sale under another number counts in no total, and is named', async () => {
    await journal.add(sold('one', 1));
    await journal.add(sold('one', 2));
    await send();
    expect(await receipts()).toMatchObject([
      { posted: true },
      { posted: false, unposted_because: 'sameSale' },
    ]);
    expect(await flags()).toMatchObject([{ kind: 'fork', no: 2, value: 2160 }]);
  });

  test('RECO-22 F48 receipts of a revoked till are there, unposted, until a person settles it', async () => {
    await plane.owner.query('update evertill.till set revoked = true where till = $1', [
      tablet.enrolment.till,
    ]);
    await journal.add(sold('one', 1));
    await send();
    expect(await receipts()).toMatchObject([{ posted: false, unposted_because: 'revokedTill' }]);
    expect(await flags()).toMatchObject([{ kind: 'revokedTill', cause: 'decideOnce', value: 2160 }]);
  });
});

describe('what cannot be read', () => {
  test('RECO-23 F20 P7 one unreadable fact among many is named with its receipt; the others are read', async () => {
    await journal.add(sold('one', 1));
    await addRaw({
      kind: 'saleCompleted',
      body: { receipt: `${tablet.enrolment.series}-000002`, totals: { gross: 990 } },
    });
    await journal.add(sold('three', 3));
    await send();
    expect(await receipts()).toHaveLength(2);
    expect(await flags()).toMatchObject([
      { kind: 'unreadable', no: 2, receipt: `${tablet.enrolment.series}-000002`, value: 990 },
    ]);
  });

  test('RECO-23 F20 one whose body makes the projections fail is named, and stops nothing', async () => {
    await journal.add(sold('one', 1));
    await journal.add(sold('two', 2, { lines: [{ ...mug(1), product: 'nul\0inside' }] }));
    await journal.add(sold('three', 3));
    await send();
    expect(await receipts()).toHaveLength(2);
    expect(await flags()).toMatchObject([{ kind: 'unreadable', no: 2, value: 1080 }]);
  });

  test('RECO-23 F20 a line that is no fact at all is named', async () => {
    await journal.add(sold('one', 1));
    journal.addLine('no fact', await sha256Hex('no fact'));
    await journal.add(sold('three', 3));
    await send();
    expect(await receipts()).toHaveLength(2);
    expect(await flags()).toMatchObject([{ kind: 'unreadable', no: 2 }]);
  });

  test('RECO-23 F20 one unreadable fact among ten thousand: all are stored, one is named', async () => {
    const wrong = 7_001;
    for (let no = 1; no <= 10_000; no += 1) {
      await (no === wrong ? addRaw({ kind: 'saleCompleted', body: null }) : journal.add(SIGNED_IN));
    }
    for (let from = 1; from <= 10_000; from += PUSH_FACTS_MAX) {
      const { header, lines } = await journal.push(from, from + PUSH_FACTS_MAX - 1);
      expect((await tablet.push(header, lines)).status).toBe(200);
    }
    await untilProjected(plane, tablet.enrolment.till);
    const { rows } = await plane.owner.query<{ count: number }>(
      'select count(*) from evertill.fact where till = $1',
      [tablet.enrolment.till],
    );
    expect(rows[0]?.count).toBe(10_000);
    expect(await flags()).toMatchObject([{ kind: 'unreadable', no: wrong }]);
  });

  test('RECO-23 a kind of a later version is kept, named, and stops nothing', async () => {
    await journal.add(sold('one', 1));
    await addRaw({ kind: 'giftCardSold', body: {} });
    await send();
    expect(await flags()).toMatchObject([{ kind: 'unreadable', no: 2 }]);
  });

  test('RECO-33 F20 F34 P8 what could not be read is read again by a later server, and its flag settled', async () => {
    await plane.owner.query(
      `alter table evertill.receipt add constraint not_yet check (sale not like '%later%')`,
    );
    await journal.add(sold('later', 1));
    await journal.add(sold('two', 2));
    await addRaw({ kind: 'giftCardSold', body: {} });
    await send();
    await readAgain(pool, plane.clock.now);
    expect(await flags()).toMatchObject([
      { kind: 'unreadable', no: 1 },
      { kind: 'unreadable', no: 3 },
    ]);
    await plane.owner.query('alter table evertill.receipt drop constraint not_yet');
    for (const _ of ['read', 'once only']) await readAgain(pool, plane.clock.now);
    expect(await receipts()).toHaveLength(2);
    const { rows } = await plane.owner.query(
      'select no, settled_at from evertill.flag where till = $1 order by no',
      [tablet.enrolment.till],
    );
    expect(rows).toEqual([
      { no: 1, settled_at: plane.clock.now },
      { no: 3, settled_at: null },
    ]);
  });

  test('RECO-24 P7 F24 a fork and a broken link are named at their number', async () => {
    await journal.add(sold('one', 1));
    await journal.add(sold('two', 2));
    await send();
    const lied = journal.rewound(1);
    await lied.add(sold('other two', 2));
    await lied.add(sold('three', 3), { prev: 'd'.repeat(64) });
    await send(lied);
    expect(await flags()).toMatchObject([
      { kind: 'brokenLink', cause: 'moneyMissing', no: 3 },
      { kind: 'fork', cause: 'moneyMissing', no: 2, value: 2160 },
    ]);
    expect(await receipts()).toHaveLength(4);
  });
});

describe('what disagrees with the business', () => {
  test('RECO-25 F21 an unknown product and an unknown clerk are flagged, not refused', async () => {
    await journal.add(sold('one', 1, { lines: [{ product: 'p-nowhere', count: 1, net: 500 }] }), {
      staff: 's-nobody',
    });
    await send();
    expect(await receipts()).toMatchObject([{ posted: true, gross: 600 }]);
    expect(await flags()).toMatchObject([
      { kind: 'unknownProduct', cause: 'decideOnce', value: 600 },
      { kind: 'unknownStaff', cause: 'decideOnce', value: 600 },
    ]);
  });

  test('RECO-25 F21 a clerk who was removed before the sale is flagged, one removed after it is not', async () => {
    const at = Date.UTC(2025, 4, 6, 12);
    await plane.owner.query(`update evertill.person set removed_at = $1 where person = 's-bo'`, [at]);
    await journal.add(sold('one', 1), { staff: 's-bo', at: at - 60_000 });
    await journal.add(sold('two', 2), { staff: 's-bo', at: at + 60_000 });
    await send();
    await plane.owner.query(`update evertill.person set removed_at = null where person = 's-bo'`);
    expect(await flags()).toContainEqual(expect.objectContaining({ kind: 'unknownStaff', no: 2 }));
    expect((await flags()).filter(({ kind }) => kind === 'unknownStaff')).toHaveLength(1);
  });

  test('RECO-26 a catalogue price other than the price of the day is flagged with the difference; a typed one is not', async () => {
    await journal.add(sold('one', 1, { lines: [mug(2, 800)] }));
    await journal.add(sold('two', 2, { lines: [{ ...mug(2, 700), priceFrom: 'typed' }] }));
    await send();
    expect(await flags()).toMatchObject([
      { kind: 'priceDiffers', cause: 'decideOnce', no: 1, value: 2 * (800 - MUG_PRICE) },
    ]);
  });

  test('RECO-27 more back than was sold, in one refund', async () => {
    await journal.add(sold('one', 1));
    await journal.add(back('r', 'one', 3, 2));
    await send();
    expect(returnsOf(await flags())).toMatchObject([
      { kind: 'refundOverSold', cause: 'givenTwice', no: 2, value: -3240 },
    ]);
  });

  test('RECO-27 the same goods back at two tills that could not know of each other', async () => {
    const other = await plane.newTablet();
    const theirs = await startJournalWith(other.enrolment, 'inc-1', other.key);
    await theirs.add(back('r2', 'one', 2, 1), { at: Date.UTC(2025, 4, 6, 9) });
    await send(theirs, other);
    await journal.add(sold('one', 1));
    await journal.add(back('r1', 'one', 2, 2), { at: Date.UTC(2025, 4, 6, 8) });
    await send();
    expect(returnsOf(await flags())).toEqual([]);
    expect(returnsOf(await flags(other.enrolment.till))).toMatchObject([
      { kind: 'refundTwice', no: 1, value: -2160 },
    ]);
  });

  test('RECO-27 part by part up to what was sold is nobody’s business', async () => {
    await journal.add(sold('one', 1));
    await journal.add(back('r1', 'one', 1, 2));
    await journal.add(back('r2', 'one', 1, 3));
    await send();
    expect(returnsOf(await flags())).toEqual([]);
  });

  test('RECO-28 F35 a clock that jumped, or runs ahead of ours, is good to know', async () => {
    await journal.add({ kind: 'clockJumped', body: { byMs: 3_600_000 } });
    await journal.add(sold('one', 1), { at: plane.clock.now + 2 * 3_600_000 });
    await send();
    expect((await flags()).filter(({ kind }) => kind === 'clock')).toMatchObject([
      { cause: 'goodToKnow', no: 1 },
      { cause: 'goodToKnow', no: 2 },
    ]);
  });

  test('RECO-34 a damaged journal is good to know, and a declared hole in it raises nothing a second time', async () => {
    await journal.add({
      kind: 'journalDamaged',
      body: { inc: 'inc-0', why: 'storageLost', recovered: 12 },
    });
    await journal.add({ kind: 'holeDeclared', body: { inc: 'inc-0', from: 3, to: 4, why: 'lost' } });
    await send();
    expect(await flags()).toMatchObject([
      { kind: 'journalDamaged', cause: 'goodToKnow', no: 1, evidence: [{}, { text: '12' }] },
    ]);
  });
});

describe('shifts and outages', () => {
  test('RECO-29 a close that agrees with its receipts raises nothing', async () => {
    await shiftOf(await shiftReceipts(), (totals) => totals);
    await send();
    expect(await shift()).toMatchObject([{ float: 15000, counted_cash: 17160, difference: 0 }]);
    expect((await flags()).filter(({ kind }) => kind === 'shiftMismatch')).toEqual([]);
  });

  test('RECO-29 P7 a close that counts what is not here is flagged with what is missing', async () => {
    await shiftOf(await shiftReceipts(), (totals) => ({
      ...totals,
      sales: totals.sales + 1,
      gross: money(totals.gross + 500),
    }));
    await send();
    const mismatch = (await flags()).find(({ kind }) => kind === 'shiftMismatch');
    expect(mismatch).toMatchObject({ cause: 'moneyMissing', value: 500 });
    expect(mismatch?.['evidence']).toContainEqual({ label: 'Receipts missing here', text: '1' });
  });

  test('RECO-30 an outage is one note, from noticed to ended', async () => {
    const since = Date.UTC(2025, 4, 6, 6, 10);
    await journal.add({ kind: 'outageNoticed', body: { capability: 'signIn', since } });
    await journal.add({ kind: 'outageNoticed', body: { capability: 'sending', since } });
    await journal.add({
      kind: 'outageEnded',
      body: { capability: 'signIn', since, until: since + 2_400_000 },
    });
    await send();
    const { rows } = await plane.owner.query(
      'select capability, since, ended_at from evertill.outage_note where till = $1 order by capability',
      [tablet.enrolment.till],
    );
    expect(rows).toEqual([
      { capability: 'sending', since, ended_at: null },
      { capability: 'signIn', since, ended_at: since + 2_400_000 },
    ]);
  });

  test('DRILL-25 P11 a drill is a note of its own, from its start to its end, and no outage', async () => {
    const drill = own('drill');
    const until = Date.UTC(2025, 4, 6, 6, 40);
    await journal.add({ kind: 'drillStarted', body: { drill, what: 'everything', until } });
    await journal.add({ kind: 'drillEnded', body: { drill, at: until - 60_000, how: 'early' } });
    await journal.add({ kind: 'drillEnded', body: { drill, at: until, how: 'byItself' } });
    await send();
    const till = [tablet.enrolment.till];
    const notes = await plane.owner.query(
      'select drill, what, until, ended_at, ended from evertill.drill_note where till = $1',
      till,
    );
    expect(notes.rows).toEqual([
      { drill, what: 'everything', until, ended_at: until - 60_000, ended: 'early' },
    ]);
    const outages = await plane.owner.query('select 1 from evertill.outage_note where till = $1', till);
    expect(outages.rows).toEqual([]);
  });

  async function shiftReceipts(): Promise<{ kind: ReceiptKind; body: ReceiptBody }[]> {
    const opened = { shift: own('shift'), day: '2025-05-06', drawer: 'd1', float: money(15_000) };
    await journal.add({ kind: 'shiftOpened', body: opened });
    const made = [
      sold('one', 1, { shift: own('shift') }),
      sold('two', 2, { shift: own('shift'), card: true }),
    ];
    for (const fact of made) await journal.add(fact);
    return made.flatMap(({ kind, body }) => (kind === 'saleCompleted' ? [{ kind, body }] : []));
  }

  async function shiftOf(
    made: readonly { kind: ReceiptKind; body: ReceiptBody }[],
    say: (totals: ShiftTotals) => ShiftTotals,
  ): Promise<void> {
    const totals = made.reduce((sum, { kind, body }) => addToShift(sum, body, kind), NO_SHIFT_TOTALS);
    const expected = expectedCash({ float: money(15_000), totals });
    await journal.add({
      kind: 'cashCounted',
      body: { shift: own('shift'), attempt: 1, denominations: [], counted: expected },
    });
    await journal.add({
      kind: 'shiftClosed',
      body: {
        shift: own('shift'),
        totals: say(totals),
        expectedCash: expected,
        countedCash: expected,
        difference: NO_MONEY,
        keptFloat: money(15_000),
        banked: money(expected - 15_000),
      },
    });
  }

  async function shift(): Promise<unknown[]> {
    const { rows } = await plane.owner.query<Record<string, unknown>>(
      'select * from evertill.shift where till = $1',
      [tablet.enrolment.till],
    );
    return rows;
  }
});

function returnsOf(all: Record<string, unknown>[]): Record<string, unknown>[] {
  return all.filter(({ kind }) => kind === 'refundTwice' || kind === 'refundOverSold');
}

/** A fact whose envelope is right and whose body is whatever. */
async function addRaw(
  { kind, body }: { kind: string; body: unknown },
  circumstances: Circumstances = {},
): Promise<void> {
  const good = await journal.add(SIGNED_IN, circumstances);
  const bytes = JSON.stringify({ ...good.fact, kind, body });
  const hash = await sha256Hex(bytes);
  journal.replaceLast(bytes, hash);
}
