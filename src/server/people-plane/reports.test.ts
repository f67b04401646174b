import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { FactBody, ReceiptBody } from '../../domain/fact-body.ts';
import { addMoney, money, NO_MONEY } from '../../domain/money.ts';
import { basisPoints } from '../../domain/tax-rate.ts';
import { reconciliationSchema } from '../../protocol/people-messages.ts';
import { problemSchema } from '../../protocol/problem.ts';
import { reportBySchema, reportSchema, type Report } from '../../protocol/report-messages.ts';
import { inTransaction } from '../database/in-transaction.ts';
import { saveCatalogue } from '../reference/save-catalogue.ts';
import { OFFICE_NOON, startTestOffice, type TestOffice } from '../../testing/office.ts';
import { paperReceipt, type PaperLine } from '../../testing/paper-receipt.ts';
import type { TillJournal } from '../../testing/till-journal.ts';

const DAY = '2025-05-06';
const NEXT_DAY = '2025-05-07';
const DAY_MS = 86_400_000;
let office: TestOffice;
let manager: string;

beforeAll(async () => {
  office = await startTestOffice();
  manager = await office.signIn('manager@mine.example');
  await addShops();
  await addProducts();
  await trade();
});
afterAll(() => office.stop());

/** One more shop, and one that takes another money. */
async function addShops(): Promise<void> {
  await office.owner.query(`
    insert into evertill.shop (shop, business, name, letter, policy, created_at)
    select 'second-shop', business, 'Second shop', 'B', policy, created_at from evertill.shop where shop = 'mine-shop'
    union all
    select 'euro-shop', business, 'Euro shop', 'C', jsonb_set(policy, '{currency,code}', '"EUR"'), created_at
    from evertill.shop where shop = 'mine-shop'`);
}

async function addProducts(): Promise<void> {
  const categories = [{ id: 'hot', name: 'Hot drinks', colour: '#336699', rank: 1 }];
  const tea = {
    ...{
      id: 'tea',
      sku: 'TEA-9',
      name: 'Tea of today',
      category: 'hot',
      barcodes: [],
      unit: 'each' as const,
    },
    prices: [{ from: '2025-01-01', price: money(250) }],
    tax: { is: 'single' as const, class: 'standard' },
  };
  await inTransaction(office.owner, (client) =>
    saveCatalogue(client, 'mine', { products: [tea], removed: [], categories, favourites: [] }),
  );
}

/** Two days, two shops, both rates, every way to pay, a refund, a payment corrected later, and a sale that is there twice. */
async function trade(): Promise<void> {
  const { journal } = office;
  const tea: PaperLine = { product: 'tea', count: 2, net: 250 };
  const cake: PaperLine = { product: 'cake', count: 1, net: 333 };
  const byCard = receipt(2, [cake], { card: true });
  const corrected = receipt(4, [tea, tea]);
  const split = receipt(5, [tea]);
  await add(journal, { kind: 'journalStarted', body: { parent: null, series: 'A1' } }, 0);
  await add(journal, sale(receipt(1, [tea, cake])), 0);
  await add(journal, sale(atReducedRate(byCard)), 61);
  await add(journal, { kind: 'refundGiven', body: receipt(3, [{ ...cake, count: -1 }]) }, 62);
  await add(journal, sale(corrected), 63);
  await add(journal, sale(paidBoth(split)), 64);
  await add(journal, sale(receipt(6, [tea], { sale: 'sale-1' })), 65);
  await add(journal, sale(receipt(7, [cake, tea])), 24 * 60 + 30);
  await add(journal, sale(receipt(8, [{ ...tea, net: 0 }])), 24 * 60 + 31);
  const { tenders, cashRounding, sale: id, shift, receipt: number, totals } = corrected;
  const to = { tenders: [{ is: 'card' as const, amount: totals.gross }], cashRounding: NO_MONEY };
  await add(
    journal,
    {
      kind: 'paymentCorrected',
      body: { sale: id, receipt: number, shift, from: { tenders, cashRounding }, to },
    },
    24 * 60 + 40,
  );
  await office.send(1);
  const other = await office.addJournal('second-shop');
  await add(other, { kind: 'journalStarted', body: { parent: null, series: 'B1' } }, 0);
  await add(other, sale(receipt(101, [tea])), 5, 'mine-owner');
  await office.send(1, {}, other);
}

function receipt(
  number: number,
  lines: PaperLine[],
  more: { sale?: string; card?: boolean } = {},
): ReceiptBody {
  const text = `A1-${String(number).padStart(6, '0')}`;
  return paperReceipt({ sale: `sale-${String(number)}`, receipt: text, lines, ...more });
}

function sale(body: ReceiptBody): FactBody {
  return { kind: 'saleCompleted', body };
}

/** The figures stay; what matters is that another rate is there. */
function atReducedRate(body: ReceiptBody): ReceiptBody {
  const rate = basisPoints(500);
  return {
    ...body,
    lines: body.lines.map((line) => ({ ...line, taxRate: rate })),
    totals: { ...body.totals, byRate: body.totals.byRate.map((one) => ({ ...one, rate })) },
  };
}

/** A pound in cash, the rest by card. */
function paidBoth(body: ReceiptBody): ReceiptBody {
  const cash = money(100);
  const card = addMoney(body.totals.gross, money(-100));
  return {
    ...body,
    tenders: [
      { is: 'card', amount: card },
      { is: 'cash', amount: cash, handed: cash, change: NO_MONEY },
    ],
  };
}

function add(journal: TillJournal, fact: FactBody, minute: number, staff = 'mine-clerk') {
  const at = OFFICE_NOON + minute * 60_000;
  return journal.add(fact, { at, staff, day: minute < 24 * 60 ? DAY : NEXT_DAY });
}

const ask = (query: string, cookie = manager) => office.ask({ path: `/reports?${query}`, cookie });
async function report(by: Report['by'], from = DAY, to = NEXT_DAY, shops = 'mine-shop,second-shop') {
  const asked = await ask(`by=${by}&from=${from}&to=${to}&shops=${shops}`);
  return reportSchema.parse(asked.json());
}
const summed = (rows: Report['rows']) => ({
  lines: rows.reduce((sum, { figures }) => sum + figures.lines, 0),
  units: rows.reduce((sum, { figures }) => sum + figures.units, 0),
  net: rows.reduce((sum, { figures }) => sum + figures.net, 0),
  tax: rows.reduce((sum, { figures }) => sum + figures.tax, 0),
  gross: rows.reduce((sum, { figures }) => sum + figures.gross, 0),
});

describe('REPORT-1 P4 all reports of a range come to the same totals, and those are the days’ reconciliations', () => {
  test.each(reportBySchema.options)('by %s', async (by) => {
    const { rows, totals } = await report(by);
    expect(rows.length).toBeGreaterThan(1);
    expect(summed(rows)).toEqual(totals.figures);
    expect(totals).toEqual((await report('day')).totals);
  });

  test('the ways of paying come to what was paid: gross and rounding', async () => {
    const { rows, totals } = await report('tender');
    const paid = rows.reduce((sum, { receipts }) => sum + (receipts?.cash ?? 0), 0);
    expect(paid).toBe(totals.receipts.cash);
    expect(totals.receipts.cash + totals.receipts.card).toBe(
      totals.figures.gross + totals.receipts.cashRounding,
    );
  });

  test('a day of one shop is what its reconciliation says', async () => {
    for (const shop of ['mine-shop', 'second-shop'])
      for (const day of [DAY, NEXT_DAY]) {
        const path = `/reconcile?shop=${shop}&day=${day}`;
        const { takings } = reconciliationSchema.parse((await office.ask({ path, cookie: manager })).json());
        const { byRate, sales, refunds, cash, card, ...figures } = takings;
        for (const by of reportBySchema.options) {
          const { totals } = await report(by, day, day, shop);
          expect(totals.figures).toEqual(figures);
          expect(totals.receipts).toMatchObject({ sales, refunds, cash, card });
        }
        const rates = (await report('tax', day, day, shop)).rows;
        const asRates = rates.map(({ key, figures: { net, tax, gross } }) => ({
          ...{ rate: Number(key), net, tax, gross },
        }));
        expect(asRates.toSorted((one, other) => one.rate - other.rate)).toEqual(byRate);
      }
  });
});

test('REPORT-2 only posted receipts count, in every report', async () => {
  const { totals } = await report('day');
  expect(totals.receipts).toMatchObject({ sales: 7, refunds: 1 });
  expect(totals.figures.lines).toBe(11);
});

test('REPORT-3 a corrected payment counts as it was paid after all', async () => {
  const { rows } = await report('tender', DAY, DAY, 'mine-shop');
  const ways = rows.map(({ key, receipts }) => [key, receipts?.sales, receipts?.cash, receipts?.card]);
  expect(new Set(ways)).toEqual(
    new Set([
      ['card', 2, 0, 1_200 + 400],
      ['cash', 1, 600 + 400 - 400, 0],
      ['cashAndCard', 1, 100, 500],
    ]),
  );
});

test('REPORT-9 signed, late and not signed yet come to the takings', async () => {
  const standing = async () => (await report('day')).totals.standing;
  const { gross } = (await report('day')).totals.figures;
  expect(await standing()).toEqual({ signed: 0, late: 0, unsigned: gross });
  const sign = async (number: number, seq: number) => {
    const heads = JSON.stringify([{ till: office.journal.identity.till, seq }]);
    await office.owner.query(
      `insert into evertill.sign_off (shop, day, number, business, at, why, heads, figures, open)
       values ('mine-shop', $1, $2, 'mine', 0, '', $3, '{}', '[]')`,
      [DAY, number, heads],
    );
  };
  const [first] = (await report('day', DAY, DAY, 'mine-shop')).rows;
  const ofDay = first?.figures.gross ?? 0;
  await sign(1, 3);
  expect(await standing()).toEqual({ signed: 1_400, late: ofDay - 1_400, unsigned: gross - ofDay });
  await sign(2, 100);
  expect(await standing()).toEqual({ signed: ofDay, late: 0, unsigned: gross - ofDay });
});

test('REPORT-4 an hour is an hour of the shop’s own clock', async () => {
  const { rows } = await report('hour', DAY, DAY, 'mine-shop');
  expect(rows.map(({ key, receipts }) => [key, receipts?.sales])).toEqual([
    ['12', 1],
    ['13', 3],
  ]);
});

test('REPORT-5 products and categories bear the names the catalogue has now; what it does not know keeps its own', async () => {
  const products = (await report('product')).rows.map(({ key, name, sku }) => [key, name, sku]);
  expect(products).toEqual([
    ['tea', 'Tea of today', 'TEA-9'],
    ['cake', 'Name of cake', 'CAKE'],
  ]);
  const categories = (await report('category')).rows.map(({ key, name }) => [key, name]);
  expect(categories).toEqual([
    ['hot', 'Hot drinks'],
    ['', null],
  ]);
});

test('REPORT-6 shops of different currencies are not added up, nor more days than a report covers', async () => {
  const codeOf = async (query: string) => problemSchema.parse((await ask(query)).json()).code;
  expect(await codeOf(`by=day&from=${DAY}&to=${DAY}&shops=mine-shop,euro-shop`)).toBe('input-invalid');
  expect(await codeOf(`by=day&from=${NEXT_DAY}&to=${DAY}&shops=mine-shop`)).toBe('input-invalid');
  const tooLate = new Date(Date.parse(DAY) + 400 * DAY_MS).toISOString().slice(0, 10);
  expect(await codeOf(`by=day&from=${DAY}&to=${tooLate}&shops=mine-shop`)).toBe('input-invalid');
});

test('OFFICE-5 another business’s shop is in no report, and a clerk reads none', async () => {
  const query = `by=day&from=${DAY}&to=${DAY}&shops=mine-shop,theirs-shop`;
  expect((await ask(query)).statusCode).toBe(404);
  const theirs = await office.signIn('manager@theirs.example');
  expect((await ask(`by=day&from=${DAY}&to=${DAY}&shops=mine-shop`, theirs)).statusCode).toBe(404);
  expect((await ask(`by=day&from=${DAY}&to=${DAY}&shops=mine-shop`, '')).statusCode).toBe(401);
});
