/** What else happens at a counter, as the office reads it: cash that moved, payments corrected, baskets parked, discounts. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { CashMoved, FactBody, PaymentCorrected, ReceiptBody } from '../../domain/fact-body.ts';
import { money, NO_MONEY } from '../../domain/money.ts';
import {
  addCashMove,
  addCorrection,
  addToShift,
  expectedCash,
  NO_SHIFT_TOTALS,
} from '../../domain/shift-totals.ts';
import { paperReceipt } from '../../testing/paper-receipt.ts';
import type { PaperTablet } from '../../testing/paper-tablet.ts';
import { soldBasket } from '../../testing/trial-basket.ts';
import { startJournalWith, type TillJournal } from '../../testing/till-journal.ts';
import { startTillPlaneApp, type TillPlaneApp } from '../../testing/till-plane-app.ts';
import { untilProjected } from '../../testing/until-projected.ts';

let plane: TillPlaneApp;
let tablet: PaperTablet;
let journal: TillJournal;

beforeAll(async () => {
  plane = await startTillPlaneApp();
});
afterAll(() => plane.stop());
beforeEach(async () => {
  tablet = await plane.newTablet();
  journal = await startJournalWith(tablet.enrolment, 'inc-1', tablet.key);
});

const FLOAT = money(15_000);
const SHIFT = 'shift-1';

async function send(facts: readonly FactBody[]): Promise<void> {
  for (const fact of facts) await journal.add(fact);
  const { header, lines } = await journal.push(1);
  expect((await tablet.push(header, lines)).status).toBe(200);
  await untilProjected(plane, tablet.enrolment.till);
}

async function read(query: string): Promise<Record<string, unknown>[]> {
  return (await plane.owner.query<Record<string, unknown>>(query, [tablet.enrolment.till])).rows;
}

function sold(): ReceiptBody {
  const { series, till } = tablet.enrolment;
  return paperReceipt({
    sale: `sale-${till}`,
    receipt: `${series}-000001`,
    shift: SHIFT,
    lines: [{ product: 'p-enamel-mug-blue-rim', count: 2, net: 900 }],
  });
}

function toCard(receipt: ReceiptBody): PaymentCorrected {
  const { sale, shift, tenders, cashRounding, totals } = receipt;
  return {
    ...{ sale, shift, receipt: receipt.receipt },
    from: { tenders, cashRounding },
    to: { tenders: [{ is: 'card', amount: totals.gross }], cashRounding: NO_MONEY },
  };
}

const opened: FactBody = {
  kind: 'shiftOpened',
  body: { shift: SHIFT, day: '2025-05-06', drawer: 'd1', float: FLOAT },
};
const drop: CashMoved = { move: 'move-1', shift: SHIFT, is: 'drop', amount: money(4_000), reason: 'Safe' };

test('RECO-37 TEND-8 SHIFT-7 a close agrees with moved cash and a corrected payment, and the receipt shows how it was paid', async () => {
  const receipt = sold();
  const correction = toCard(receipt);
  const totals = addCashMove(
    addCorrection(addToShift(NO_SHIFT_TOTALS, receipt, 'saleCompleted'), correction),
    drop,
  );
  const expected = expectedCash({ float: FLOAT, totals });
  const figures = { expectedCash: expected, countedCash: expected, difference: NO_MONEY };
  await send([
    opened,
    { kind: 'saleCompleted', body: receipt },
    { kind: 'paymentCorrected', body: correction },
    { kind: 'cashMoved', body: drop },
    {
      kind: 'shiftClosed',
      body: { shift: SHIFT, totals, ...figures, keptFloat: expected, banked: NO_MONEY },
    },
  ]);
  expect(await read("select kind from evertill.flag where till = $1 and kind <> 'priceDiffers'")).toEqual([]);
  expect(await read('select cash, card, gross from evertill.receipt where till = $1')).toEqual([
    { cash: 0, card: receipt.totals.gross, gross: receipt.totals.gross },
  ]);
  expect(await read('select kind, amount from evertill.tender where till = $1')).toEqual([
    { kind: 'card', amount: receipt.totals.gross },
  ]);
  expect(await read('select direction, amount, reason from evertill.cash_move where till = $1')).toEqual([
    { direction: 'drop', amount: 4_000, reason: 'Safe' },
  ]);
});

test('RECO-35 SALE-22 a parked basket waits for the shop until it is taken up', async () => {
  const open = soldBasket(`parked-${tablet.enrolment.till}`);
  const parked: FactBody = { kind: 'saleParked', body: { name: 'Mr Green', gross: money(250), open } };
  await send([parked]);
  const waiting =
    'select name, gross, open from evertill.parked_sale where till = $1 and gone_because is null';
  expect(await read(waiting)).toEqual([{ name: 'Mr Green', gross: 250, open }]);
  await send([{ kind: 'saleRecalled', body: { sale: open.sale, till: tablet.enrolment.till } }]);
  expect(await read(waiting)).toEqual([]);
  await send([parked]);
  expect(await read(waiting)).toHaveLength(1);
});

test('RECO-36 SALE-16 a line shows what was taken off it, and why', async () => {
  const receipt = sold();
  const [line] = receipt.lines;
  if (line === undefined) throw new Error('no line');
  const discounted = {
    ...line,
    listPrice: money(1_200),
    discount: { is: 'amount', amount: money(50), reason: 'Damaged', taken: money(50) },
    basketDiscount: money(7),
    note: 'chipped',
  } as const;
  await send([opened, { kind: 'saleCompleted', body: { ...receipt, lines: [discounted] } }]);
  expect(
    await read(
      'select list_price, discount, discount_reason, basket_discount, note from evertill.receipt_line where till = $1',
    ),
  ).toEqual([
    { list_price: 1_200, discount: 50, discount_reason: 'Damaged', basket_discount: 7, note: 'chipped' },
  ]);
});
