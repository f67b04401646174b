/**
 * `npm run replay -- --receipts FILE [--tills 8] [--until YYYY-MM-DD]`: every line of months of real receipts through journal, sync
 * and server, while three answers of ten are lost and the server is killed five times; then every month's sums must be the file's.
 */
import 'fake-indexeddb/auto';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { fileURLToPath } from 'node:url';
import { prepareServer, type EvertillServer } from '../../e2e/harness/evertill-server.ts';
import { labOf } from '../../e2e/harness/lab.ts';
import { readReceiptFacts } from '../../e2e/harness/receipt-facts.ts';
import type { DrillShop } from '../server/import/drill-shop.ts';
import { catchUp } from '../server/projections/projector.ts';
import { makeFetchNet } from '../sync/fetch-net.ts';
import { openTradingTill } from '../testing/trading-till.ts';
import { buildClientIfNeeded } from './build-client.ts';
import { printColumns } from './drill/compare-day.ts';
import {
  dealReceipts,
  importedPrices,
  planRows,
  type DrillPlan,
  type DrillReceipt,
} from './drill/drill-plan.ts';
import { readLedger, withServersDatabase } from './drill/read-ledger.ts';
import { productsOfFile, readRetailFile, type RetailRow } from './drill/retail-file.ts';
import { CARDS_MEDIAN_MAX, CARDS_P95_MAX, cardsPerDay } from './replay/cards-per-day.ts';
import { makeLossyNet, type LossyNet } from './replay/lossy-net.ts';
import {
  isSameMonth,
  lessMonth,
  monthsOfReceipts,
  monthsOfRows,
  readChecks,
  type MonthFigures,
} from './replay/month-figures.ts';
import { ringDay, type Ringer } from './replay/ring-on-till.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const TILLS_MAX = 20;
const LOST_SHARE = 0.3;
const KILLS = 5;
const POLL_MS = 500;
const DRAIN_LIMIT_MS = 20 * 60_000;
const say = (words: string): void => {
  console.log(words);
};

interface ReplayOptions {
  readonly file: string;
  readonly tills: number;
  /** The last day to ring; null rings the whole file. */
  readonly until: string | null;
}

const options = readOptions();
if (options === null) {
  console.error('Usage: npm run replay -- --receipts FILE [--tills 1..20] [--until YYYY-MM-DD]');
  process.exitCode = 2;
} else if (!(await replay(options))) process.exitCode = 1;

function readOptions(): ReplayOptions | null {
  const { values } = parseArgs({
    options: {
      receipts: { type: 'string' },
      tills: { type: 'string', default: '8' },
      until: { type: 'string' },
    },
  });
  const tills = Number(values.tills);
  const until = values.until ?? null;
  const isSound = Number.isInteger(tills) && tills >= 1 && tills <= TILLS_MAX;
  const isDay = until === null || /^\d{4}-\d\d-\d\d$/.test(until);
  return values.receipts === undefined || !isSound || !isDay ? null : { file: values.receipts, tills, until };
}

/** @returns whether everything agreed. */
async function replay({ file, tills, until }: ReplayOptions): Promise<boolean> {
  const startedAt = performance.now();
  const rows = readRetailFile(file).filter((row) => until === null || row.day <= until);
  const prices = importedPrices(rows, '');
  const plan = planRows(rows, prices);
  say(
    `${String(rows.length)} lines, ${String(plan.receipts.length)} receipts to ring on ${String(tills)} tills.`,
  );
  for (const [reason, left] of plan.leftOut) say(`  not ringable: ${String(left.length)} lines, ${reason}`);
  await buildClientIfNeeded(root, say);
  const server = await prepareServer(['--demo-faults', '--no-demo']);
  try {
    await server.start();
    const name = 'Replay';
    const shop = await labOf(server.origin).makeShop({ name, tills, products: productsOfFile(rows, prices) });
    const checks = until === null ? checksBeside(file) : null;
    const agreed = await ringAll(server, shop, plan, rows, checks);
    say(`\nThe replay took ${String(Math.round((performance.now() - startedAt) / 1000))} s.`);
    return agreed;
  } finally {
    await server.dispose();
  }
}

/** The control totals of whole months, where they are known. */
type Checks = ReadonlyMap<string, MonthFigures> | null;

interface ReplayTill extends Ringer {
  readonly net: LossyNet;
  readonly receipts: readonly DrillReceipt[];
}

async function ringAll(
  server: EvertillServer,
  shop: DrillShop,
  plan: DrillPlan,
  rows: readonly RetailRow[],
  checks: Checks,
): Promise<boolean> {
  const hands = dealReceipts(plan.receipts, shop.tills.length);
  const tills: ReplayTill[] = [];
  for (const [index, receipts] of hands.entries()) tills.push(await openTill(server, shop, index, receipts));
  try {
    await ringWithKills(server, tills, plan.receipts.length);
    const drained = await untilDrained(tills);
    for (const { till, net } of tills)
      say(`  ${till.name}: ${String(net.asked())} requests, ${String(net.lost())} answers lost`);
    const agreed = await compare(server, shop, tills, plan, rows, checks);
    return (await countCards(server, shop)) && agreed && drained;
  } finally {
    for (const { till } of tills) await till.stop();
  }
}

async function openTill(
  server: EvertillServer,
  shop: DrillShop,
  index: number,
  receipts: readonly DrillReceipt[],
): Promise<ReplayTill> {
  const [place] = shop.tills.slice(index, index + 1);
  const person = (role: string): string => shop.people.find((one) => one.role === role)?.id ?? '';
  if (place === undefined) throw new Error('a hand without a till');
  const sound = makeFetchNet(server.origin);
  const net = makeLossyNet(sound, LOST_SHARE, Math.random);
  const day = receipts[0]?.day ?? '2010-12-01';
  const startsAt = { at: Date.parse(`${day}T07:00:00Z`), day };
  const till = await openTradingTill({ name: place.name, code: place.code, enrolOver: sound, net, startsAt });
  let products = await till.products();
  while (products.size === 0) {
    await wait(POLL_MS);
    products = await till.products();
  }
  return {
    till,
    products,
    sales: new Map(),
    clerk: person('clerk'),
    manager: person('manager'),
    net,
    receipts,
  };
}

/** The server dies and comes back while the tills ring on. */
async function ringWithKills(
  server: EvertillServer,
  tills: readonly ReplayTill[],
  total: number,
): Promise<void> {
  let rung = 0;
  let kills = 0;
  let outage = Promise.resolve();
  const count = (): void => {
    rung += 1;
    if (rung < ((kills + 1) * total) / (KILLS + 1) || kills === KILLS) return;
    kills += 1;
    say(`  ${String(rung)} receipts rung: the server is killed (${String(kills)} of ${String(KILLS)})`);
    outage = outage.then(() => server.kill()).then(() => server.start());
  };
  await Promise.all(tills.map((till) => ringDays(till, count)));
  await outage;
}

async function ringDays(till: ReplayTill, rung: () => void): Promise<void> {
  const days = new Map<string, DrillReceipt[]>();
  for (const receipt of till.receipts) days.set(receipt.day, [...(days.get(receipt.day) ?? []), receipt]);
  for (const [day, receipts] of days) await ringDay(till, day, receipts, rung);
}

async function untilDrained(tills: readonly ReplayTill[]): Promise<boolean> {
  const until = performance.now() + DRAIN_LIMIT_MS;
  for (const { till } of tills) till.tryNow();
  while (performance.now() < until) {
    const waiting = await Promise.all(tills.map(({ till }) => till.waiting()));
    if (waiting.every((facts) => facts === 0)) return true;
    await wait(POLL_MS);
  }
  say('Facts still wait on the tills.');
  return false;
}

async function compare(
  server: EvertillServer,
  shop: DrillShop,
  tills: readonly ReplayTill[],
  plan: DrillPlan,
  rows: readonly RetailRow[],
  checks: Checks,
): Promise<boolean> {
  const ledger = await readLedger(server.dataDirectory, shop.business);
  const made = (await Promise.all(tills.map(({ till }) => till.facts()))).flat().map((fact) => fact.bytes);
  const held = new Set(ledger);
  const lost = made.filter((bytes) => !held.has(bytes)).length;
  const twice = ledger.length - held.size;
  const receipts = readReceiptFacts(ledger);
  const numbers = new Set(receipts.map((receipt) => receipt.receipt));
  const sameNumber = receipts.length - numbers.size;
  say(`\n${String(made.length)} facts made on the tills, ${String(ledger.length)} in the ledger.`);
  const agreed = compareMonths(plan, rows, monthsOfReceipts(receipts), checks);
  say(`\nlost = ${String(lost)}, twice = ${String(twice)}, receipt numbers repeated = ${String(sameNumber)}`);
  return agreed && lost === 0 && twice === 0 && sameNumber === 0 && receipts.length === plan.receipts.length;
}

/** How much a manager has to look at, once the projections have read everything. */
async function countCards({ dataDirectory }: EvertillServer, { business }: DrillShop): Promise<boolean> {
  const cards = await withServersDatabase(dataDirectory, async (pool) => {
    await catchUp(pool);
    return cardsPerDay(pool, business, Date.now());
  });
  const { days, median, p95, most } = cards;
  say(
    `\nQuestions a shop and day, over ${String(days)} days: median ${String(median)}, p95 ${String(p95)}, most ${String(most)} (at most ${String(CARDS_MEDIAN_MAX)} and ${String(CARDS_P95_MAX)}).`,
  );
  return median <= CARDS_MEDIAN_MAX && p95 <= CARDS_P95_MAX;
}

function compareMonths(
  plan: DrillPlan,
  rows: readonly RetailRow[],
  ledger: ReadonlyMap<string, MonthFigures>,
  checks: Checks,
): boolean {
  const file = monthsOfRows(rows);
  const leftOut = monthsOfRows([...plan.leftOut.values()].flat());
  if (checks === null)
    say('No checks.json lies beside the file: the months are compared with the file alone.');
  let agreed = true;
  const table = [['month', 'lines in file', 'net', 'not rung', 'net', 'lines in ledger', 'net', '']];
  for (const [month, whole] of file) {
    const notRung = leftOut.get(month) ?? { lines: 0, units: 0, netMills: 0 };
    const kept = ledger.get(month) ?? { lines: 0, units: 0, netMills: 0 };
    const isWhole = checks === null || isSameMonth(whole, checks.get(month));
    const isSame = isSameMonth(lessMonth(whole, notRung), kept);
    agreed &&= isWhole && isSame;
    const verdict = [isWhole ? '' : 'file ≠ checks.json', isSame ? '' : 'ledger ≠ file'].join(' ').trim();
    const pair = (figures: MonthFigures) => [String(figures.lines), (figures.netMills / 1000).toFixed(3)];
    table.push([month, ...pair(whole), ...pair(notRung), ...pair(kept), verdict || 'equal']);
  }
  say(`\n${printColumns(table)}`);
  return agreed;
}

function checksBeside(file: string): Checks {
  const path = join(dirname(file), 'checks.json');
  return existsSync(path) ? readChecks(readFileSync(path, 'utf8')) : null;
}
