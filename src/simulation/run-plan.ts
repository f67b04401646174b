/** Runs a plan on the simulated shop. */
import type { Plan } from './happening.ts';
import { judge } from './judge.ts';
import { FOREVER } from './life.ts';
import { makeHappen } from './make-happen.ts';
import { NO_COPIES, type Copies } from './office-acts.ts';
import { needsRepin, rekey, repin } from './operator-acts.ts';
import { OPENS_AT, playPlan, settleStage, type Stage } from './play-plan.ts';
import type { Shop } from './simulated-shop.ts';
import { openShop } from './shop.ts';
import { LAST_CUSTOMER } from './sales-book.ts';
import type { Tablet } from './simulated-tablet.ts';
import { bootTablet, killApp, serve } from './tablet.ts';
import { CLOSED_FOR_MS, sellThenClose } from './weeks-closed.ts';
import { waitIn } from './wait-in.ts';
import { makeWorld } from './world.ts';

export interface Verdict {
  /** Empty when all is well. */
  readonly problems: readonly string[];
  readonly fingerprint: string;
  readonly counts: ReadonlyMap<string, number>;
  readonly sales: number;
  readonly requests: number;
  readonly trace: readonly string[];
}

export interface RunOptions {
  readonly keepsTrace?: boolean;
  /** Changes the shop before it opens: how a planted bug gets in. */
  readonly bend?: (shop: Shop) => void;
}

export async function runPlan(plan: Plan, options: RunOptions = {}): Promise<Verdict> {
  const start = plan.wasClosed ? OPENS_AT - CLOSED_FOR_MS : OPENS_AT;
  const world = makeWorld({ seed: plan.seed, start, keepsTrace: options.keepsTrace ?? false });
  const shop = await openShop(world, plan.tills, plan.oneCopy);
  options.bend?.(shop);
  const copies: Copies = { ...NO_COPIES };
  if (plan.wasClosed) await sellThenClose(shop, copies, OPENS_AT);
  return {
    problems: await playPlan(stageOf(shop, copies), plan),
    fingerprint: world.fingerprint(),
    counts: world.counts,
    sales: shop.book.paid.size,
    requests: shop.tablets.reduce((sum, { link }) => sum + link.sentAt.length, 0),
    trace: world.trace,
  };
}

export function settle(shop: Shop): Promise<string[]> {
  return settleStage(stageOf(shop, { ...NO_COPIES }));
}

function stageOf(shop: Shop, copies: Copies): Stage {
  const { world, tablets } = shop;
  return {
    world,
    boot: () => {
      for (const tablet of tablets) world.start(bootTablet(shop, tablet));
    },
    happen: (happening) => makeHappen(shop, copies, happening),
    heal: () => heal(shop),
    serveLast: () => {
      for (const tablet of tablets) world.start(serveLast(shop, tablet));
    },
    isDrained: () => isDrained(shop),
    judge: () => judge(shop),
  };
}

function heal(shop: Shop): void {
  const { world, office, tablets } = shop;
  office.isDown = false;
  office.protocol = 2;
  office.peopleAreDown = false;
  for (const tablet of tablets) {
    tablet.link.weather = 'clear';
    tablet.disk.strike(null);
    if (tablet.life !== null) world.wake(tablet.life);
    world.start(attend(shop, tablet));
  }
}

/** Somebody starts the app, and does what it asks a person to do. */
async function attend(shop: Shop, tablet: Tablet): Promise<void> {
  await bootTablet(shop, tablet);
  await rekey(shop, tablet);
  if (!tablet.areCopiesAlike) {
    await killApp(shop, tablet);
    await bootTablet(shop, tablet);
  }
  if (needsRepin(shop, tablet)) {
    await untilStarted(shop, tablet);
    await repin(shop, tablet);
  }
  tablet.app?.sync.tryNow();
}

function isDrained({ tablets, office }: Shop): boolean {
  return tablets.every(({ app, disk }) => {
    const branches = [...disk.tables.branches.values()];
    const { contact, catalogue } = disk.tables.singles;
    const isCurrent = catalogue.head?.version === office.tables.catalogueVersion && contact !== null;
    return app !== null && isCurrent && branches.every((one) => one.head.no === one.acknowledged.no);
  });
}

const LOOK_EVERY_MS = 1_000;

async function serveLast(shop: Shop, tablet: Tablet): Promise<void> {
  await untilStarted(shop, tablet);
  await serve(shop, tablet, LAST_CUSTOMER, 1);
}

/** A disk that is slow holds up the start; people wait for it. */
async function untilStarted({ world }: Shop, tablet: Tablet): Promise<void> {
  while (tablet.app === null) await waitIn(world, FOREVER, LOOK_EVERY_MS, new AbortController().signal);
}
