/** A simulated tablet with a clerk: its disk, its line, and the app that boots on it, sells, sends, and dies. */
import { TRIAL_POLICY } from '../testing/trial-shop.ts';
import { appendFactTo } from '../local-db/append-fact.ts';
import type { Acting } from '../local-db/acting.ts';
import { recordSaleTo, type SaleKeeper } from '../local-db/record-sale.ts';
import { openShift } from '../domain/open-shift.ts';
import type { Refusal } from '../domain/refusal.ts';
import type { Chance, Journal, Net, SyncPorts, Timers } from '../sync/ports.ts';
import { runSync, type RunningSync } from '../sync/run-sync.ts';
import { serveCustomer, showUnshown, type Counter, type CounterWorld } from './clerk.ts';
import { newLife } from './life.ts';
import type { Link } from './link.ts';
import { startTabletClock, type TabletClock } from './tablet-clock.ts';
import type { TabletDisk } from './tablet-disk.ts';
import { makeTabletJournal, makeTabletKeeper, type TabletJournalParts } from './tablet-journal.ts';
import { stampAct } from './stamp-act.ts';
import { waitIn } from './wait-in.ts';

export interface TabletApp extends Counter {
  readonly keeper: SaleKeeper;
  readonly sync: RunningSync;
  readonly clock: TabletClock;
}

/** How a planted bug gets between the app and what it stands on. */
export interface TabletBend {
  readonly journal?: (journal: Journal) => Journal;
  readonly net?: (net: Net, journal: Journal) => Net;
  readonly keeper?: (keeper: SaleKeeper) => SaleKeeper;
  readonly chance?: (chance: Chance) => Chance;
  /** A charge whose outcome is unknown is tried as another sale. */
  readonly chargesAnew?: boolean;
}

export interface Tablet {
  bend: TabletBend;
  readonly name: string;
  readonly disk: TabletDisk;
  readonly link: Link;
  /** Of its own clock against the true time. */
  clockOffsetMs: number;
  app: TabletApp | null;
  appVersion: string;
  boots: number;
}

/** Starts the app: the way from a loaded page to a counter. */
export async function bootTablet({ world, book }: CounterWorld, tablet: Tablet): Promise<void> {
  if (tablet.app !== null) return;
  const life = newLife();
  tablet.boots += 1;
  const { contact } = tablet.disk.tables.singles;
  const clock = startTabletClock(world, () => tablet.clockOffsetMs, contact, lastKnownTime(tablet));
  const chance = world.chance(`app ${tablet.name}`);
  const newId = (): string => `${tablet.name}-${String(chance.whole(0, 2 ** 31)).padStart(10, '0')}`;
  const act = (): Acting => stampAct(tablet.app?.sync.current(), clock, tablet.appVersion);
  const boot = `boot-${String(tablet.boots)}`;
  const app = tablet.appVersion;
  const parts: TabletJournalParts = {
    disk: tablet.disk,
    life,
    newId,
    act,
    clock,
    boot,
    app,
    onServerTime: clock.hear,
  };
  const stopping = new AbortController();
  const { bend } = tablet;
  const made = makeTabletJournal(parts);
  const journal = bend.journal?.(made) ?? made;
  const net: Net = { send: (request) => tablet.link.send(request, life) };
  const timers: Timers = { wait: (ms, signal) => waitIn(world, life, ms, signal) };
  const drawn: Chance = {
    fraction: chance.fraction,
    nonce: () => `n${String(chance.whole(0, 2 ** 31))}`,
  };
  const ports: SyncPorts = {
    journal,
    net: bend.net?.(net, journal) ?? net,
    pack: (bytes) => Promise.resolve(bytes),
    clock,
    chance: bend.chance?.(drawn) ?? drawn,
    timers,
  };
  world.note(`${tablet.name} boots`);
  const kept = makeTabletKeeper(parts);
  const keeper = bend.keeper?.(kept) ?? kept;
  const sync = runSync(ports, stopping.signal);
  tablet.app = { ...counterOf(tablet, parts, keeper), keeper, clock, sync, wake: sync.wake };
  await showUnshown({ world, book }, tablet.app);
}

function counterOf(
  { name, disk, bend }: Tablet,
  { life, act }: TabletJournalParts,
  keeper: SaleKeeper,
): Omit<Counter, 'wake'> {
  return {
    name,
    life,
    act,
    saveOpenSale: (openSale) =>
      disk.write(life, 'relaxed', ({ singles }) => {
        singles.openSale = openSale;
      }),
    recordSale: (request, acting) => recordSaleTo(keeper, request, acting),
    unshown: () => {
      const { unshown } = disk.tables.singles;
      return unshown === null ? Promise.resolve(null) : keeper.findSale(unshown);
    },
    markShown: (sale) =>
      disk.write(life, 'relaxed', ({ singles }) => {
        if (singles.unshown === sale) singles.unshown = null;
      }),
    openShift: (acting) => openTheShift(disk, name, keeper, acting),
    chargesAnew: bend.chargesAnew === true,
  };
}

/** A customer comes; there is nobody to serve while the app is not running. */
export async function serve(
  at: CounterWorld,
  { app }: Tablet,
  customer: string,
  pieces: number,
): Promise<void> {
  if (app !== null) await serveCustomer(at, app, customer, pieces);
}

/** The process is killed: what it was doing is never finished, what it had asked of the disk may land. */
export async function killApp({ world }: CounterWorld, tablet: Tablet): Promise<void> {
  const { app } = tablet;
  if (app === null) return;
  tablet.app = null;
  world.note(`${tablet.name} is killed`);
  await tablet.disk.appDies(app.life);
  app.life.isOver = true;
}

async function openTheShift(
  disk: TabletDisk,
  name: string,
  keeper: SaleKeeper,
  acting: Acting,
): Promise<void> {
  await appendFactTo<Refusal>(keeper, acting, (view) => {
    const asked = {
      shift: `shift-${name}-${String(view.branch.head.no)}`,
      day: acting.moment.day,
      drawer: 'drawer-1',
      float: TRIAL_POLICY.float,
      openedAt: acting.moment.anchored,
      openedBy: acting.staff,
    };
    const opened = openShift(view.shift?.open ?? null, asked);
    if (opened.is === 'refused') return Promise.resolve({ is: 'stop', with: opened });
    return Promise.resolve({
      is: 'append',
      happened: { kind: 'shiftOpened', body: opened.body },
      approval: null,
      move: () => {
        disk.tables.singles.shift = { open: opened.shift, counts: 0 };
        return Promise.resolve();
      },
    });
  });
}

/** The latest time in the journal; time is not before it. */
function lastKnownTime({ disk }: Tablet): number {
  return disk.tables.singles.contact?.serverTime ?? 0;
}
