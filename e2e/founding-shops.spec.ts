// The founding morning for a whole business: four shops, eleven tills. Logins break, everything breaks, the server dies; the day ends signed off.
import 'fake-indexeddb/auto';
import { expect, test, type Page } from '@playwright/test';
import { uuidv7 } from 'uuidv7';
import { money, NO_MONEY } from '../src/domain/money.ts';
import { changeSale, startSale } from '../src/domain/open-sale.ts';
import { priceSale } from '../src/domain/price-sale.ts';
import { quantity } from '../src/domain/quantity.ts';
import { expectedCash } from '../src/domain/shift-totals.ts';
import { cashTender } from '../src/domain/tender.ts';
import { tradingDay } from '../src/domain/trading-day.ts';
import { closeShift } from '../src/local-db/close-shift.ts';
import { ONLY } from '../src/local-db/journal-db.ts';
import { openShift } from '../src/local-db/open-shift.ts';
import { recordSale } from '../src/local-db/record-sale.ts';
import { makeFetchNet } from '../src/sync/fetch-net.ts';
import type { DrillShop } from '../src/server/import/drill-shop.ts';
import { openTradingTill, type TradingTill } from '../src/testing/trading-till.ts';
import { accepted } from '../src/testing/trial-shop.ts';
import { disposeAll } from './harness/dispose-all.ts';
import { prepareServer, type EvertillServer } from './harness/evertill-server.ts';
import { labOf, type Lab } from './harness/lab.ts';
import { signInToOffice } from './harness/office-screens.ts';

const SHOPS = [
  { name: 'Harbour', tills: 3 },
  { name: 'Market', tills: 3 },
  { name: 'Station', tills: 3 },
  { name: 'Hill', tills: 2 },
] as const;
const [FIRST, ...MORE] = SHOPS;
const CLERK = 'd-alma';
/** £3.50 and 20 % tax. */
const LOAF = { code: 'LOAF', name: 'Loaf', price: 350 };
const LOAF_GROSS = 420;
const COMMIT_DEADLINE_MS = 60_000;
const ARRIVES_MS_MAX = 180_000;

interface Counter {
  readonly till: TradingTill;
  readonly shop: string;
  readonly shift: string;
}

let server: EvertillServer;
let lab: Lab;
let business: DrillShop;
const counters: Counter[] = [];
let sold = 0;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  server = await prepareServer(['--demo-faults', '--no-demo']);
  await server.start();
  lab = labOf(server.origin);
  business = await lab.makeShop({
    name: FIRST.name,
    tills: FIRST.tills,
    moreShops: MORE.map(({ name, tills }) => ({ name, tills })),
    products: [LOAF],
  });
});

test.afterAll(async () => {
  for (const { till } of counters) await till.stop();
  await disposeAll(server);
});

const now = () => {
  const at = Date.now();
  return { at, day: tradingDay(at, 'Europe/London', '04:00') };
};

async function openCounter({ shop, name, code, till: id }: DrillShop['tills'][number]): Promise<Counter> {
  const net = makeFetchNet(server.origin);
  const till = await openTradingTill({ name: `${name} ${id}`, code, enrolOver: net, net, startsAt: now() });
  const shift = uuidv7();
  const { day } = now();
  await openShift(till.db, { shift, day, drawer: name, float: till.policy.float }, till.at(now(), CLERK));
  await expect.poll(async () => (await till.products()).size).toBe(1);
  return { till, shop, shift };
}

async function sellLoaf({ till }: Counter): Promise<void> {
  const moment = now();
  const terms = { policy: till.policy, day: moment.day, catalogueVersion: 1 };
  const [product] = (await till.products()).values();
  if (product === undefined) throw new Error('nothing to sell');
  const sale = accepted(
    changeSale(
      startSale(uuidv7()),
      { is: 'addProduct', product, quantity: quantity(1000), price: null },
      terms,
    ),
  );
  const { gross } = accepted(priceSale(sale, terms)).totals;
  const { tender } = accepted(cashTender(gross, gross, till.policy.currency));
  const outcome = await recordSale(
    till.db,
    { sale, tenders: [tender], cashRounding: NO_MONEY, approval: null },
    till.at(moment, CLERK),
    { limitMs: COMMIT_DEADLINE_MS },
  );
  expect(outcome.is).toBe('recorded');
  sold += 1;
}

async function closeCounter({ till, shift }: Counter): Promise<void> {
  const open = (await till.db.journal.shifts.get(ONLY))?.value.open;
  if (open === undefined) throw new Error(`${till.name} has no open shift`);
  const count = { shift, countedCash: expectedCash(open), keptFloat: money(till.policy.float) };
  expect((await closeShift(till.db, count, till.at(now(), CLERK))).is).toBe('recorded');
}

async function everyTillSells(): Promise<void> {
  await Promise.all(counters.map(sellLoaf));
}

async function expectAllSent(): Promise<void> {
  for (const { till } of counters) till.tryNow();
  await expect
    .poll(
      async () => (await Promise.all(counters.map(({ till }) => till.waiting()))).every((left) => left === 0),
      {
        timeout: ARRIVES_MS_MAX,
      },
    )
    .toBe(true);
}

test('P1 P3 P4 P5 eleven tills in four shops sell through broken logins, a broken server and a dead one, and all of it arrives', async () => {
  for (const place of business.tills) counters.push(await openCounter(place));
  expect(counters).toHaveLength(11);
  await everyTillSells();
  await lab.breakRequests('login', '500');
  await everyTillSells();
  await expectAllSent();
  await lab.breakRequests('everything', '503');
  await everyTillSells();
  await server.kill();
  await everyTillSells();
  await server.start();
  await everyTillSells();
  await Promise.all(counters.map(closeCounter));
  await expectAllSent();
  expect(sold).toBe(55);
});

test('P7 each shop’s day agrees to the penny and is signed off', async ({ page }) => {
  await signInToOffice(page, server.origin, business.office);
  for (const { name, tills } of SHOPS) await signOff(page, name, tills);
});

async function signOff(page: Page, shop: string, tills: number): Promise<void> {
  const sales = tills * 5;
  await page.getByRole('combobox', { name: 'Shop' }).selectOption(shop);
  await expect(page.getByText(`${String(sales)} of ${String(sales)}`)).toBeVisible();
  const takings = (sales * LOAF_GROSS) / 100;
  await expect(page.getByText(`£${takings.toFixed(2)}`).first()).toBeVisible();
  await page.getByRole('button', { name: 'Sign off', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Sign off', exact: true }).click();
  await expect(page.getByText(/^Signed off by Mira/).first()).toBeVisible();
}
