/** Runs a plan on the simulated shop. */
import type { Plan } from './happening.ts';
import { judge } from './judge.ts';
import { makeHappen, type Copies } from './make-happen.ts';
import { OPENS_AT, playPlan, settleStage, type Stage } from './play-plan.ts';
import { openShop, type Shop } from './shop.ts';
import { LAST_CUSTOMER } from './sales-book.ts';
import { bootTablet, serve } from './tablet.ts';
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
  const world = makeWorld({ seed: plan.seed, start: OPENS_AT, keepsTrace: options.keepsTrace ?? false });
  const shop = await openShop(world, plan.tills);
  options.bend?.(shop);
  return {
    problems: await playPlan(stageOf(shop), plan),
    fingerprint: world.fingerprint(),
    counts: world.counts,
    sales: shop.book.paid.size,
    requests: shop.tablets.reduce((sum, { link }) => sum + link.sentAt.length, 0),
    trace: world.trace,
  };
}

export function settle(shop: Shop): Promise<string[]> {
  return settleStage(stageOf(shop));
}

function stageOf(shop: Shop): Stage {
  const { world, tablets } = shop;
  const copies: Copies = { backup: null, replica: null };
  return {
    world,
    boot: () => {
      for (const tablet of tablets) world.start(bootTablet(shop, tablet));
    },
    happen: (happening) => makeHappen(shop, copies, happening),
    heal: () => heal(shop),
    serveLast: () => {
      for (const tablet of tablets) world.start(serve(shop, tablet, LAST_CUSTOMER, 1));
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
    if (tablet.app === null) world.start(bootTablet(shop, tablet));
    else {
      world.wake(tablet.app.life);
      tablet.app.sync.tryNow();
    }
  }
}

function isDrained({ tablets, office }: Shop): boolean {
  return tablets.every(({ app, disk }) => {
    const branches = [...disk.tables.branches.values()];
    const { contact, catalogue } = disk.tables.singles;
    const isCurrent = catalogue.head?.version === office.tables.catalogueVersion && contact !== null;
    return app !== null && isCurrent && branches.every((one) => one.head.no === one.acknowledged.no);
  });
}
