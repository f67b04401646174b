/** What each happening does to a shop on the real adapters. Whatever has no counterpart there says so by its type. */
import { chargeTwice, serveCustomer } from '../clerk.ts';
import type { Happening } from '../happening.ts';
import { FOREVER } from '../life.ts';
import { describe } from '../make-happen.ts';
import { heldHashes } from './read-real-tablet.ts';
import type { RealShop } from './real-shop.ts';
import { bootRealTablet, killRealTablet, type RealTablet } from './real-tablet.ts';

type Doing = Promise<unknown> | 'done' | 'notDoneHere';
type AtTill = Extract<Happening, { readonly till: number }>;
type AtOffice = Exclude<Happening, AtTill>;

const UPGRADE_MS = 500;

export function makeReallyHappen(shop: RealShop, happening: Happening): void {
  const { world, tablets } = shop;
  world.note(describe(happening));
  const tablet = 'till' in happening ? tablets[happening.till] : undefined;
  const doing = doIt(shop, tablet, happening);
  if (happening.is !== 'customer')
    world.count(`${doing === 'notDoneHere' ? 'not done here' : 'done'}: ${happening.is}`);
  if (typeof doing === 'object') world.start(unlessKilled(doing, tablet));
}

function doIt(shop: RealShop, tablet: RealTablet | undefined, happening: Happening): Doing {
  if (!('till' in happening)) return atOffice(shop, happening);
  return tablet === undefined ? 'done' : atTablet(shop, tablet, happening);
}

/** What breaks in a process that is dead breaks nothing. */
async function unlessKilled(work: Promise<unknown>, tablet: RealTablet | undefined): Promise<void> {
  const life = tablet?.life;
  try {
    await work;
  } catch (error) {
    if (life?.isOver !== true) throw error;
  }
}

function atTablet(shop: RealShop, tablet: RealTablet, happening: AtTill): Doing {
  const { app, link, disk } = tablet;
  switch (happening.is) {
    case 'customer':
      return app === null ? 'done' : serveCustomer(shop, app, happening.customer, happening.pieces);
    case 'twoWindows':
      return app === null ? 'done' : chargeTwice(shop, app, happening.customer);
    case 'weather':
      link.weather = happening.weather;
      return 'done';
    case 'kill':
      return killAndBoot(shop, tablet, happening.downMs);
    case 'powerLoss':
      return losePower(shop, tablet, happening.downMs, happening.lost);
    case 'sleep':
      return sleep(shop, tablet, happening.ms);
    case 'clockJump':
      tablet.clockOffsetMs += happening.ms;
      return 'done';
    case 'disk':
      disk.strike(happening.fault);
      return 'done';
    case 'closeDay':
      return app === null ? 'done' : app.closeDay();
    case 'upgrade':
      tablet.appVersion = `1.0.${String(tablet.boots)}`;
      return killAndBoot(shop, tablet, UPGRADE_MS);
    case 'revocation':
      return shop.office.revoke(tablet.till, happening.revoked);
    case 'emptied':
    case 'rekey':
    case 'repin':
    case 'flip':
    case 'copy':
    case 'reset':
    case 'prune':
      return 'notDoneHere';
    case 'repeatOld':
      return Promise.all(link.seen.map((request) => shop.office.answer(request)));
  }
}

function atOffice({ office, world }: RealShop, happening: AtOffice): Doing {
  switch (happening.is) {
    case 'serverCrash':
      world.after(happening.downMs, FOREVER, () => world.start(office.start()));
      return office.crash();
    case 'backUp':
      return office.backUp();
    case 'restore':
      return happening.older === true ? 'notDoneHere' : office.restore();
    case 'replicaCaughtUp':
      return office.replicaCaughtUp();
    case 'failover':
      return office.failover();
    case 'protocol':
      office.setProtocol(happening.version);
      return 'done';
    case 'rotateOnline':
      return office.rotateOnline();
    case 'loseRoot':
      return 'notDoneHere';
    case 'newRoster':
      return office.newRoster();
    case 'newCatalogue':
      return office.newCatalogue(happening.removes);
    case 'peopleDown':
      office.setPeopleDown(happening.down);
      return 'done';
  }
}

function killAndBoot(shop: RealShop, tablet: RealTablet, downMs: number): 'done' {
  killRealTablet(shop, tablet);
  shop.world.after(downMs, FOREVER, () => startTablet(shop, tablet));
  return 'done';
}

export function startTablet(shop: RealShop, tablet: RealTablet): void {
  if (tablet.life === null) shop.world.start(unlessKilled(bootRealTablet(shop, tablet), tablet));
}

/** What no copy holds any more, and head office does not have or forgets, is nobody's to send. */
async function losePower(shop: RealShop, tablet: RealTablet, downMs: number, lost: number): Promise<void> {
  const { book, labour } = shop;
  killRealTablet(shop, tablet);
  const before = await labour.during(heldHashes(tablet));
  tablet.disk.losePower();
  tablet.disk.loseTail(lost);
  const after = await labour.during(heldHashes(tablet));
  for (const hash of before) if (!after.has(hash)) book.excused.add(hash);
  shop.world.after(downMs, FOREVER, () => startTablet(shop, tablet));
}

function sleep({ world }: RealShop, { life }: RealTablet, ms: number): 'done' {
  if (life === null) return 'done';
  life.isAsleep = true;
  world.after(ms, FOREVER, () => world.wake(life));
  return 'done';
}
