/** A simulated tablet with a clerk: its disk, its line, and the app that boots on it, sells, sends, and dies. */
import { TRIAL_POLICY } from '../testing/trial-shop.ts';
import { appendFactTo } from '../local-db/append-fact.ts';
import type { Acting } from '../local-db/acting.ts';
import type { Contact } from '../local-db/contact.ts';
import { recordSaleTo, type SaleKeeper } from '../local-db/record-sale.ts';
import { openShift } from '../domain/open-shift.ts';
import type { Refusal } from '../domain/refusal.ts';
import type { Chance, Journal, Net, SyncPorts } from '../sync/ports.ts';
import { runSync, type RunningSync } from '../sync/run-sync.ts';
import type { CopyBend } from './bend-copies.ts';
import { serveCustomer, showUnshown, type Counter, type CounterWorld } from './clerk.ts';
import type { ChanceStream } from './chance-stream.ts';
import { newLife, type Life } from './life.ts';
import type { Link } from './link.ts';
import { startTabletClock, type TabletClock } from './tablet-clock.ts';
import { beginCopies } from './tablet-copies.ts';
import type { TabletCopy } from './tablet-copy.ts';
import type { TabletDisk } from './tablet-disk.ts';
import type { TabletTables } from './tablet-tables.ts';
import { makeTabletJournal, makeTabletKeeper, type TabletJournalParts } from './tablet-journal.ts';
import { stampAct } from './stamp-act.ts';
import { waitIn } from './wait-in.ts';
import { watchHoles } from './watch-holes.ts';
import type { World } from './world.ts';

export interface TabletApp extends Counter {
  readonly keeper: SaleKeeper;
  readonly sync: RunningSync;
  readonly clock: TabletClock;
}

/** How a planted bug gets between the app and what it stands on. */
export interface TabletBend {
  readonly journal?: (journal: Journal, parts: TabletJournalParts) => Journal;
  readonly net?: (net: Net, journal: Journal) => Net;
  readonly keeper?: (keeper: SaleKeeper) => SaleKeeper;
  readonly chance?: (chance: Chance) => Chance;
  /** A charge whose outcome is unknown is tried as another sale. */
  readonly chargesAnew?: boolean;
  /** What it takes the second copy for, at the start. */
  readonly copies?: CopyBend;
  /** What the till takes for safe. */
  readonly safe?: (safe: Safe, tables: TabletTables) => Safe;
  /** The tablet is set up anew whatever waits on it. */
  readonly resetsAnyway?: boolean;
}

type Safe = NonNullable<Contact['safe']>;

export interface Tablet {
  bend: TabletBend;
  readonly name: string;
  readonly disk: TabletDisk;
  readonly link: Link;
  /** Of the journal; outlives the loss of the database. */
  readonly copy: TabletCopy;
  /** Of its own clock against the true time. */
  clockOffsetMs: number;
  /** Of the run of the app; null while none runs. */
  life: Life | null;
  /** Null until the counter is there. */
  app: TabletApp | null;
  wasStoppedCleanly: boolean;
  appVersion: string;
  boots: number;
}

/** Starts the app: the way from a loaded page to a counter. */
export async function bootTablet(at: CounterWorld, tablet: Tablet): Promise<void> {
  const { world } = at;
  if (tablet.life !== null) return;
  const life = newLife();
  const { wasStoppedCleanly } = tablet;
  Object.assign(tablet, { life, wasStoppedCleanly: false });
  tablet.boots += 1;
  world.note(`${tablet.name} boots`);
  if (tablet.disk.tables.singles.enrolment === null) {
    world.count('sometimes: a tablet that lost everything asked for a manager');
    return;
  }
  const { contact } = tablet.disk.tables.singles;
  const clock = startTabletClock(world, () => tablet.clockOffsetMs, contact, lastKnownTime(tablet));
  const parts = partsOf(world, tablet, life, clock);
  await beginCopies(world, { ...tablet, wasStoppedCleanly }, parts);
  const kept = makeTabletKeeper(parts);
  const keeper = tablet.bend.keeper?.(kept) ?? kept;
  const sync = runSync(portsOf(world, tablet, parts), new AbortController().signal);
  tablet.app = { ...counterOf(tablet, parts, keeper), keeper, clock, sync, wake: sync.wake };
  await showUnshown(at, tablet.app);
}

function partsOf(world: World, tablet: Tablet, life: Life, clock: TabletClock): TabletJournalParts {
  const chance = world.chance(`app ${tablet.name}`);
  return {
    disk: tablet.disk,
    life,
    newId: () => `${tablet.name}-${String(chance.whole(0, 2 ** 31)).padStart(10, '0')}`,
    act: (): Acting => stampAct(tablet.app?.sync.current(), clock, tablet.appVersion),
    clock,
    boot: `boot-${String(tablet.boots)}`,
    app: tablet.appVersion,
    onServerTime: clock.hear,
  };
}

function portsOf(world: World, tablet: Tablet, parts: TabletJournalParts): SyncPorts {
  const { bend, link } = tablet;
  const { life, clock } = parts;
  const made = makeTabletJournal(parts);
  const journal = bend.journal?.(made, parts) ?? made;
  const net = watchHoles(world, tablet, { send: (request) => link.send(request, life) });
  const drawn = chanceOf(world.chance(`app ${tablet.name}`));
  return {
    journal,
    net: bend.net?.(net, journal) ?? net,
    pack: (bytes) => Promise.resolve(bytes),
    clock,
    chance: bend.chance?.(drawn) ?? drawn,
    timers: { wait: (ms, signal) => waitIn(world, life, ms, signal) },
  };
}

export function chanceOf({ fraction, whole }: ChanceStream): Chance {
  return { fraction, nonce: () => `n${String(whole(0, 2 ** 31))}` };
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
  const { life } = tablet;
  if (life === null) return;
  Object.assign(tablet, { life: null, app: null });
  world.note(`${tablet.name} is killed`);
  tablet.disk.commits.heard = () => undefined;
  await tablet.disk.appDies(life);
  life.isOver = true;
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
