/** Runs a plan on the real adapters: databases, server, keys and seals are the product's own; only time and the line are simulated. */
import type { Plan } from '../happening.ts';
import { judge } from '../judge.ts';
import { OPENS_AT, playPlan, type Stage } from '../play-plan.ts';
import { LAST_CUSTOMER } from '../sales-book.ts';
import { serveCustomer } from '../clerk.ts';
import { makeWorld } from '../world.ts';
import { countCrypto } from './count-crypto.ts';
import { makeLabour } from './labour.ts';
import type { OfficeGround } from './office-ground.ts';
import { makeReallyHappen, startTablet } from './real-hands.ts';
import { readCatalogueVersion, readRealOffice } from './read-real-office.ts';
import { hasEverything, readRealTablet } from './read-real-tablet.ts';
import { openRealShop, type RealShop } from './real-shop.ts';
import { killRealTablet, type PortBend } from './real-tablet.ts';

export interface RealVerdict {
  /** Empty when all is well. */
  readonly problems: readonly string[];
  readonly counts: ReadonlyMap<string, number>;
  readonly sales: number;
  readonly requests: number;
  readonly trace: readonly string[];
}

/** Before the shop opens. */
const ENROLLING_MS = 60_000;

/** @param bend a planted bug. */
export async function runRealPlan(
  plan: Plan,
  ground: OfficeGround,
  bend: PortBend = {},
): Promise<RealVerdict> {
  const labour = makeLabour();
  const uncount = countCrypto(labour);
  const { settled } = labour;
  const world = makeWorld({ seed: plan.seed, start: OPENS_AT - ENROLLING_MS, keepsTrace: true, settled });
  try {
    const shop = await openRealShop({ world, labour, ground }, plan.tills);
    for (const tablet of shop.tablets) tablet.bend = bend;
    if (plan.oneCopy.length > 0) world.count('not done here: a till without a second copy');
    if (plan.wasClosed) world.count('not done here: weeks closed before the day');
    await world.runUntil(OPENS_AT);
    const problems = await playPlan(stageOf(shop), plan);
    await shop.office.stop();
    return {
      problems,
      counts: world.counts,
      sales: shop.book.paid.size,
      requests: shop.tablets.reduce((sum, { link }) => sum + link.sentAt.length, 0),
      trace: world.trace,
    };
  } finally {
    uncount();
  }
}

function stageOf(shop: RealShop): Stage {
  const { world, tablets, office } = shop;
  return {
    world,
    boot: () => {
      for (const tablet of tablets) startTablet(shop, tablet);
    },
    happen: (happening) => makeReallyHappen(shop, happening),
    heal: () => heal(shop),
    serveLast: () => {
      for (const { app } of tablets)
        if (app !== null) world.start(serveCustomer(shop, app, LAST_CUSTOMER, 1));
    },
    isDrained: async () => {
      const version = await office.look(readCatalogueVersion);
      const all = await Promise.all(tablets.map((tablet) => hasEverything(tablet, version)));
      return all.every((one) => one);
    },
    judge: () => judgeReally(shop),
  };
}

function heal(shop: RealShop): void {
  const { world, office, tablets } = shop;
  office.setProtocol(2);
  office.setPeopleDown(false);
  world.start(office.start());
  for (const tablet of tablets) {
    tablet.link.weather = 'clear';
    tablet.disk.strike(null);
    startTablet(shop, tablet);
    if (tablet.life !== null) world.wake(tablet.life);
    tablet.app?.sync.tryNow();
  }
}

async function judgeReally(shop: RealShop): Promise<string[]> {
  const { world, book, office, tablets } = shop;
  for (const tablet of tablets) killRealTablet(shop, tablet);
  const names = new Map(tablets.map(({ till, name }) => [till, name]));
  const tables = await office.look((client) => readRealOffice(client, (till) => names.get(till) ?? till));
  const judged = await Promise.all(tablets.map(readRealTablet));
  return judge({ world, book, office: { tables }, tablets: judged });
}
