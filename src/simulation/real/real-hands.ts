/** What each happening does to a shop on the real adapters. */
import { chargeTwice, serveCustomer } from '../clerk.ts';
import type { Happening } from '../happening.ts';
import { FOREVER } from '../life.ts';
import { describe } from '../make-happen.ts';
import { empty, flipBit, harmCopy, losePower } from './harm-real-tablet.ts';
import { prune, rekey, repin, reset } from './operate-real-till.ts';
import type { RealShop } from './real-shop.ts';
import { killRealTablet, type RealTablet } from './real-tablet.ts';
import { startTablet, unlessKilled } from './start-tablet.ts';

type Doing = Promise<unknown> | 'done';
type AtTill = Extract<Happening, { readonly till: number }>;
type AtOffice = Exclude<Happening, AtTill>;

const UPGRADE_MS = 500;

export function makeReallyHappen(shop: RealShop, happening: Happening): void {
  const { world, tablets } = shop;
  world.note(describe(happening));
  const tablet = 'till' in happening ? tablets[happening.till] : undefined;
  const doing = doIt(shop, tablet, happening);
  if (happening.is !== 'customer') world.count(`done: ${happening.is}`);
  if (typeof doing === 'object') world.start(unlessKilled(doing, tablet));
}

function doIt(shop: RealShop, tablet: RealTablet | undefined, happening: Happening): Doing {
  if (!('till' in happening)) return atOffice(shop, happening);
  return tablet === undefined ? 'done' : atTablet(shop, tablet, happening);
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
      return empty(shop, tablet, happening.downMs, happening.keepsCopy);
    case 'flip':
      return flipBit(shop, tablet);
    case 'copy':
      return harmCopy(shop, tablet, happening.fault);
    case 'rekey':
      return rekey(shop, tablet);
    case 'repin':
      return repin(shop, tablet);
    case 'reset':
      return reset(shop, tablet);
    case 'prune':
      return prune(shop, tablet);
    case 'repeatOld':
      return Promise.all(link.seen.map((request) => shop.office.answer(request)));
  }
}

function atOffice(shop: RealShop, happening: AtOffice): Doing {
  const { office, world } = shop;
  switch (happening.is) {
    case 'serverCrash':
      world.after(happening.downMs, FOREVER, () => world.start(office.start()));
      return office.crash();
    case 'backUp':
      return office.backUp();
    case 'restore':
      return goBack(shop, () => office.restore(happening.older === true));
    case 'replicaCaughtUp':
      return office.replicaCaughtUp();
    case 'failover':
      return goBack(shop, async () => {
        await office.failover();
        return false;
      });
    case 'protocol':
      office.setProtocol(happening.version);
      return 'done';
    case 'rotateOnline':
      return office.rotateOnline();
    case 'loseRoot':
      return office.loseRoot();
    case 'newRoster':
      return office.newRoster();
    case 'newCatalogue':
      return office.newCatalogue(happening.removes);
    case 'signOff':
      return signDays(shop);
    case 'peopleDown':
      office.setPeopleDown(happening.down);
      return 'done';
  }
}

/** What tills let go because head office had it may be nowhere any more. @param act says whether it went behind what was safe. */
async function goBack({ world, book, gone }: RealShop, act: () => Promise<boolean>): Promise<void> {
  gone.wentBackAt = world.now();
  for (const hash of gone.reset) book.excused.add(hash);
  if (!(await act())) return;
  gone.isBehindPruned = true;
  for (const hash of book.pruned) book.excused.add(hash);
  if (book.pruned.size > 0) world.count('sometimes: a restore went back behind what tills had pruned');
}

async function signDays({ office, world }: RealShop): Promise<void> {
  const numbers = await office.signOff();
  if (numbers.some((number) => number > 1))
    world.count('sometimes: what came after a day was signed off was signed as an addendum');
}

function killAndBoot(shop: RealShop, tablet: RealTablet, downMs: number): 'done' {
  killRealTablet(shop, tablet);
  shop.world.after(downMs, FOREVER, () => startTablet(shop, tablet));
  return 'done';
}

function sleep({ world }: RealShop, { life }: RealTablet, ms: number): 'done' {
  if (life === null) return 'done';
  life.isAsleep = true;
  world.after(ms, FOREVER, () => world.wake(life));
  return 'done';
}
