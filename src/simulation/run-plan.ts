/** Runs a plan to its end: the bad day, then faults end, then everything must have arrived. */
import type { Plan } from './happening.ts';
import { FOREVER } from './life.ts';
import { judge } from './judge.ts';
import { makeHappen, type Copies } from './make-happen.ts';
import { openShop, type Shop } from './shop.ts';
import { LAST_CUSTOMER } from './sales-book.ts';
import { bootTablet, serve } from './tablet.ts';
import { makeWorld, type World } from './world.ts';

export interface Verdict {
  /** Empty when all is well. */
  readonly problems: readonly string[];
  readonly fingerprint: string;
  readonly counts: ReadonlyMap<string, number>;
  readonly sales: number;
  readonly requests: number;
  readonly trace: readonly string[];
}

const OPENS_AT = Date.UTC(2025, 4, 6, 5, 0);
const SECOND_MS = 1_000;
/** Longer than the longest delay of any lane, several times over. */
const DRAINED_WITHIN_MS = 20 * 60_000;
const SETTLE_MS = 2 * SECOND_MS;
const LOOK_EVERY_MS = 5 * SECOND_MS;

export interface RunOptions {
  readonly keepsTrace?: boolean;
  /** Changes the shop before it opens: how a planted bug gets in. */
  readonly bend?: (shop: Shop) => void;
}

export async function runPlan(plan: Plan, options: RunOptions = {}): Promise<Verdict> {
  const world = makeWorld({ seed: plan.seed, start: OPENS_AT, keepsTrace: options.keepsTrace ?? false });
  const shop = await openShop(world, plan.tills);
  options.bend?.(shop);
  const copies: Copies = { backup: null, replica: null };
  for (const tablet of shop.tablets) world.start(bootTablet(shop, tablet));
  for (const happening of plan.happenings)
    world.after(happening.at, FOREVER, () => makeHappen(shop, copies, happening));
  await world.runUntil(OPENS_AT + plan.endsAt);
  return {
    problems: await settle(shop),
    fingerprint: world.fingerprint(),
    counts: world.counts,
    sales: shop.book.paid.size,
    requests: shop.tablets.reduce((sum, { link }) => sum + link.sentAt.length, 0),
    trace: world.trace,
  };
}

/** Faults end, every till serves one more customer, everything arrives. @returns what is not as it must be. */
export async function settle(shop: Shop): Promise<string[]> {
  const { world } = shop;
  heal(shop);
  await world.runUntil(world.now() + SETTLE_MS);
  for (const tablet of shop.tablets) world.start(serve(shop, tablet, LAST_CUSTOMER, 1));
  const drained = await drain(world, shop);
  const late = drained ? [] : ['something still waits long after all faults ended'];
  return [...late, ...judge(shop)];
}

/** All faults end: lines are clear, disks have room, the server is up and today's, nobody sleeps, every app runs. */
function heal({ world, book, office, tablets }: Shop): void {
  world.note('all faults end');
  office.isDown = false;
  office.protocol = 2;
  office.peopleAreDown = false;
  for (const tablet of tablets) {
    tablet.link.weather = 'clear';
    tablet.disk.strike(null);
    if (tablet.app === null) world.start(bootTablet({ world, book }, tablet));
    else {
      world.wake(tablet.app.life);
      tablet.app.sync.tryNow();
    }
  }
}

async function drain(world: World, shop: Shop): Promise<boolean> {
  const end = world.now() + DRAINED_WITHIN_MS;
  let quiet = 0;
  while (world.now() < end) {
    await world.runUntil(world.now() + LOOK_EVERY_MS);
    quiet = isDrained(shop) ? quiet + 1 : 0;
    if (quiet === QUIET_LOOKS) return true;
  }
  return false;
}

/** Nothing waits, and that for a while: a probe may yet find that head office has forgotten something. */
const QUIET_LOOKS = 4;

function isDrained({ tablets, office }: Shop): boolean {
  return tablets.every(({ app, disk }) => {
    const branches = [...disk.tables.branches.values()];
    const { contact, catalogue } = disk.tables.singles;
    const isCurrent = catalogue.head?.version === office.tables.catalogueVersion && contact !== null;
    return app !== null && isCurrent && branches.every((one) => one.head.no === one.acknowledged.no);
  });
}
