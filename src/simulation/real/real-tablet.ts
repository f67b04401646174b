/** A tablet on the real adapters: the app's own database, second copy, journal and syncing, in a process that can be killed. */
import Dexie from 'dexie';
import { TRIAL_POLICY } from '../../testing/trial-shop.ts';
import type { MemoryCopy } from '../../testing/memory-copy.ts';
import type { Acting } from '../../local-db/acting.ts';
import { keeperOf, viewAhead } from '../../local-db/append-fact.ts';
import { closeShift } from '../../local-db/close-shift.ts';
import { followJournal } from '../../local-db/follow-journal.ts';
import { readContact } from '../../local-db/last-contact.ts';
import { lastKnownTime } from '../../local-db/last-known-time.ts';
import { closeLocalDb, openLocalDb, type LocalDb } from '../../local-db/open-local-db.ts';
import { saveOpenSale } from '../../local-db/open-sale.ts';
import { openShift } from '../../local-db/open-shift.ts';
import { readEnrolment } from '../../local-db/read-enrolment.ts';
import { readShift } from '../../local-db/read-shift.ts';
import { reconcileCopies } from '../../local-db/reconcile-copies.ts';
import { recordSaleTo, saleKeeperOf } from '../../local-db/record-sale.ts';
import { markShown, readUnshown } from '../../local-db/unshown.ts';
import type { SecondCopy } from '../../local-db/second-copy.ts';
import { gzip } from '../../sync/gzip.ts';
import { makeLocalJournal } from '../../sync/local-journal.ts';
import type { Chance, Journal, Net, NetRequest } from '../../sync/ports.ts';
import { runSync, type RunningSync } from '../../sync/run-sync.ts';
import { expectedCash } from '../../domain/shift-totals.ts';
import { showUnshown, type Counter, type CounterWorld } from '../clerk.ts';
import { newLife, type Life } from '../life.ts';
import type { Link } from '../link.ts';
import { stampAct } from '../stamp-act.ts';
import { startTabletClock, type TabletClock } from '../tablet-clock.ts';
import { waitIn } from '../wait-in.ts';
import type { World } from '../world.ts';
import type { BrowserDisk } from './browser-disk.ts';
import type { Labour } from './labour.ts';

export interface RealApp extends Counter {
  readonly db: LocalDb;
  readonly sync: RunningSync;
  readonly closeDay: () => Promise<void>;
}

/** How a planted bug gets between the app and its ports. */
export interface PortBend {
  readonly journal?: (journal: Journal) => Journal;
  readonly net?: (net: Net) => Net;
}

export interface RealTablet {
  bend: PortBend;
  readonly name: string;
  /** As the server calls it. */
  readonly till: string;
  /** Sets its databases apart from other tablets'. */
  readonly suffix: string;
  readonly disk: BrowserDisk;
  readonly copy: MemoryCopy;
  /** False on an engine without a place for it. */
  readonly hasCopy: boolean;
  readonly link: Link;
  /** Of its own clock against the true time. */
  clockOffsetMs: number;
  /** Of the process, from its start; null while it is off. */
  life: Life | null;
  /** Once it has started. */
  app: RealApp | null;
  appVersion: string;
  boots: number;
  /** It runs, and asks for a manager: its databases are empty. */
  isLost: boolean;
  /** False where they could not be compared at the start. */
  areCopiesAlike: boolean;
  isCopyUnreadable: boolean;
  /** What a kill takes with it. */
  readonly onKill: (() => void)[];
}

export interface TabletWorld extends CounterWorld {
  readonly labour: Labour;
}

/** Opens the databases as one process sees them. */
export function openDatabases({ disk, suffix }: RealTablet, life: Life): Promise<LocalDb> {
  Dexie.dependencies.indexedDB = disk.openedBy(life);
  return openLocalDb(suffix);
}

/** Starts the app, as a loaded page does. */
export async function bootRealTablet(at: TabletWorld, tablet: RealTablet): Promise<void> {
  if (tablet.life !== null) return;
  const { world } = at;
  const life = newLife();
  tablet.life = life;
  tablet.boots += 1;
  world.note(`${tablet.name} boots`);
  const db = await openDatabases(tablet, life);
  tablet.isLost = (await readEnrolment(db)) === null;
  if (tablet.isLost) {
    world.count('sometimes: a tablet that lost everything asked for a manager');
    closeLocalDb(db);
    return;
  }
  const clock = startTabletClock(
    world,
    () => tablet.clockOffsetMs,
    await readContact(db),
    await lastKnownTime(db),
  );
  const version = tablet.appVersion;
  const act = (): Acting => stampAct(tablet.app?.sync.current(), clock, version);
  tablet.areCopiesAlike = await beginCopies(at, tablet, db, life, act);
  const sync = startSyncing(at, tablet, db, { life, clock, act, version });
  tablet.app = { ...counterOf(tablet, db, life, act), db, sync, wake: sync.wake };
  await showUnshown(at, tablet.app);
}

/** As the app does before anything is sold: the copies are compared, then kept alike. */
async function beginCopies(
  at: TabletWorld,
  tablet: RealTablet,
  db: LocalDb,
  life: Life,
  act: () => Acting,
): Promise<boolean> {
  const { world } = at;
  if (!tablet.hasCopy) return true;
  try {
    const reading = tablet.isCopyUnreadable ? ({ is: 'unreadable' } as const) : await tablet.copy.read();
    const reconciled = await reconcileCopies(db, reading, false, act());
    if (reconciled.recovered > 0) world.count('sometimes: facts came back from the second copy');
    if (reconciled.startedAnew) world.count('sometimes: two copies told different stories');
  } catch (error) {
    // What the copy holds must not be written over before it is in the database: the next start tries again.
    world.note(`${tablet.name} could not compare its copies: ${String(error)}`);
    world.count('sometimes: the copies could not be compared at the start');
    return false;
  }
  const follower = followJournal(db, slowCopy(at, tablet, life), (trouble) => {
    if (trouble !== null && !life.isOver) world.note(`${tablet.name} second copy: ${trouble}`);
  });
  tablet.onKill.push(follower.stop);
  return true;
}

/** What is appended takes a moment to be on the disk: a kill can fall before it. */
function slowCopy({ world, labour }: TabletWorld, tablet: RealTablet, life: Life): SecondCopy {
  const { name, copy } = tablet;
  const chance = world.chance(`copy ${name}`);
  return {
    ...copy,
    append: async (facts) => {
      labour.begin();
      await labour.rest(world, chance.whole(0, 2), life);
      await copy.append(facts).finally(labour.end);
    },
    finish: async () => {
      await copy.finish();
      tablet.isCopyUnreadable = false;
    },
  };
}

interface Run {
  readonly life: Life;
  readonly clock: TabletClock;
  readonly act: () => Acting;
  readonly version: string;
}

function startSyncing(
  { world, labour }: TabletWorld,
  tablet: RealTablet,
  db: LocalDb,
  { life, clock, act, version }: Run,
): RunningSync {
  const chance = world.chance(`app ${tablet.name}`);
  const drawn: Chance = { fraction: chance.fraction, nonce: () => `n${String(chance.whole(0, 2 ** 31))}` };
  const journal = makeLocalJournal({
    db,
    clock,
    boot: `boot-${String(tablet.boots)}`,
    app: version,
    act,
    readiness: () => Promise.resolve({ persistent: true, installed: true }),
    onServerTime: clock.hear,
  });
  const net = { send: (request: NetRequest) => tablet.link.send(request, life) };
  const { bend } = tablet;
  const ports = {
    journal: bend.journal?.(journal) ?? journal,
    net: bend.net?.(net) ?? net,
    pack: (bytes: Uint8Array<ArrayBuffer>) => labour.during(gzip(bytes)),
    clock,
    chance: drawn,
    timers: { wait: (ms: number, signal: AbortSignal) => waitIn(world, life, ms, signal) },
  };
  return runSync(ports, new AbortController().signal);
}

function counterOf(
  { name }: RealTablet,
  db: LocalDb,
  life: Life,
  act: () => Acting,
): Omit<RealApp, 'wake' | 'db' | 'sync'> {
  return {
    name,
    life,
    act,
    saveOpenSale: (sale) => saveOpenSale(db, sale),
    viewAhead: () => viewAhead(keeperOf(db)),
    // Without the time limit of the screen: time is the world's.
    recordSale: (request, acting, ahead) => recordSaleTo(saleKeeperOf(db), request, acting, ahead),
    unshown: () => readUnshown(db),
    markShown: (sale) => markShown(db, sale),
    openShift: (acting) => {
      const { day } = acting.moment;
      const shift = `shift-${name}-${String(acting.moment.anchored)}`;
      return openShift(db, { shift, day, drawer: 'drawer-1', float: TRIAL_POLICY.float }, acting);
    },
    closeDay: async () => {
      const open = await readShift(db);
      if (open === null) return;
      const asked = { shift: open.shift, countedCash: expectedCash(open), keptFloat: TRIAL_POLICY.float };
      await closeShift(db, asked, act());
    },
    chargesAnew: false,
  };
}

/** The process is killed: what it was doing is never finished, what it had asked of the disk may have landed. */
export function killRealTablet({ world }: { readonly world: World }, tablet: RealTablet): void {
  const { life } = tablet;
  if (life === null) return;
  world.note(`${tablet.name} is killed`);
  tablet.life = null;
  tablet.app = null;
  tablet.disk.appDies(life);
  life.isOver = true;
  for (const take of tablet.onKill.splice(0)) take();
}
