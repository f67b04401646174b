/** Every kind of flag, raised by what really causes it at a till, as a manager then reads and settles it. */
import { gzipSync } from 'node:zlib';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { closeShift } from '../../domain/close-shift.ts';
import type { FactBody, ReceiptBody } from '../../domain/fact-body.ts';
import { money } from '../../domain/money.ts';
import { openShift } from '../../domain/open-shift.ts';
import { isRefusal } from '../../domain/refusal.ts';
import { causeOf, decisionsOf, FLAG_KINDS, type FlagKind } from '../../domain/settlement.ts';
import { addToShift } from '../../domain/shift-totals.ts';
import { sha256Hex } from '../../journal/digest.ts';
import { reconciliationSchema } from '../../protocol/people-messages.ts';
import type { Flag } from '../../protocol/settlement-messages.ts';
import { TILL_ROUTES } from '../../protocol/till-messages.ts';
import { cookieOf } from '../../testing/office.ts';
import { paperReceipt, type PaperReceipt } from '../../testing/paper-receipt.ts';
import { NDJSON_GZIP, type PaperTablet } from '../../testing/paper-tablet.ts';
import {
  reportOf,
  startJournalWith,
  type Circumstances,
  type TillJournal,
} from '../../testing/till-journal.ts';
import { startTillPlaneApp, type TillPlaneApp } from '../../testing/till-plane-app.ts';
import { untilProjected } from '../../testing/until-projected.ts';
import { buildPeoplePlane } from './build-people-plane.ts';
import { NO_TILL } from './card-questions.ts';

const DAY = '2025-05-06';
const MUG = { product: 'p-enamel-mug-blue-rim', count: 2, net: 900 };

let plane: TillPlaneApp;
let people: FastifyInstance;
let cookie: string;
let tablet: PaperTablet;
let journal: TillJournal;
let run = 0;

beforeAll(async () => {
  plane = await startTillPlaneApp();
  await plane.seed();
  const clock = () => plane.clock.now;
  people = await buildPeoplePlane({
    pool: plane.database.openPool('people'),
    clock,
    secondFactorKey: new Uint8Array(32),
    setUpKey: new Uint8Array(32),
    log: () => undefined,
  });
  cookie = cookieOf(
    await people.inject({
      method: 'POST',
      url: '/api/v1/people/sign-in',
      payload: { email: 'daniel@hollowandhart.example', password: 'copper-kettle-on-the-hob' },
    }),
  );
});
afterAll(async () => {
  await people.close();
  await plane.stop();
});

const post = (path: string, payload: Record<string, unknown>) =>
  people.inject({ method: 'POST', url: `/api/v1/people${path}`, headers: { cookie }, payload });

/** Names that no other test uses: refunds are looked for in the whole business. */
const own = (name: string): string => `${name}-${String(run)}`;

function receipt(sale: string, number: number, more: Partial<PaperReceipt> = {}): ReceiptBody {
  const text = `${tablet.enrolment.series}-${String(number).padStart(6, '0')}`;
  return paperReceipt({ sale: own(sale), receipt: text, shift: own('shift'), lines: [MUG], ...more });
}

async function sell(
  number: number,
  more: Partial<PaperReceipt> = {},
  how: Circumstances = {},
): Promise<ReceiptBody> {
  const body = receipt(`sale-${String(number)}`, number, more);
  await journal.add({ kind: 'saleCompleted', body }, how);
  return body;
}

async function giveBack(number: number, count: number): Promise<void> {
  const origin = { is: 'returned', sale: own('sale-1'), receipt: 'A1-000001', line: 1 } as const;
  const body = receipt(`refund-${String(number)}`, number, { lines: [{ ...MUG, count: -count, origin }] });
  await journal.add({ kind: 'refundGiven', body });
}

/** A fact that the till made and nobody here can read. */
async function sendUnreadable(): Promise<void> {
  const good = await journal.add({ kind: 'signedIn', body: { staff: 's-amara' } });
  const bytes = JSON.stringify({ ...good.fact, kind: 'saleCompleted', body: null });
  journal.replaceLast(bytes, await sha256Hex(bytes));
}

/** A shift with these receipts in the till's own totals, counted so much over or short. */
async function shiftOf(ring: () => Promise<ReceiptBody[]>, difference: number): Promise<void> {
  const opened = openShift(null, {
    ...{ shift: own('shift'), day: DAY, drawer: own('drawer'), float: money(15_000) },
    ...{ openedAt: 0, openedBy: 's-amara' },
  });
  if (isRefusal(opened)) throw new Error(opened.code);
  await journal.add({ kind: 'shiftOpened', body: opened.body });
  const totals = (await ring()).reduce(
    (sum, body) => addToShift(sum, body, 'saleCompleted'),
    opened.shift.totals,
  );
  const counted = money(15_000 + totals.cash + difference);
  const closed = closeShift({ ...opened.shift, totals }, counted, money(Math.min(15_000, counted)));
  if (isRefusal(closed)) throw new Error(closed.code);
  await journal.add({ kind: 'shiftClosed', body: closed.body });
}

async function send(from: TillJournal = journal, first = 1, last = from.facts.length): Promise<void> {
  const { header, lines } = await from.push(first, last);
  expect((await tablet.push(header, lines)).status).toBe(200);
  await untilProjected(plane, tablet.enrolment.till);
}

/** Three lines, rung again a minute later. */
async function ringTwice(): Promise<ReceiptBody[]> {
  const lines = ['p-enamel-mug-blue-rim', 'p-americano', 'p-flat-white'].map((product) => ({
    ...{ product, count: 1, net: 300, priceFrom: 'typed' as const },
  }));
  return [await sell(1, { lines }), await sell(2, { lines })];
}

const CAUSES: Readonly<Record<FlagKind, () => Promise<unknown>>> = {
  unreadable: async () => {
    await sendUnreadable();
    await send();
  },
  fork: async () => {
    await sell(1);
    await send();
    const forgetful = journal.rewound(0);
    await forgetful.add({ kind: 'saleCompleted', body: receipt('another', 1) });
    await send(forgetful);
  },
  brokenLink: async () => {
    await sell(1);
    await sell(2, {}, { prev: 'd'.repeat(64) });
    await send();
  },
  hole: async () => {
    for (const number of [1, 2, 3]) await sell(number);
    await send(journal, 1, 1);
    const hole = { protocol: 2, till: tablet.enrolment.till, inc: 'inc-1', from: 2, to: 3, why: 'lost' };
    const after = journal.facts[2]?.hash;
    const body = gzipSync(JSON.stringify({ ...hole, after, report: reportOf(3) }));
    const said = await tablet.ask({ method: 'POST', target: TILL_ROUTES.hole, body, headers: NDJSON_GZIP });
    expect(said.status).toBe(200);
    await untilProjected(plane, tablet.enrolment.till);
  },
  badSignature: async () => {
    await sell(1);
    const { header, lines } = await journal.push(1);
    const { header: other } = await journal.rewound(0).push(1);
    expect((await tablet.push({ ...header, sig: other.sig }, lines)).status).toBe(200);
    await untilProjected(plane, tablet.enrolment.till);
  },
  cashDifference: async () => {
    await shiftOf(async () => [await sell(1)], -5_000);
    await send();
  },
  probableDuplicate: async () => {
    await shiftOf(ringTwice, -1_080);
    await send();
  },
  cardWithoutSale: async () => {
    await sell(1, { card: true });
    await send();
    await bringCards(['14:11,18.54']);
  },
  saleWithoutCard: async () => {
    await sell(1, { card: true });
    await send();
    await bringCards(['23:30,1.00']);
  },
  refundTwice: async () => {
    await sell(1);
    await giveBack(2, 2);
    await giveBack(3, 1);
    await send();
  },
  refundOverSold: async () => {
    await sell(1);
    await giveBack(2, 3);
    await send();
  },
  revokedTill: async () => {
    await sell(1);
    await post(`/tills/${tablet.enrolment.till}/revoke`, { why: 'left on the bus' });
    await send();
  },
  unknownProduct: async () => {
    await sell(1, { lines: [{ product: 'p-nowhere', count: 1, net: 500 }] });
    await send();
  },
  unknownStaff: async () => {
    await sell(1, {}, { staff: 's-nobody' });
    await send();
  },
  priceDiffers: async () => {
    await sell(1, { lines: [{ ...MUG, net: 800 }] });
    await send();
  },
  clock: async () => {
    await journal.add({ kind: 'clockJumped', body: { byMs: 3_600_000 } });
    await send();
  },
  shiftMismatch: async () => {
    await shiftOf(async () => {
      const sold = await sell(1);
      await sendUnreadable();
      return [sold, receipt('unread', 2)];
    }, 0);
    await send();
  },
  journalDamaged: async () => {
    const damage: FactBody = {
      kind: 'journalDamaged',
      body: { inc: 'inc-0', why: 'storageLost', recovered: 12 },
    };
    await journal.add(damage);
    await send();
  },
};

async function bringCards(rows: readonly string[]): Promise<void> {
  const columns = { date: 'Date', time: 'Time', amount: 'Amount', kind: null, terminal: null, code: null };
  const text = ['Date,Time,Amount', ...rows.map((row) => `${DAY},${row}`)].join('\n');
  const reading = { columns: { ...columns, order: 'ymd' }, dayBegins: '00:00' };
  const brought = await post('/cards', { shop: tablet.enrolment.shop, name: 'cards.csv', text, ...reading });
  expect(brought.json()).toMatchObject({ isNew: true });
}

async function flagsOf(kind: FlagKind): Promise<Flag[]> {
  const { shop, till } = tablet.enrolment;
  const url = `/api/v1/people/reconcile?shop=${shop}&day=${DAY}`;
  const day = reconciliationSchema.parse((await people.inject({ url, headers: { cookie } })).json());
  return day.flags.filter((flag) => [till, NO_TILL].includes(flag.till) && flag.kind === kind);
}

test.each(FLAG_KINDS)(
  'RECO-57 P7 %s is raised by its real cause, says so in words, and is gone once it is settled',
  async (kind) => {
    run += 1;
    tablet = await plane.newTablet();
    journal = await startJournalWith(tablet.enrolment, 'inc-1', tablet.key);
    await CAUSES[kind]();
    const flags = await flagsOf(kind);
    expect(flags.length).toBeGreaterThan(0);
    for (const { group, evidence } of flags) {
      expect(group).toBe(causeOf[kind]);
      expect(evidence.every(({ text }) => text !== '')).toBe(true);
      expect(evidence.length).toBeGreaterThan(0);
    }
    const settled = await post('/settle', {
      ...{ shop: tablet.enrolment.shop, day: DAY, flags: flags.map(({ id }) => id) },
      ...{ decision: decisionsOf(kind)[0], why: 'looked into' },
    });
    expect(settled.statusCode).toBe(200);
    expect(await flagsOf(kind)).toEqual([]);
  },
);
