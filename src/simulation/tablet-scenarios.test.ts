/** Rows of the failure table in which the tablet itself, its disk, its clock or its windows fail. */
import { describe, expect, test, vi } from 'vitest';
import { spendAttempt, FRESH_BUDGET, standingOf, attemptBudgetSchema } from '../identity/attempt-budget.ts';
import { verifyChain } from '../journal/verify-chain.ts';
import { NO_FACT_HASH, factSchema } from '../protocol/fact.ts';
import { serveCustomer } from './clerk.ts';
import type { Life } from './life.ts';
import { openScenario, type Scenario } from './scenario.ts';
import type { TabletApp } from './simulated-tablet.ts';
import { bootTablet, killApp, serve } from './tablet.ts';

vi.setConfig({ testTimeout: 120_000 });

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

describe('JOUR killed at every moment', () => {
  test('SIM-1 P3 S F02 killed at twenty moments of a charge: no half sale, and it is shown or rung again', async () => {
    let shownLater = 0;
    for (let moment = 0; moment < 40; moment += 2) {
      const { shop, till, world, sell, pass, end } = await openScenario(1, moment);
      await sell(1);
      world.start(serve(shop, till, 'the-one', 1));
      await pass(moment);
      await killApp(shop, till);
      await pass(1_000);
      world.start(bootTablet(shop, till));
      await pass(1_000);
      shownLater += world.counts.get('sometimes: a sale was shown at the next start') ?? 0;
      // Whoever was not told *Paid* is rung again, under the id of the basket.
      if (![...shop.book.paid.values()].some((one) => one.customer === 'the-one'))
        world.start(serve(shop, till, 'the-one', 1));
      await pass(1_000);
      expect(await end()).toEqual([]);
    }
    expect(shownLater).toBeGreaterThan(0);
  });
});

test('SYNC-13 P4 S F03 the disk lied, numbers are used again: both are kept, the fork is flagged, the till goes on in a new incarnation', async () => {
  const { sell, until, happen, pass, branches, waiting, ledger, end } = await openScenario();
  await sell(5);
  await until(() => waiting() === 0);
  await happen({ is: 'powerLoss', till: 0, downMs: 1_000, lost: 3 });
  await pass(2_000);
  await sell(3);
  await until(() => branches().length === 2 && waiting() === 0);
  expect(branches().map(({ is }) => is)).toEqual(['finished', 'current']);
  expect(ledger().filter(({ marks }) => marks.includes('fork'))).toHaveLength(1);
  await sell(1);
  expect(branches()[1]?.lastReceipt).toMatch(/^A1b-/);
  expect(await end()).toEqual([]);
});

test.each([
  ['no space', { is: 'full' }],
  ['an aborted transaction', { is: 'abort' }],
] as const)(
  'SIM-1 P3 S F04 F05 %s: the basket is kept, nobody is charged twice, and it sells again afterwards',
  async (_name, fault) => {
    const { shop, till, world, sell, happen, pass, end } = await openScenario();
    await sell(1);
    await happen({ is: 'disk', till: 0, fault });
    world.start(serve(shop, till, 'patient', 1));
    await pass(1_500);
    await happen({ is: 'disk', till: 0, fault: null });
    await pass(5_000);
    expect([...shop.book.paid.values()].filter((one) => one.customer === 'patient')).toHaveLength(1);
    expect(await end()).toEqual([]);
  },
);

test('SIM-1 P3 S F04 a commit that takes half a minute is waited for and found, not made twice', async () => {
  const { shop, till, world, happen, pass, end } = await openScenario();
  await pass(2_000);
  await happen({ is: 'disk', till: 0, fault: { is: 'late', ms: 30_000 } });
  world.start(serve(shop, till, 'patient', 1));
  await pass(20_000);
  expect(shop.book.paid.size).toBe(0);
  await pass(20_000);
  expect(shop.book.paid.size).toBe(1);
  expect(await end()).toEqual([]);
});

test.each([true, false])(
  'SIM-1 S F07 the handle dies (%s: it had landed): reopened, the same fact id, one fact',
  async (landed) => {
    const { sell, happen, ledger, until, waiting, end } = await openScenario();
    await sell(1);
    await happen({ is: 'disk', till: 0, fault: { is: 'deadHandle', landed } });
    await sell(1);
    await until(() => waiting() === 0);
    const ids = ledger().map(({ bytes }) => factSchema.parse(JSON.parse(bytes)).id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(await end()).toEqual([]);
  },
);

test('SIM-1 S F12 F11 an app that is updated with facts waiting sends them byte for byte as they were made', async () => {
  const { sell, happen, pass, till, branches, ledger, end } = await openScenario();
  await happen({ is: 'weather', till: 0, weather: 'offline' });
  await sell(5);
  const before = (till.disk.tables.facts.get(branches()[0]?.inc ?? '') ?? []).map(({ bytes }) => bytes);
  await happen({ is: 'upgrade', till: 0 });
  await pass(2_000);
  expect(await end()).toEqual([]);
  expect(ledger().map(({ bytes }) => bytes)).toEqual(expect.arrayContaining(before));
});

test('SIM-1 P3 S F22 two windows charge the same basket at once: one sale, one chain', async () => {
  const { happen, pass, shop, ledger, end } = await openScenario();
  await pass(2_000);
  await happen({ is: 'twoWindows', till: 0, customer: 'both' });
  await pass(5_000);
  expect(shop.book.paid.size).toBe(1);
  expect(await end()).toEqual([]);
  expect(ledger().filter(({ bytes }) => bytes.includes('/both"'))).toHaveLength(1);
});

test('SIM-1 S F31 the window that sold dies: another one sells within five seconds', async () => {
  const { sell, happen, pass, shop, end } = await openScenario();
  await sell(2);
  await happen({ is: 'kill', till: 0, downMs: 1_000 });
  await pass(4_000);
  await sell(1);
  expect(shop.book.paid.size).toBe(3);
  expect(await end()).toEqual([]);
});

/** Another window of the same tablet, with the one before it still there. */
function openAnotherWindow({ shop, till, world }: Scenario): {
  readonly life: Life;
  readonly app: TabletApp;
} {
  const { life, app } = till;
  if (life === null || app === null) throw new Error('no window is open');
  Object.assign(till, { life: null, app: null });
  world.start(bootTablet(shop, till));
  return { life, app };
}

test('SIM-1 P3 S F31 F22 the window freezes at any moment of a charge: another one sells within five seconds, and the first wakes to one sale', async () => {
  let doneByTheFirst = 0;
  for (let moment = 0; moment < 40; moment += 4) {
    const scenario = await openScenario(1, 100 + moment);
    const { shop, till, world, sell, pass, end } = scenario;
    await sell(1);
    world.start(serve(shop, till, 'the-one', 1));
    await pass(moment);
    const frozen = openAnotherWindow(scenario);
    frozen.life.isAsleep = true;
    const isPaid = () => [...shop.book.paid.values()].some(({ customer }) => customer === 'the-one');
    await pass(2_000);
    if (isPaid()) doneByTheFirst += 1;
    else world.start(serve(shop, till, 'the-one', 1));
    await pass(3_000);
    expect(isPaid()).toBe(true);
    world.wake(frozen.life);
    await pass(5_000);
    frozen.life.isOver = true;
    expect([...shop.book.paid.values()].filter(({ customer }) => customer === 'the-one')).toHaveLength(1);
    expect(await end()).toEqual([]);
  }
  expect(doneByTheFirst).toBeGreaterThan(0);
  expect(doneByTheFirst).toBeLessThan(10);
});

test('SIM-1 P3 S F11 F12 a newer version opens beside an older window: that one finishes its sale and goes, and what waited stays as it was made', async () => {
  const scenario = await openScenario();
  const { shop, till, world, sell, happen, pass, branches, ledger, end } = scenario;
  await happen({ is: 'weather', till: 0, weather: 'offline' });
  await sell(3);
  const before = (till.disk.tables.facts.get(branches()[0]?.inc ?? '') ?? []).map(({ bytes }) => bytes);
  till.appVersion = '2.0.0';
  const older = openAnotherWindow(scenario);
  world.start(serveCustomer(shop, older.app, 'finishing', 2));
  await pass(1_000);
  expect([...shop.book.paid.values()].map(({ customer }) => customer)).toContain('finishing');
  older.life.isOver = true;
  await sell(1);
  expect(await end()).toEqual([]);
  const bytes = ledger().map((row) => row.bytes);
  expect(bytes).toEqual(expect.arrayContaining(before));
  const versions = bytes.map((one) => factSchema.parse(JSON.parse(one)).app);
  expect(new Set(versions)).toEqual(new Set(['1.0.0', '2.0.0']));
});

test.each([
  ['an hour ahead', HOUR_MS],
  ['an hour back', -HOUR_MS],
  ['a year ahead', 365 * DAY_MS],
  ['to 1970', -Date.UTC(2025, 4, 6)],
])(
  'SIM-1 S F35 the clock jumps %s: order and day stay right, sending and back-off go on',
  async (_name, ms) => {
    const { sell, happen, pass, until, waiting, ledger, end } = await openScenario();
    await until(() => waiting() === 0);
    await sell(2);
    await happen({ is: 'clockJump', till: 0, ms });
    await sell(2);
    await pass(MINUTE_MS);
    await until(() => waiting() === 0, MINUTE_MS);
    const facts = ledger().map(({ bytes }) => factSchema.parse(JSON.parse(bytes)));
    expect(new Set(facts.map(({ day }) => day))).toEqual(new Set(['2025-05-06']));
    const anchored = facts.map(({ at }) => at.anchored);
    expect(anchored).toEqual([...anchored].sort((a, b) => a - b));
    expect(await end()).toEqual([]);
  },
);

test('IDEN-32 S F46 wrong PINs spend one durable budget across kills and windows, and an approver gets in again', async () => {
  const { shop, till, pass } = await openScenario();
  const clerk = { id: 'amara', isApprover: false, unlocks: [] };
  const spend = async (now: number): Promise<void> => {
    const { app } = till;
    if (app === null) throw new Error('no app');
    const done = till.disk.write(app.life, 'strict', ({ singles }) => {
      const budget = attemptBudgetSchema.safeParse(singles.budget).data ?? FRESH_BUDGET;
      singles.budget = spendAttempt(budget, clerk, now, 'lock-1');
    });
    await pass(100);
    await done;
  };
  for (let tries = 0; tries < 10; tries += 1) {
    await spend(shop.world.now());
    await killApp(shop, till);
    shop.world.start(bootTablet(shop, till));
    await pass(0);
  }
  const budget = attemptBudgetSchema.parse(till.disk.tables.singles.budget);
  expect(standingOf(budget, clerk, shop.world.now()).is).toBe('locked');
  const approver = { id: 'dana', isApprover: true, unlocks: [] };
  expect(standingOf(budget, approver, shop.world.now() + 15 * MINUTE_MS).is).toBe('free');
  expect(standingOf(budget, { ...clerk, unlocks: ['lock-1'] }, shop.world.now() + 15 * MINUTE_MS).is).toBe(
    'free',
  );
});

test('SIM-1 S F47 a byte flipped, a fact dropped, two swapped: the first bad number is named', async () => {
  const { sell, till, branches } = await openScenario();
  await sell(6);
  const inc = branches()[0]?.inc ?? '';
  const kept = (till.disk.tables.facts.get(inc) ?? []).map(({ bytes, hash }) => ({ bytes, hash }));
  const start = { no: 0, hash: NO_FACT_HASH };
  const [a, b, c, d, ...rest] = kept;
  if (!a || !b || !c || !d) throw new Error('too few facts');
  expect(await verifyChain(kept, inc, start)).toMatchObject({ is: 'intact' });
  const flipped = { ...c, bytes: c.bytes.replace('amara', 'amarb') };
  expect(await verifyChain([a, b, flipped, d, ...rest], inc, start)).toMatchObject({ is: 'broken', no: 3 });
  expect(await verifyChain([a, b, d, ...rest], inc, start)).toMatchObject({ is: 'broken', no: 3 });
  expect(await verifyChain([a, c, b, d, ...rest], inc, start)).toMatchObject({ is: 'broken', no: 2 });
});
