/** Makes a bad day from a seed: customers, and a few troubles that come together, as they do. */
import type { ChanceStream } from './chance-stream.ts';
import { chanceStream } from './chance-stream.ts';
import type { Happening, Plan } from './happening.ts';
import type { DiskFault } from './tablet-disk.ts';
import { WEATHERS } from './weather.ts';

const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;
const KILLED_IN_CHARGE = 0.03;
const DAY_MS = 24 * HOUR_MS;

const ONE_COPY = 0.4;
const WAS_CLOSED = 0.12;

export function makePlan(seed: number): Plan {
  const chance = chanceStream(seed, 'plan');
  const tills = chance.pick([1, 1, 2, 2, 3]);
  const endsAt = chance.whole(40, 150) * SECOND_MS;
  const served = customers(chance, tills, endsAt);
  const troubles = Array.from({ length: chance.whole(2, 6) }, () => trouble(chance, tills, endsAt));
  const happenings = [
    ...served,
    ...killsInCharges(chance, served),
    ...troubles.flat(),
    ...signOffs(seed, endsAt),
  ];
  const oneCopy = Array.from({ length: tills }, (_, till) => till).filter(() => chance.happens(ONE_COPY));
  const wasClosed = chance.happens(WAS_CLOSED);
  const after = wasClosed ? weeksLater(chance, tills, endsAt) : [];
  const within = [...happenings, ...after].map((one) => ({ ...one, at: Math.min(one.at, endsAt) }));
  return { seed, tills, oneCopy, wasClosed, endsAt, happenings: within.sort((a, b) => a.at - b.at) };
}

/** From a chance of its own: what else a seed stands for stays as it was. */
function signOffs(seed: number, endsAt: number): Happening[] {
  const chance = chanceStream(seed, 'sign-offs');
  if (!chance.happens(0.4)) return [];
  const times = Array.from({ length: chance.whole(1, 3) }, () =>
    chance.whole(Math.floor(endsAt / 3), endsAt),
  );
  return times.map((at): Happening => ({ at, is: 'signOff' }));
}

/** A till that was closed for weeks lets go what is old and safe; then, sometimes, head office goes back. */
function weeksLater(chance: ChanceStream, tills: number, endsAt: number): Happening[] {
  const at = chance.whole(endsAt / 4, endsAt / 2);
  const prunes = Array.from({ length: tills }, (_, till): Happening => ({ at, is: 'prune', till }));
  const restored: Happening = { at: chance.whole(at, endsAt), is: 'restore', older: chance.happens(0.6) };
  return chance.happens(0.7) ? [...prunes, restored] : prunes;
}

function customers(chance: ChanceStream, tills: number, endsAt: number): Happening[] {
  const list: Happening[] = [];
  for (let till = 0; till < tills; till += 1) {
    const pauseMs = chance.pick([4_000, 8_000, 16_000]);
    let at = chance.whole(0, 5_000);
    for (let turn = 0; at < endsAt; turn += 1) {
      const customer = `c${till}-${turn}`;
      list.push({ at, is: 'customer', till, customer, pieces: chance.whole(1, 3) });
      at += chance.whole(500, 2 * pauseMs);
    }
  }
  return list;
}

/** Customers come at whole moments: a kill a few milliseconds after one falls between two awaits of the charge. */
function killsInCharges(chance: ChanceStream, served: readonly Happening[]): Happening[] {
  return served.flatMap((one): Happening[] => {
    if (one.is !== 'customer' || !chance.happens(KILLED_IN_CHARGE)) return [];
    return [
      { at: one.at + chance.whole(1, 40), is: 'kill', till: one.till, downMs: chance.whole(1_000, 10_000) },
    ];
  });
}

/** One trouble, with its end where it has one. */
function trouble(chance: ChanceStream, tills: number, endsAt: number): Happening[] {
  const at = chance.whole(0, endsAt);
  const till = chance.whole(0, tills - 1);
  const soon = at + chance.whole(2_000, MINUTE_MS);
  const kind = chance.whole(0, 29);
  switch (kind) {
    case 0:
    case 1:
    case 2:
    case 3:
    case 4:
    case 5: {
      const weather = chance.pick(WEATHERS);
      const struck = chance.happens(0.4) ? Array.from({ length: tills }, (_, index) => index) : [till];
      return struck.flatMap((one): Happening[] => [
        { at, is: 'weather', till: one, weather },
        { at: soon, is: 'weather', till: one, weather: 'clear' },
      ]);
    }
    case 6:
    case 7:
      return Array.from({ length: chance.whole(1, 3) }, (_, turn): Happening => {
        // Customers come at whole moments: a kill a few milliseconds after one falls between two awaits.
        return {
          at: at + turn * 9_000 + chance.whole(0, 60),
          is: 'kill',
          till,
          downMs: chance.whole(1_000, 30_000),
        };
      });
    case 8:
      return [{ at, is: 'powerLoss', till, downMs: chance.whole(2_000, 60_000), lost: chance.whole(0, 3) }];
    case 9:
      return [{ at, is: 'sleep', till, ms: chance.pick([MINUTE_MS, 10 * MINUTE_MS, 8 * HOUR_MS]) }];
    case 10:
      return [
        { at, is: 'clockJump', till, ms: chance.pick([HOUR_MS, -HOUR_MS, 365 * DAY_MS, -55 * 365 * DAY_MS]) },
      ];
    case 11:
    case 12:
      return [
        { at, is: 'disk', till, fault: diskFault(chance) },
        { at: soon, is: 'disk', till, fault: null },
      ];
    case 13:
      return [{ at, is: 'closeDay', till }];
    case 14:
      return [
        { at, is: 'revocation', till, revoked: true },
        { at: soon, is: 'revocation', till, revoked: false },
      ];
    case 15:
      return [
        { at, is: 'repeatOld', till },
        { at: soon, is: 'repeatOld', till },
      ];
    case 22:
    case 23:
    case 24:
    case 25:
    case 26:
    case 27:
      return copyTrouble(chance, kind, { at, soon, till });
    default:
      return serverTrouble(chance, kind, { at, soon, till });
  }
}

interface Struck {
  readonly at: number;
  readonly soon: number;
  readonly till: number;
}

function copyTrouble(chance: ChanceStream, kind: number, { at, soon, till }: Struck): Happening[] {
  const downMs = chance.whole(1_000, 10_000);
  switch (kind) {
    case 22:
      return [
        { at, is: 'emptied', till, keepsCopy: chance.happens(0.8), downMs },
        { at: soon, is: 'rekey', till },
      ];
    case 23:
      // The disk lied to both copies: files lose their end too.
      return [
        { at, is: 'copy', till, fault: chance.pick(['torn', 'flipped', 'unreadable']) },
        { at, is: 'powerLoss', till, downMs, lost: chance.whole(0, 2) },
      ];
    case 24:
      return [
        { at, is: 'copy', till, fault: chance.pick(['torn', 'flipped', 'unreadable']) },
        { at, is: 'kill', till, downMs },
      ];
    case 25:
      return [{ at, is: 'flip', till }];
    case 26:
      return [{ at, is: 'reset', till }];
    default:
      // What the disk lost is sold over before the copies can be compared.
      return [
        { at: at + 1, is: 'powerLoss', till, downMs: 300, lost: chance.whole(1, 3) },
        { at: at + 200, is: 'disk', till, fault: { is: 'full' } },
        { at: at + 2_500, is: 'disk', till, fault: null },
        { at: soon + 2_500, is: 'kill', till, downMs },
      ];
  }
}

function serverTrouble(chance: ChanceStream, kind: number, { at, soon, till }: Struck): Happening[] {
  switch (kind) {
    case 16:
      return [{ at, is: 'serverCrash', downMs: chance.whole(500, MINUTE_MS) }];
    case 17:
      return [
        { at, is: 'backUp' },
        { at: soon, is: 'restore' },
      ];
    case 28:
    case 29:
      return [
        { at, is: 'loseRoot' },
        { at: soon, is: 'repin', till },
      ];
    case 18:
      return [
        { at, is: 'replicaCaughtUp' },
        { at: soon, is: 'failover' },
      ];
    case 19:
      return [
        { at, is: 'protocol', version: 1 },
        { at: soon, is: 'protocol', version: 2 },
        { at: soon, is: 'upgrade', till },
      ];
    case 20:
      return [
        { at, is: chance.happens(0.5) ? 'rotateOnline' : 'newRoster' },
        { at: soon, is: 'newCatalogue', removes: chance.happens(0.5) },
      ];
    default:
      return [
        { at, is: 'twoWindows', till, customer: `two-${String(at)}` },
        { at, is: 'peopleDown', down: true },
        { at: soon, is: 'peopleDown', down: false },
      ];
  }
}

function diskFault(chance: ChanceStream): DiskFault {
  const faults: readonly [DiskFault, ...DiskFault[]] = [
    { is: 'full' },
    { is: 'abort' },
    { is: 'deadHandle', landed: chance.happens(0.5) },
    { is: 'late', ms: chance.whole(5_000, 40_000) },
  ];
  return chance.pick(faults);
}
