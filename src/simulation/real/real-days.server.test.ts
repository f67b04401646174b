/** Bad days on the real adapters, a few of them by hand: `npm run simulate -- --real` runs hundreds from seeds. */
import 'fake-indexeddb/auto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Happening, Plan } from '../happening.ts';
import { makePlan } from '../make-plan.ts';
import { layGround, type OfficeGround } from './office-ground.ts';
import { runRealPlan, type RealVerdict } from './run-real-plan.ts';
import type { PortBend } from './real-tablet.ts';

let ground: OfficeGround;
beforeAll(async () => {
  ground = await layGround();
});
afterAll(() => ground.stop());

const ENDS_AT = 30_000;
const CUSTOMERS = Array.from({ length: 8 }, (_, turn): Happening => {
  return { at: 1_000 + turn * 3_500, is: 'customer', till: 0, customer: `c-${String(turn)}`, pieces: 1 };
});

let seed = 900;
function runDay(
  troubles: readonly Happening[],
  { bend = {}, wasClosed = false }: { readonly bend?: PortBend; readonly wasClosed?: boolean } = {},
): Promise<RealVerdict> {
  seed += 1;
  const happenings = [...CUSTOMERS, ...troubles].sort((one, other) => one.at - other.at);
  const plan: Plan = { seed, tills: 1, oneCopy: [], wasClosed, endsAt: ENDS_AT, happenings };
  return runRealPlan(plan, ground, bend);
}

test('SIM-7 P4 P12 F15 F39 S P lost replies, a restore from a real backup, a new key: every sale is there once', async () => {
  const { problems, sales } = await runDay([
    { at: 2_000, is: 'weather', till: 0, weather: 'losesReplies' },
    { at: 9_000, is: 'backUp' },
    { at: 10_000, is: 'rotateOnline' },
    { at: 12_000, is: 'newCatalogue', removes: true },
    { at: 20_000, is: 'weather', till: 0, weather: 'clear' },
    { at: 24_000, is: 'restore' },
  ]);
  expect(problems).toEqual([]);
  expect(sales).toBe(CUSTOMERS.length + 1);
});

test('SIM-7 P3 F03 F40 S P a tablet that loses what its disk had said was written, and a replica that missed the same', async () => {
  const { problems, sales } = await runDay([
    { at: 6_000, is: 'replicaCaughtUp' },
    { at: 11_000, is: 'powerLoss', till: 0, downMs: 1_500, lost: 2 },
    { at: 16_000, is: 'failover' },
    { at: 18_000, is: 'repeatOld', till: 0 },
    { at: 22_000, is: 'powerLoss', till: 0, downMs: 1_500, lost: 1 },
  ]);
  expect(problems).toEqual([]);
  expect(sales).toBeGreaterThan(CUSTOMERS.length / 2);
});

test('SIM-7 RECO-52 P4 F28 S P a day signed off while sales are on the tablet, and again when they have come, through a restore', async () => {
  const { problems, counts } = await runDay([
    { at: 4_000, is: 'weather', till: 0, weather: 'offline' },
    { at: 8_500, is: 'weather', till: 0, weather: 'clear' },
    { at: 8_600, is: 'signOff' },
    { at: 20_000, is: 'signOff' },
    { at: 21_000, is: 'backUp' },
    { at: 24_000, is: 'restore' },
    { at: 29_500, is: 'signOff' },
  ]);
  expect(problems).toEqual([]);
  expect(
    counts.get('sometimes: what came after a day was signed off was signed as an addendum'),
  ).toBeGreaterThan(0);
});

test('SIM-7 P3 F04 F07 F34 S P kills between two awaits, a late commit, a dead handle, a killed server, an older one', async () => {
  const { problems, counts } = await runDay([
    { at: 4_510, is: 'kill', till: 0, downMs: 1_000 },
    { at: 6_000, is: 'disk', till: 0, fault: { is: 'late', ms: 6_000 } },
    { at: 8_003, is: 'serverCrash', downMs: 2_000 },
    { at: 15_005, is: 'kill', till: 0, downMs: 1_000 },
    { at: 17_000, is: 'disk', till: 0, fault: { is: 'deadHandle', landed: true } },
    { at: 20_000, is: 'protocol', version: 1 },
    { at: 23_000, is: 'disk', till: 0, fault: { is: 'full' } },
    { at: 25_000, is: 'twoWindows', till: 0, customer: 'two' },
    { at: 26_000, is: 'closeDay', till: 0 },
  ]);
  expect(problems).toEqual([]);
  expect(counts.get('fault: disk late')).toBe(1);
  expect(counts.get('fault: disk deadHandle')).toBe(1);
});

test('SIM-3 SIM-7 a bug planted between the till and its ports is caught on the real adapters too', async () => {
  const bend: PortBend = {
    journal: (journal) => ({
      ...journal,
      applyCataloguePage: (page) => journal.applyCataloguePage({ ...page, products: page.products.slice(1) }),
    }),
  };
  const { problems } = await runDay([], { bend });
  expect(problems).toContainEqual(expect.stringContaining('holds the catalogue'));
});

test('SIM-7 P6 P12 F06 S P every database emptied with sales waiting: a new key for the same till, its tail arrives as recovered', async () => {
  const { problems, sales, counts } = await runDay([
    { at: 6_000, is: 'weather', till: 0, weather: 'offline' },
    { at: 13_000, is: 'emptied', till: 0, keepsCopy: true, downMs: 500 },
    { at: 14_000, is: 'weather', till: 0, weather: 'clear' },
    { at: 15_000, is: 'rekey', till: 0 },
  ]);
  expect(problems).toEqual([]);
  expect(sales).toBeGreaterThan(CUSTOMERS.length / 2);
  expect(counts.get('sometimes: a lost till was given a new key')).toBe(1);
  expect(counts.get('sometimes: what a lost till had left arrived under its new key')).toBe(1);
});

test('SIM-7 P4 P7 F24 F50 S P a flipped bit in a fact that waits, and a root that is lost: flagged, and pinned anew', async () => {
  const { problems, sales, counts } = await runDay([
    { at: 6_000, is: 'weather', till: 0, weather: 'offline' },
    { at: 12_000, is: 'flip', till: 0 },
    { at: 13_000, is: 'weather', till: 0, weather: 'clear' },
    { at: 20_000, is: 'loseRoot' },
    { at: 25_000, is: 'repin', till: 0 },
  ]);
  expect(problems).toEqual([]);
  expect(sales).toBe(CUSTOMERS.length + 1);
  expect(counts.get('sometimes: an altered fact arrived and was flagged')).toBe(1);
  expect(counts.get('sometimes: a till pinned a new root by a manager’s code')).toBe(1);
});

test('SIM-7 P6 F29 F39 S P set up anew once all has arrived, pruned after weeks, and head office restored to before that', async () => {
  const { problems, counts } = await runDay(
    [
      { at: 8_000, is: 'prune', till: 0 },
      { at: 12_000, is: 'restore', older: true },
      { at: 22_000, is: 'reset', till: 0 },
    ],
    { wasClosed: true },
  );
  expect(problems).toEqual([]);
  expect(counts.get('sometimes: old facts that are in a verified backup were pruned')).toBe(1);
  expect(counts.get('sometimes: a restore went back behind what tills had pruned')).toBe(1);
  expect(counts.get('sometimes: a till declared what it cannot supply (pruned)')).toBe(1);
});

test('SIM-7 F50 S P the root is lost while the server is down: who comes in the end waits for it to be up, and pins the new one', async () => {
  const { problems, sales, counts } = await runDay([
    { at: 8_000, is: 'serverCrash', downMs: 60_000 },
    { at: 15_000, is: 'loseRoot' },
  ]);
  expect(problems).toEqual([]);
  expect(sales).toBe(CUSTOMERS.length + 1);
  expect(counts.get('sometimes: a till pinned a new root by a manager’s code')).toBe(1);
});

test('SIM-7 JOUR-29 F03 F39 S P kept seed 7136: a fork told by the till, and head office restored to before it was heard of', async () => {
  const { problems } = await runRealPlan(makePlan(7136), ground);
  expect(problems).toEqual([]);
});
