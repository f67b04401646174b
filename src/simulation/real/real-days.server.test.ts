/** Bad days on the real adapters, a few of them by hand: `npm run simulate -- --real` runs hundreds from seeds. */
import 'fake-indexeddb/auto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Happening, Plan } from '../happening.ts';
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
function runDay(troubles: readonly Happening[], bend: PortBend = {}): Promise<RealVerdict> {
  seed += 1;
  const happenings = [...CUSTOMERS, ...troubles].sort((one, other) => one.at - other.at);
  const plan: Plan = { seed, tills: 1, oneCopy: [], wasClosed: false, endsAt: ENDS_AT, happenings };
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
  const { problems } = await runDay([], {
    journal: (journal) => ({
      ...journal,
      applyCataloguePage: (page) => journal.applyCataloguePage({ ...page, products: page.products.slice(1) }),
    }),
  });
  expect(problems).toContainEqual(expect.stringContaining('holds the catalogue'));
});
