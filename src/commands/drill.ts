/**
 * `npm run drill -- --receipts FILE --day 2011-06-08 [--tills N]`: rings every receipt of a real day through the real
 * screens while one thing after another is broken, and compares file, journal, ledger and office to the penny.
 */
import { parseArgs } from 'node:util';
import { fileURLToPath } from 'node:url';
import { disposeAll } from '../../e2e/harness/dispose-all.ts';
import { prepareServer, type EvertillServer } from '../../e2e/harness/evertill-server.ts';
import { labOf, type Lab } from '../../e2e/harness/lab.ts';
import { readJournal } from '../../e2e/harness/read-journal.ts';
import { readReceiptFacts } from '../../e2e/harness/receipt-facts.ts';
import { DESKTOP } from '../../e2e/harness/tablet.ts';
import type { DrillShop } from '../server/import/drill-shop.ts';
import { buildClientIfNeeded } from './build-client.ts';
import { closeTills } from './drill/close-tills.ts';
import { listDifferences, printColumns, printComparison } from './drill/compare-day.ts';
import { figuresFromFile } from './drill/day-figures.ts';
import { dealToPhases, PHASES, type Phase } from './drill/drill-phases.ts';
import { dealReceipts, importedPrices, planDay, type DrillPlan } from './drill/drill-plan.ts';
import {
  openTills,
  personOf,
  restartCold,
  ringAtOnce,
  untilDrained,
  type DrillTill,
} from './drill/drill-tills.ts';
import { countDuplicates, figuresFromFacts, listLost } from './drill/fact-figures.ts';
import { readLedger } from './drill/read-ledger.ts';
import { readOffice } from './drill/read-office.ts';
import { productsOfFile, readRetailFile } from './drill/retail-file.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const TILLS_MAX = 8;
const say = (words: string): void => {
  console.log(words);
};

interface DrillOptions {
  readonly file: string;
  readonly day: string;
  readonly tills: number;
}

const options = readOptions();
if (options === null) {
  console.error('Usage: npm run drill -- --receipts FILE --day YYYY-MM-DD [--tills 1..8]');
  process.exitCode = 2;
} else if (!(await drill(options))) process.exitCode = 1;

function readOptions(): DrillOptions | null {
  const { values } = parseArgs({
    options: {
      receipts: { type: 'string' },
      day: { type: 'string' },
      tills: { type: 'string', default: '1' },
    },
  });
  const tills = Number(values.tills);
  const isDay = /^\d{4}-\d\d-\d\d$/.test(values.day ?? '');
  if (values.receipts === undefined || values.day === undefined || !isDay) return null;
  if (!Number.isInteger(tills) || tills < 1 || tills > TILLS_MAX) return null;
  return { file: values.receipts, day: values.day, tills };
}

/** @returns whether everything agreed. */
async function drill({ file, day, tills }: DrillOptions): Promise<boolean> {
  const startedAt = performance.now();
  const rows = readRetailFile(file);
  const prices = importedPrices(rows, day);
  const plan = planDay(rows, day, prices);
  if (plan.receipts.length === 0) throw new Error(`${file} has nothing to ring on ${day}`);
  tellPlan(plan, day);
  await buildClientIfNeeded(root, say);
  const server = await prepareServer(['--demo-faults', '--clock', day, '--no-demo']);
  try {
    await server.start();
    const shop = await labOf(server.origin).makeShop({
      name: `Drill of ${day}`,
      tills,
      products: productsOfFile(rows, prices),
    });
    const agreed = await tradeAndCompare(server, shop, plan, day);
    say(`\nThe drill took ${String(Math.round((performance.now() - startedAt) / 1000))} s.`);
    return agreed;
  } finally {
    await server.dispose();
  }
}

function tellPlan(plan: DrillPlan, day: string): void {
  const lines = plan.receipts.reduce((sum, receipt) => sum + receipt.lines.length, 0);
  say(`${day}: ${String(plan.receipts.length)} receipts, ${String(lines)} lines to ring.`);
  for (const [reason, rows] of plan.leftOut)
    say(`  left out on both sides: ${String(rows.length)} rows, ${reason}`);
}

async function tradeAndCompare(
  server: EvertillServer,
  shop: DrillShop,
  plan: DrillPlan,
  day: string,
): Promise<boolean> {
  const opened = await openTills(server.origin, shop, personOf(shop, 'clerk'));
  try {
    await trade(server, shop, opened, plan, day);
    return await compare(server, shop, opened, plan, day);
  } finally {
    await disposeAll(...opened.map(({ tablet }) => tablet));
  }
}

async function trade(
  server: EvertillServer,
  shop: DrillShop,
  tills: readonly DrillTill[],
  plan: DrillPlan,
  day: string,
): Promise<void> {
  const lab = labOf(server.origin);
  const hands = dealReceipts(plan.receipts, tills.length).map((hand) => dealToPhases(hand, PHASES.length));
  for (const [index, phase] of PHASES.entries()) {
    await enterPhase(phase, server, lab, shop, tills);
    const share = hands.map((hand) => hand[index] ?? []);
    say(`  ${phase.name}: ${String(share.flat().length)} receipts`);
    await ringAtOnce(tills, share, day, personOf(shop, 'manager'));
  }
  await untilDrained(tills);
  await closeTills(tills);
  await untilDrained(tills);
}

async function enterPhase(
  { act }: Phase,
  server: EvertillServer,
  lab: Lab,
  shop: DrillShop,
  tills: readonly DrillTill[],
): Promise<void> {
  switch (act.is) {
    case 'healthy':
      return;
    case 'requests':
      await lab.mend();
      return lab.breakRequests(act.target, act.kind);
    case 'peoplePlane':
      await lab.mend();
      return lab.breakPeoplePlane(act.kind);
    case 'serverDead':
      await server.kill();
      return restartCold(tills, personOf(shop, 'clerk', 1));
    case 'serverBack':
      return server.start();
  }
}

async function compare(
  server: EvertillServer,
  shop: DrillShop,
  tills: readonly DrillTill[],
  plan: DrillPlan,
  day: string,
): Promise<boolean> {
  const journals = await Promise.all(tills.map(({ tablet }) => readJournal(tablet.page())));
  const journal = readReceiptFacts(journals.flat());
  const ledger = readReceiptFacts(await readLedger(server.dataDirectory, shop.business));
  const [first] = tills;
  if (first === undefined) throw new Error('a drill has a till');
  const page = await first.tablet.page().context().newPage();
  await page.setViewportSize(DESKTOP);
  const office = await readOffice(page, server.origin, shop.office, day);
  const readings = [
    { from: 'file', figures: figuresFromFile(plan.receipts, day) },
    { from: 'journal', figures: figuresFromFacts(journal) },
    { from: 'ledger', figures: figuresFromFacts(ledger) },
    { from: 'office', figures: office.figures },
  ];
  const lost = listLost(journal, ledger);
  const duplicated = countDuplicates(ledger);
  say(`\n${printComparison(readings)}`);
  say(`\nOutages, as the tills saw them\n${printColumns(office.outages)}`);
  say(`\nTills\n${printColumns(office.tills)}`);
  say(`\nlost = ${String(lost.length)}, duplicated = ${String(duplicated)}`);
  const differences = listDifferences(readings);
  for (const difference of differences) say(`DIFFERENCE ${difference}`);
  return differences.length === 0 && lost.length === 0 && duplicated === 0;
}
