/** A simulated tablet with a clerk: its disk, its line, and the app that boots on it, sells, sends, and dies. */
import { TRIAL_POLICY } from '../testing/trial-shop.ts';
import { appendFactTo, viewAhead } from '../local-db/append-fact.ts';
import type { Acting } from '../local-db/acting.ts';
import { withLiveHandle } from '../local-db/live-handle.ts';
import { recordSaleTo, type SaleKeeper } from '../local-db/record-sale.ts';
import { openShift } from '../domain/open-shift.ts';
import type { Refusal } from '../domain/refusal.ts';
import type { Chance, SyncPorts } from '../sync/ports.ts';
import { declareHole } from '../sync/declare-hole.ts';
import { runSync } from '../sync/run-sync.ts';
import { serveCustomer, showUnshown, type Counter, type CounterWorld } from './clerk.ts';
import type { ChanceStream } from './chance-stream.ts';
import { newLife, type Life } from './life.ts';
import { startTabletClock, type TabletClock } from './tablet-clock.ts';
import { beginCopies } from './tablet-copies.ts';
import type { TabletDisk } from './tablet-disk.ts';
import { makeTabletJournal, makeTabletKeeper, type TabletJournalParts } from './tablet-journal.ts';
import type { Tablet } from './simulated-tablet.ts';
import { stampAct } from './stamp-act.ts';
import { waitIn } from './wait-in.ts';
import { watchHoles } from './watch-holes.ts';
import type { World } from './world.ts';

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
  tablet.areCopiesAlike = await beginCopies(world, { ...tablet, wasStoppedCleanly }, parts);
  const kept = makeTabletKeeper(parts);
  const keeper = tablet.bend.keeper?.(kept) ?? kept;
  const late = { declareHole: () => Promise.resolve(declareHole) };
  const sync = runSync(portsOf(at, tablet, parts), new AbortController().signal, late);
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

function portsOf(at: CounterWorld, tablet: Tablet, parts: TabletJournalParts): SyncPorts {
  const { world } = at;
  const { bend, link } = tablet;
  const { life, clock } = parts;
  const made = makeTabletJournal(parts);
  const journal = bend.journal?.(made, parts) ?? made;
  const net = watchHoles(at, tablet, { send: (request) => link.send(request, life) });
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
    viewAhead: () => viewAhead(keeper),
    recordSale: (request, acting, ahead) => recordSaleTo(keeper, request, acting, ahead),
    unshown: () =>
      withLiveHandle(disk.handle, async () => {
        const { unshown } = disk.tables.singles;
        return unshown === null ? null : keeper.findSale(unshown);
      }),
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
  const { contact, enrolment } = disk.tables.singles;
  return Math.max(contact?.serverTime ?? 0, enrolment?.certificate.certificate.issued ?? 0);
}
