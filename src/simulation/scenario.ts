/** A bad day written by hand: one thing after another, looked at in between. */
import type { Branch } from '../journal/branch.ts';
import { chanceStream } from './chance-stream.ts';
import type { Happening } from './happening.ts';
import type { LedgerRow } from './ledger-tables.ts';
import { makeHappen } from './make-happen.ts';
import { NO_COPIES, type Copies } from './office-acts.ts';
import { installPlainPlatform } from './plain-platform.ts';
import { settle } from './run-plan.ts';
import type { Shop } from './simulated-shop.ts';
import { openShop } from './shop.ts';
import type { Tablet } from './simulated-tablet.ts';
import { bootTablet, serve } from './tablet.ts';
import { makeWorld, type World } from './world.ts';

export interface Scenario {
  readonly world: World;
  readonly shop: Shop;
  /** The first, of which most is told. */
  readonly till: Tablet;
  /** Serves customers one after the other, and waits until each has gone. */
  readonly sell: (count: number, tablet?: Tablet) => Promise<void>;
  readonly pass: (ms: number) => Promise<void>;
  /** @throws when it does not come true in that time. */
  readonly until: (condition: () => boolean, limitMs?: number) => Promise<void>;
  readonly happen: (happening: Unplanned) => Promise<void>;
  /** Oldest first. */
  readonly branches: (tablet?: Tablet) => Branch[];
  readonly waiting: (tablet?: Tablet) => number;
  readonly ledger: () => LedgerRow[];
  readonly end: () => Promise<string[]>;
}

/** It happens now. */
export type Unplanned = Happening extends infer One ? (One extends unknown ? Omit<One, 'at'> : never) : never;

const OPENS_AT = Date.UTC(2025, 4, 6, 5, 0);
const MOMENT_MS = 100;
const LIMIT_MS = 10 * 60_000;

/** @param copies of each till's journal: one is all there is on an engine without a place for a second. */
export async function openScenario(tills = 1, seed = 7, copies: 1 | 2 = 1): Promise<Scenario> {
  installPlainPlatform(chanceStream(0, 'platform'));
  const world = makeWorld({ seed, start: OPENS_AT, keepsTrace: true });
  const oneCopy = copies === 1 ? Array.from({ length: tills }, (_, index) => index) : [];
  const shop = await openShop(world, tills, oneCopy);
  const [till] = shop.tablets;
  if (till === undefined) throw new RangeError('a shop has a till');
  const backups: Copies = { ...NO_COPIES };
  for (const tablet of shop.tablets) world.start(bootTablet(shop, tablet));
  const pass = (ms: number): Promise<void> => world.runUntil(world.now() + ms);
  const until = async (condition: () => boolean, limitMs = LIMIT_MS): Promise<void> => {
    const end = world.now() + limitMs;
    while (!condition()) {
      if (world.now() > end) throw new Error(`not within ${String(limitMs)} ms`);
      await pass(MOMENT_MS);
    }
  };
  let customers = 0;
  const branches = (tablet = till): Branch[] =>
    [...tablet.disk.tables.branches.values()].sort((a, b) => a.rank - b.rank);
  await pass(MOMENT_MS);
  return {
    world,
    shop,
    till,
    sell: async (count, tablet = till) => {
      for (let left = count; left > 0; left -= 1) {
        customers += 1;
        const before = shop.book.paid.size;
        world.start(serve(shop, tablet, `customer-${String(customers)}`, 1));
        await until(() => shop.book.paid.size > before);
      }
    },
    pass,
    until,
    happen: async (happening) => {
      makeHappen(shop, backups, { ...happening, at: 0 });
      await pass(0);
    },
    branches,
    waiting: (tablet = till) =>
      branches(tablet).reduce((sum, { head, acknowledged }) => sum + head.no - acknowledged.no, 0),
    ledger: () => [...shop.office.tables.facts.values()].flat(),
    end: () => settle(shop),
  };
}
