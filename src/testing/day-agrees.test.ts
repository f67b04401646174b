/**
 * Random days of trade through the till's own database and head office's own tables, in six currencies: what the screen says, the receipt,
 * the facts in the journal, the Z and the office are one and the same, parts add up to wholes, and all refunded is nothing.
 */
import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { approvalFor } from '../domain/approval-for.ts';
import type { ReceiptBody, ShiftClosed } from '../domain/fact-body.ts';
import { addMoney, money, NO_MONEY, type Money } from '../domain/money.ts';
import { priceSale, type SaleTerms } from '../domain/price-sale.ts';
import { receiptDocument } from '../domain/receipt-document.ts';
import { refundable } from '../domain/refundable.ts';
import type { OpenSale, Tender } from '../domain/sale.ts';
import type { SaleCommand } from '../domain/sale-command.ts';
import { shiftReport } from '../domain/shift-report.ts';
import { expectedCash } from '../domain/shift-totals.ts';
import { basisPoints } from '../domain/tax-rate.ts';
import { cardTender, cashTender, roundCash } from '../domain/tender.ts';
import { sha256Hex } from '../journal/digest.ts';
import type { FactRow } from '../journal/branch.ts';
import { closeShift } from '../local-db/close-shift.ts';
import { closedShifts } from '../local-db/closed-shifts.ts';
import { correctPayment } from '../local-db/correct-payment.ts';
import { moveCash } from '../local-db/move-cash.ts';
import { openShift } from '../local-db/open-shift.ts';
import { readShift } from '../local-db/read-shift.ts';
import { recordSale } from '../local-db/record-sale.ts';
import { makeShopFormat as makeOfficeFormat } from '../office/shop-format.ts';
import { factSchema } from '../protocol/fact.ts';
import { receiptBodySchema } from '../protocol/receipt-body.ts';
import { appendBatch } from '../server/ledger/append-batch.ts';
import { readOffered } from '../server/ledger/offered-batch.ts';
import { readDayRecords } from '../server/people-plane/read-day-records.ts';
import { reconcileDay } from '../server/people-plane/reconcile-day.ts';
import { catchUp } from '../server/projections/projector.ts';
import { listedSum, basketOff } from '../till/sell/basket-figures.ts';
import { makeShopFormat } from '../till/shop-format.ts';
import { arbitraryShop } from './arbitrary-currency.ts';
import { arbitraryBasket } from './arbitrary-sale.ts';
import { reportOf } from './till-journal.ts';
import { startTrialLedger, type TrialLedger } from './trial-ledger.ts';
import { accepted, ringUp, TRIAL_DAY } from './trial-shop.ts';
import { makeTrialTill, trialActing, type TrialTill } from './trial-till.ts';

const DAYS = 12;

// Two databases a day; a busy machine may take its time.
vi.setConfig({ testTimeout: 300_000 });

interface Rung {
  readonly commands: readonly SaleCommand[];
  readonly percentOff: number;
  readonly cardShare: number;
  readonly isCorrected: boolean;
}

const arbitraryRung: fc.Arbitrary<Rung> = fc.record({
  commands: arbitraryBasket,
  percentOff: fc.constantFrom(0, 0, 500, 3_333),
  cardShare: fc.constantFrom(0, 0.4, 1),
  isCorrected: fc.boolean(),
});

let ledger: TrialLedger;
let runs = 0;

beforeAll(async () => {
  ledger = await startTrialLedger('embedded');
});
afterAll(() => ledger.stop());

test('SALE-30 screen, receipt, journal, Z and office agree in six currencies, through both databases, and all refunded is nothing', async () => {
  const days = fc.array(arbitraryRung, { minLength: 1, maxLength: 4 });
  await fc.assert(
    fc.asyncProperty(days, arbitraryShop, async (rung, terms) => {
      runs += 1;
      const shop = `shop-${runs}`;
      const till = await makeTrialTill('A1', {
        till: `till-${runs}`,
        business: 'b',
        shop,
        policy: terms.policy,
      });
      try {
        const receipts = await trade(till, rung, terms);
        const office = await officeOf(till, terms);
        agree(receipts, await zOf(till), office, terms);
      } finally {
        till.close();
      }
    }),
    // Each day takes two databases: the first that disagrees is told, with its seed.
    { numRuns: DAYS, endOnFailure: true },
  );
});

/** A shift with everything in it; then each sale comes back whole. @returns the receipts as the journal has them. */
async function trade(till: TrialTill, rung: readonly Rung[], terms: SaleTerms): Promise<ReceiptBody[]> {
  const { db } = till;
  const { float } = terms.policy;
  await openShift(db, { shift: `s-${runs}`, day: TRIAL_DAY, drawer: 'drawer-1', float }, trialActing());
  for (const [at, one] of rung.entries()) {
    const discount = { is: 'percent', points: basisPoints(one.percentOff), reason: 'Damaged' } as const;
    const off = { is: 'discountSale', discount: one.percentOff === 0 ? null : discount } as const;
    const body = await sell(
      till,
      ringUp(`sale-${runs}-${at}`, [...one.commands, off], terms),
      one.cardShare,
      terms,
    );
    if (one.isCorrected) await correct(till, body);
  }
  const sold = await receiptsOf(till);
  for (const [at, body] of sold.entries()) {
    const lines = comesBack(body);
    if (lines.length > 0) await sell(till, ringUp(`back-${runs}-${at}`, lines, terms), 0, terms);
  }
  const drop = { move: `m-${runs}`, is: 'drop', amount: money(100), reason: 'Safe' } as const;
  await moveCash(db, drop, null, trialActing());
  const open = await readShift(db);
  if (open === null) throw new Error('the shift is open');
  const countedCash = money(Math.max(0, expectedCash(open) + 5));
  const closed = await closeShift(db, { shift: open.shift, countedCash, keptFloat: NO_MONEY }, trialActing());
  expect(closed.is).toBe('recorded');
  return receiptsOf(till);
}

async function sell(
  till: TrialTill,
  sale: OpenSale,
  cardShare: number,
  terms: SaleTerms,
): Promise<ReceiptBody> {
  const { gross } = accepted(priceSale(sale, terms)).totals;
  const { tenders, cashRounding } = tendersFor(gross, cardShare, terms);
  const need = approvalFor(sale, terms, 'clerk');
  const approval = need === null ? null : { approver: 's-daniel', digest: await sha256Hex(need.act) };
  const outcome = await recordSale(till.db, { sale, tenders, cashRounding, approval }, trialActing());
  if (outcome.is !== 'recorded') throw new Error(JSON.stringify(outcome));
  return outcome.receipt.body;
}

function tendersFor(gross: Money, cardShare: number, { policy }: SaleTerms) {
  const onCard = money(Math.trunc(gross * cardShare));
  const byCard: Tender[] = onCard === 0 ? [] : [accepted(cardTender(gross, onCard))];
  const due = money(gross - onCard);
  if (due === 0) return { tenders: byCard, cashRounding: NO_MONEY };
  const handed = due > 0 ? roundCash(due, policy.currency) : NO_MONEY;
  const { tender, rounding } = accepted(cashTender(due, handed, policy.currency));
  return { tenders: [...byCard, tender], cashRounding: rounding };
}

async function correct({ db }: TrialTill, { sale, tenders }: ReceiptBody): Promise<void> {
  const to = tenders.some((tender) => tender.is === 'cash') ? 'card' : 'cash';
  // A sale that came to nothing has no payment to correct.
  await correctPayment(db, { sale, to }, trialActing());
}

function comesBack(receipt: ReceiptBody): SaleCommand[] {
  return refundable(receipt, []).map(({ line, left, alreadyReturned }) => ({
    is: 'returnLine',
    receipt,
    soldOn: TRIAL_DAY,
    line,
    quantity: left,
    alreadyReturned,
  }));
}

function factsOf({ db }: TrialTill): Promise<FactRow[]> {
  return db.journal.facts.orderBy('[inc+no]').toArray();
}

/** Read from the bytes that are sent, not from what made them. */
async function receiptsOf(till: TrialTill): Promise<ReceiptBody[]> {
  const facts = (await factsOf(till)).map(({ bytes }) => factSchema.parse(JSON.parse(bytes)));
  return facts
    .filter(({ kind }) => kind === 'saleCompleted' || kind === 'refundGiven')
    .map(({ body }) => receiptBodySchema.parse(body));
}

async function zOf({ db }: TrialTill): Promise<ShiftClosed> {
  const [z] = await closedShifts(db);
  if (z === undefined) throw new Error('no Z');
  return z.closed;
}

/** The journal sent as it is, read by the office. */
async function officeOf(till: TrialTill, { policy }: SaleTerms) {
  const { till: name, shop } = till.enrolment;
  const { owner, pool } = ledger;
  await owner.query(
    `insert into evertill.shop (shop, business, name, letter, policy, created_at) values ($1, 'b', $1, $1, $2, 0)`,
    [shop, policy],
  );
  await owner.query(
    `insert into evertill.till (till, business, shop, name, series, created_at) values ($1, 'b', $2, $1, $1, 0)`,
    [name, shop],
  );
  await owner.query(`insert into evertill.till_head (till, business) values ($1, 'b')`, [name]);
  const facts = await factsOf(till);
  const inc = facts[0]?.inc ?? '';
  const batch = readOffered(
    { till: name, inc, from: 1, prevHash: '' },
    facts.map(({ bytes }) => bytes),
  );
  const offer = { batch, report: reportOf(facts.length), signature: '', signatureOk: true, tillKey: 'k' };
  await appendBatch(pool, { ...offer, receivedAt: 1 });
  await catchUp(owner);
  const records = await readDayRecords(owner, { shop, name: shop, policy }, TRIAL_DAY, 1);
  return reconcileDay(shop, records, { day: TRIAL_DAY, today: TRIAL_DAY, now: 1 });
}

type Office = Awaited<ReturnType<typeof officeOf>>;

function agree(receipts: readonly ReceiptBody[], z: ShiftClosed, office: Office, terms: SaleTerms): void {
  for (const body of receipts) shownAgrees(body, terms);
  const { takings, tills } = office;
  const sum = (figure: (body: ReceiptBody) => number) =>
    receipts.reduce((all, body) => all + figure(body), 0);
  const gross = sum(({ totals }) => totals.gross);
  expect([z.totals.gross, takings.gross]).toEqual([gross, gross]);
  expect(takings).toMatchObject({
    net: z.totals.net,
    tax: z.totals.tax,
    cash: z.totals.cash,
    card: z.totals.card,
  });
  expect(takings.byRate).toEqual(z.totals.byRate);
  expect(z.totals.net + z.totals.tax).toBe(gross);
  expect(z.totals.cash + z.totals.card).toBe(gross + z.totals.cashRounding);
  expect(office.receipts.received).toBe(receipts.length);
  const shift = tills.flatMap((till) => till.shifts)[0];
  expect(shift).toMatchObject({
    difference: z.difference,
    countedCash: z.countedCash,
    expectedCash: z.expectedCash,
  });
  wordsAgree(z, office, terms);
  // What was sold and came back leaves nothing; what came back without a receipt stays given back.
  const without = sum(({ lines }) =>
    sumOf(lines.filter(({ origin }) => origin.is === 'returnedWithoutReceipt')),
  );
  expect(gross).toBe(without);
}

function sumOf(lines: ReceiptBody['lines']): number {
  return lines.reduce((sum, { gross }) => sum + gross, 0);
}

/** Basket and receipt in the words that their screens show: what is read there adds up, digit by digit. */
function shownAgrees(body: ReceiptBody, { policy, day }: SaleTerms): void {
  const format = makeShopFormat(policy);
  const { pricesIncludeTax } = policy.tax;
  const listed = body.lines.map((line) => readWords(format.money(listedSum(line, pricesIncludeTax))));
  const off = readWords(format.money(basketOff(body.lines)));
  const { gross, net } = body.totals;
  expect(addAll(listed) - off).toBe(readWords(format.money(pricesIncludeTax ? gross : net)));
  const kind = gross < 0 ? 'refundGiven' : 'saleCompleted';
  const paper = { kind, policy, day, anchoredMs: 0, servedBy: 'Amara', code: 'K7QF', isCopy: false } as const;
  const rows = receiptDocument({ ...paper, body });
  const read = (...is: readonly string[]) =>
    addAll(
      rows.map((row) => (is.includes(row.is) && 'amount' in row ? readWords(format.figure(row.amount)) : 0)),
    );
  expect(read('line', 'discount')).toBe(addAll(listed) - off);
  expect(read('total')).toBe(gross);
  expect(read('cash', 'card') - read('change')).toBe(gross + read('cashRounding'));
  const rates = rows.map((row) =>
    row.is === 'rate' ? readWords(format.figure(row.net)) + readWords(format.figure(row.tax)) : 0,
  );
  expect(addAll(rates)).toBe(gross);
}

/** The Z on its paper and the day in the office, word for word. */
function wordsAgree(z: ShiftClosed, { takings }: Office, { policy }: SaleTerms): void {
  const till = makeShopFormat(policy);
  const office = makeOfficeFormat(policy);
  const opened = { day: TRIAL_DAY, drawer: 'd', float: policy.float, openedAt: 0, openedBy: 'a' };
  const rows = shiftReport({
    opened,
    handOvers: [],
    totals: z.totals,
    closed: z,
    at: 0,
    by: 'a',
    isCopy: false,
    showsExpected: true,
  });
  for (const figure of ['gross', 'net', 'tax', 'cash', 'card'] as const) {
    const row = rows.find((one) => one.is === 'money' && one.figure === figure);
    const shown = row?.is === 'money' ? till.money(row.amount) : '';
    expect(office.money(takings[figure])).toBe(shown);
  }
}

/** Whole minor units as a person reads them off the screen: every digit, and the sign. */
function readWords(text: string): number {
  const digits = Number(text.replace(/\D/g, ''));
  return /[-−]/.test(text) ? -digits : digits;
}

function addAll(figures: readonly number[]): number {
  return addMoney(...figures.map(money));
}
