/** The acquirer's files, brought to a real office: matched, replaced, undone; and what only one side knows of is a question. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openShift } from '../../domain/open-shift.ts';
import { closeShift } from '../../domain/close-shift.ts';
import { money } from '../../domain/money.ts';
import { isRefusal } from '../../domain/refusal.ts';
import { addToShift } from '../../domain/shift-totals.ts';
import { cardFileBroughtSchema, cardReadingSchema } from '../../protocol/card-messages.ts';
import { reconciliationSchema, type Reconciliation } from '../../protocol/people-messages.ts';
import { startTestOffice, type TestOffice } from '../../testing/office.ts';
import { paperReceipt } from '../../testing/paper-receipt.ts';

const DAY = '2025-05-06';
const HEAD = 'Date,Time,Amount,Terminal,Auth code';
const COLUMNS = {
  ...{ date: 'Date', time: 'Time', amount: 'Amount', kind: null, terminal: 'Terminal', code: 'Auth code' },
  order: 'ymd',
};

let office: TestOffice;
let cookie: string;

/** Of the day's receipts, at which fact's number which minute it is: the journal's clock begins at 07:00 in London. */
beforeAll(async () => {
  office = await startTestOffice();
  cookie = await office.signIn('manager@mine.example');
  await tradeADay();
});
afterAll(() => office.stop());

/** Two sales by card, 12.00 and 24.00, and one of 12.00 in cash that was paid by card. */
async function tradeADay(): Promise<void> {
  const { journal } = office;
  const opened = openShift(null, {
    ...{ shift: 'shift-1', day: DAY, drawer: 'drawer-1', float: money(15_000) },
    ...{ openedAt: 0, openedBy: 'mine-clerk' },
  });
  if (isRefusal(opened)) throw new Error(opened.code);
  await journal.add({ kind: 'shiftOpened', body: opened.body });
  let { totals } = opened.shift;
  for (const [number, [count, card]] of (
    [
      [1, true],
      [2, true],
      [1, false],
    ] as const
  ).entries()) {
    const receipt = `A1-00000${String(number + 1)}`;
    const lines = [{ product: 'p', count, net: 1000 }];
    const body = paperReceipt({ sale: `sale-${String(number)}`, receipt, lines, card });
    await journal.add({ kind: 'saleCompleted', body });
    totals = addToShift(totals, body, 'saleCompleted');
  }
  const closed = closeShift({ ...opened.shift, totals }, money(15_000), money(15_000));
  if (isRefusal(closed)) throw new Error(closed.code);
  await journal.add({ kind: 'shiftClosed', body: closed.body });
  await office.send(1);
}

/** The minute of a receipt by the shop's clock. */
async function timeOf(receipt: string): Promise<string> {
  const { rows } = await office.owner.query<{ at: number }>(
    'select at from evertill.receipt where receipt = $1',
    [receipt],
  );
  return new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', timeStyle: 'medium' }).format(
    rows[0]?.at,
  );
}

function bring(lines: readonly string[], more: Readonly<Record<string, unknown>> = {}) {
  const text = [HEAD, ...lines.map((line) => `${DAY},${line}`)].join('\n');
  const body = {
    shop: 'mine-shop',
    name: 'acquirer.csv',
    text,
    columns: COLUMNS,
    dayBegins: '00:00',
    ...more,
  };
  return office.ask({ path: '/cards', cookie, body });
}

async function day(): Promise<Reconciliation> {
  return reconciliationSchema.parse(
    (await office.ask({ path: `/reconcile?shop=mine-shop&day=${DAY}`, cookie })).json(),
  );
}

const rowsBoth = async () => [
  `${await timeOf('A1-000001')},12.00,T1,`,
  `${await timeOf('A1-000002')},24.00,T1,`,
];

test('RECO-93 before a file is brought nothing is said about cards, and its columns are not known', async () => {
  expect((await day()).cards).toMatchObject({ files: [], matched: { count: 0 }, rowsWithoutSale: [] });
  const reading = await office.ask({ path: '/cards/reading?shop=mine-shop', cookie });
  expect(cardReadingSchema.parse(reading.json())).toEqual({ columns: null, dayBegins: '00:00' });
});

test('RECO-93 a file that agrees raises nothing, is remembered how it was read, and twice is once', async () => {
  const rows = await rowsBoth();
  const first = cardFileBroughtSchema.parse((await bring(rows)).json());
  expect(first).toMatchObject({ isNew: true, rows: 2, sum: 3600, firstDay: DAY, lastDay: DAY });
  const again = cardFileBroughtSchema.parse((await bring(rows, { name: 'copy.csv' })).json());
  expect(again).toEqual({ ...first, isNew: false });
  const { cards, flags } = await day();
  expect(cards).toMatchObject({ matched: { count: 2, sum: 3600 }, rowsWithoutSale: [], salesWithoutRow: [] });
  expect(cards.files.map(({ name }) => name)).toEqual(['acquirer.csv']);
  expect(flags.filter(({ kind }) => /[cC]ard/.test(kind))).toEqual([]);
  const reading = await office.ask({ path: '/cards/reading?shop=mine-shop', cookie });
  expect(cardReadingSchema.parse(reading.json())).toEqual({ columns: COLUMNS, dayBegins: '00:00' });
});

test('RECO-94 what only one side knows is a question, the drawer’s difference names it, and one act settles it', async () => {
  const minute = await timeOf('A1-000003');
  await bring([...(await rowsBoth()).slice(0, 1), `${minute},12.00,T1,A1B2`]);
  const { cards, flags, signOff } = await day();
  expect(cards).toMatchObject({
    salesWithoutRow: [{ receipt: 'A1-000002', amount: 2400 }],
  });
  const byKind = (kind: string) => flags.find((flag) => flag.kind === kind);
  expect(byKind('saleWithoutCard')).toMatchObject({
    receipt: 'A1-000002',
    value: 2400,
    group: 'moneyMissing',
  });
  expect(signOff.open).toContainEqual(expect.objectContaining({ is: 'moneyMissing' }));
  const oneSided = [byKind('saleWithoutCard')].map((flag) => flag?.id);
  const settle = { shop: 'mine-shop', day: DAY, flags: oneSided, decision: 'wasCash', why: 'Ben remembers' };
  expect((await office.ask({ path: '/settle', cookie, body: settle })).statusCode).toBe(200);
  expect((await day()).flags.find(({ kind }) => kind === 'saleWithoutCard')).toBeUndefined();
});

test('RECO-94 the acquirer’s payment without a sale is told with the sale rung as cash', async () => {
  const minute = await timeOf('A1-000003');
  await bring([...(await rowsBoth()), `${minute},12.00,T1,A1B2`]);
  const { cards, flags } = await day();
  const all = cards.matched.count + cards.interchangeable.reduce((sum, { count }) => sum + count, 0);
  expect(all).toBe(2);
  expect(cards.rowsWithoutSale).toHaveLength(1);
  const card = flags.find(({ kind }) => kind === 'cardWithoutSale');
  expect(card?.evidence.at(-1)?.text).toMatch(/^A1-000003 was rung as cash \d\d:\d\d\. Make it card\?$/);
  const cash = flags.find(({ kind }) => kind === 'cashDifference');
  expect(cash?.evidence[2]?.text).toMatch(
    /A1-000003, rung as cash .* the acquirer has £12\.00 at \d\d:\d\d with no sale/,
  );
});

test('RECO-95 a newer file counts for its days, and undone the one before counts again; no row is lost', async () => {
  const before = (await day()).cards;
  const newer = cardFileBroughtSchema.parse((await bring(['09:00,5.00,T1,'])).json());
  expect((await day()).cards.rowsWithoutSale).toMatchObject([{ amount: 500 }]);
  const undo = () => office.ask({ path: `/cards/${newer.file}/undo`, cookie, body: {} });
  expect((await undo()).statusCode).toBe(200);
  expect((await undo()).statusCode).toBe(409);
  expect((await day()).cards).toEqual(before);
  const { rows } = await office.owner.query(
    `select act from evertill.audit where act like 'cardFile%' order by audit`,
  );
  expect(rows.slice(-2)).toEqual([{ act: 'cardFileBrought' }, { act: 'cardFileUndone' }]);
});

test('RECO-95 by another day of the acquirer a late sale waits for the next file', async () => {
  const { file } = cardFileBroughtSchema.parse(
    (await bring(['05:00,5.00,T1,'], { dayBegins: '06:00' })).json(),
  );
  const { cards } = await day();
  expect(cards.files).not.toEqual([]);
  expect(cards.rowsWithoutSale).toContainEqual(expect.objectContaining({ amount: 500 }));
  await office.ask({ path: `/cards/${file}/undo`, cookie, body: {} });
});

test('RECO-93 a file that cannot be read, or without the columns, changes nothing', async () => {
  const before = (await day()).cards;
  for (const refused of [
    await bring(['14:11,none,T1,']),
    await bring(['14:11,1.00,T1,'], { columns: { ...COLUMNS, amount: 'Sum' } }),
    await bring([]),
  ])
    expect(refused.statusCode).toBe(400);
  expect((await day()).cards).toEqual(before);
});
