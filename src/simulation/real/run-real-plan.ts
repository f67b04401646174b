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
import { makeReallyHappen } from './real-hands.ts';
import { startTablet, unlessKilled } from './start-tablet.ts';
import { rekey, repin } from './operate-real-till.ts';
import { sellThenCloseReally } from './real-weeks-closed.ts';
import { readCatalogueVersion, readRealOffice } from './read-real-office.ts';
import { hasEverything, readRealTablet } from './read-real-tablet.ts';
import { openRealShop, type RealShop } from './real-shop.ts';
import { bootRealTablet, killRealTablet, type PortBend, type RealTablet } from './real-tablet.ts';
import { CLOSED_FOR_MS } from '../weeks-closed.ts';
import type { JudgedOffice } from './read-real-office.ts';
import { waitIn } from '../wait-in.ts';
import { FOREVER } from '../life.ts';

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
  const beforeMs = ENROLLING_MS + (plan.wasClosed ? CLOSED_FOR_MS : 0);
  const world = makeWorld({ seed: plan.seed, start: OPENS_AT - beforeMs, keepsTrace: true, settled });
  try {
    const shop = await openRealShop({ world, labour, ground }, plan);
    for (const tablet of shop.tablets) tablet.bend = bend;
    await (plan.wasClosed ? sellThenCloseReally(shop, OPENS_AT) : world.runUntil(OPENS_AT));
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
      for (const tablet of tablets) world.start(serveLast(shop, tablet));
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
    if (tablet.life !== null) world.wake(tablet.life);
    world.start(unlessKilled(attend(shop, tablet), tablet));
  }
}

/** Somebody starts the app, and does what it asks a person to do. */
async function attend(shop: RealShop, tablet: RealTablet): Promise<void> {
  await bootRealTablet(shop, tablet);
  // A manager gives codes once head office is there.
  while (shop.office.isDown()) await aMoment(shop);
  await rekey(shop, tablet);
  if (!tablet.areCopiesAlike) {
    killRealTablet(shop, tablet);
    await bootRealTablet(shop, tablet);
  }
  await repin(shop, tablet);
  tablet.app?.sync.tryNow();
}

const LOOK_EVERY_MS = 1_000;

function aMoment({ world }: RealShop): Promise<void> {
  return waitIn(world, FOREVER, LOOK_EVERY_MS, new AbortController().signal);
}

/** The last customer has time, should the counter still be starting. */
async function serveLast(shop: RealShop, tablet: RealTablet): Promise<void> {
  while (tablet.app === null) await aMoment(shop);
  await serveCustomer(shop, tablet.app, LAST_CUSTOMER, 1);
}

async function judgeReally(shop: RealShop): Promise<string[]> {
  const { world, book, office, tablets } = shop;
  for (const tablet of tablets) killRealTablet(shop, tablet);
  const names = new Map(tablets.map(({ till, name }) => [till, name]));
  const tables = await office.look((client) => readRealOffice(client, (till) => names.get(till) ?? till));
  const judged = await Promise.all(tablets.map(readRealTablet));
  countArrived(shop, tables);
  return judge({ world, book, office: { tables }, tablets: judged });
}

/** What head office ends up with that only rare things bring. */
function countArrived({ world, book }: RealShop, { facts, holes, chains }: JudgedOffice): void {
  const rows = [...facts.values()].flat();
  const altered = new Set(book.altered.values());
  if (rows.some(({ marks }) => marks.includes('recovered')))
    world.count('sometimes: what a lost till had left arrived under its new key');
  if (rows.some(({ bytes }) => altered.has(bytes)))
    world.count('sometimes: an altered fact arrived and was flagged');
  if ([...chains.values()].some(({ forkedAt }) => forkedAt !== null))
    world.count('sometimes: a fork was raised');
  for (const { why } of holes) world.count(`sometimes: a till declared what it cannot supply (${why})`);
}
