/** Makes one thing happen to the shop. */
import { answerTill } from './answer-till.ts';
import { chargeTwice } from './clerk.ts';
import type { Happening } from './happening.ts';
import { empty, flipBit, harmCopy, killAndBoot, losePower, sleep } from './harm-tablet.ts';
import { atOffice, type AtOffice, type Copies } from './office-acts.ts';
import { closeDay, prune, rekey, repin, reset, upgrade } from './operator-acts.ts';
import type { Shop } from './simulated-shop.ts';
import type { Tablet } from './simulated-tablet.ts';
import { serve } from './tablet.ts';

export function makeHappen(shop: Shop, copies: Copies, happening: Happening): void {
  if (happening.is !== 'customer') shop.world.count(`done: ${happening.is}`);
  shop.world.note(describe(happening));
  if ('till' in happening) {
    const tablet = shop.tablets[happening.till];
    if (tablet !== undefined) atTablet(shop, tablet, happening);
  } else atOffice(shop, copies, happening);
}

type AtTablet = Exclude<Happening, AtOffice>;

function atTablet(shop: Shop, tablet: Tablet, happening: AtTablet): void {
  const { world } = shop;
  switch (happening.is) {
    case 'customer': {
      world.start(serve(shop, tablet, happening.customer, happening.pieces));
      return;
    }
    case 'twoWindows':
      if (tablet.app !== null) world.start(chargeTwice(shop, tablet.app, happening.customer));
      return;
    case 'weather':
      tablet.link.weather = happening.weather;
      return;
    case 'kill': {
      world.start(killAndBoot(shop, tablet, happening.downMs));
      return;
    }
    case 'powerLoss': {
      const { downMs, lost } = happening;
      world.start(killAndBoot(shop, tablet, downMs, () => losePower(shop, tablet, lost)));
      return;
    }
    case 'emptied': {
      const { downMs, keepsCopy } = happening;
      world.start(killAndBoot(shop, tablet, downMs, () => empty(shop, tablet, keepsCopy)));
      return;
    }
    case 'sleep': {
      sleep(shop, tablet, happening.ms);
      return;
    }
    case 'clockJump':
      tablet.clockOffsetMs += happening.ms;
      return;
    case 'disk': {
      tablet.disk.strike(happening.fault);
      return;
    }
    case 'copy': {
      harmCopy(shop, tablet, happening.fault);
      return;
    }
    case 'flip': {
      flipBit(shop, tablet);
      return;
    }
    case 'revocation': {
      revoke(shop, tablet, happening.revoked);
      return;
    }
    case 'repeatOld':
      for (const request of tablet.link.seen) world.start(answerTill(shop, request));
      return;
    default: {
      world.start(operate(shop, tablet, happening.is));
      return;
    }
  }
}

type Operation = 'closeDay' | 'upgrade' | 'rekey' | 'repin' | 'reset' | 'prune';

function operate(shop: Shop, tablet: Tablet, what: Operation): Promise<void> {
  switch (what) {
    case 'closeDay':
      return closeDay(tablet);
    case 'upgrade':
      return upgrade(shop, tablet);
    case 'rekey':
      return rekey(shop, tablet);
    case 'repin':
      return repin(shop, tablet);
    case 'reset':
      return reset(shop, tablet);
    case 'prune':
      return prune(shop, tablet);
  }
}

function revoke({ office }: Shop, { name }: Tablet, revoked: boolean): void {
  const record = office.tables.tills.get(name);
  if (record === undefined) return;
  const number = record.revocation.number + 1;
  office.tables.tills.set(name, { ...record, revocation: { number, revoked } });
  office.tables.rosterVersion += 1;
}

export function describe(happening: Happening): string {
  return Object.entries(happening)
    .filter(([name]) => name !== 'at')
    .map(([name, value]) =>
      name === 'is'
        ? String(value)
        : `${name}=${typeof value === 'object' ? JSON.stringify(value) : String(value)}`,
    )
    .join(' ');
}
