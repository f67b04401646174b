/** A simulated tablet with a clerk: its disk, its line, and the app that boots on it, sells, sends, and dies. */
import { TRIAL_DAY, TRIAL_POLICY } from '../testing/trial-shop.ts';
import { paidByCard, soldBasket } from '../testing/trial-basket.ts';
import { appendFactTo } from '../local-db/append-fact.ts';
import type { Acting } from '../local-db/acting.ts';
import type { RecordedReceipt } from '../local-db/recorded-receipt.ts';
import { recordSaleTo, type SaleKeeper, type SaleToRecord } from '../local-db/record-sale.ts';
import { openShift } from '../domain/open-shift.ts';
import type { Refusal } from '../domain/refusal.ts';
import type { Chance, Journal, Net, SyncPorts, Timers } from '../sync/ports.ts';
import { runSync, type RunningSync } from '../sync/run-sync.ts';
import { newLife, type Life } from './life.ts';
import type { Link } from './link.ts';
import { customerOf, type SalesBook } from './sales-book.ts';
import { startTabletClock, type TabletClock } from './tablet-clock.ts';
import type { TabletDisk } from './tablet-disk.ts';
import { makeTabletJournal, makeTabletKeeper, type TabletJournalParts } from './tablet-journal.ts';
import type { World } from './world.ts';

export interface TabletApp {
  readonly life: Life;
  readonly keeper: SaleKeeper;
  readonly sync: RunningSync;
  readonly clock: TabletClock;
  readonly act: () => Acting;
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

export interface TabletWorld {
  readonly world: World;
  readonly book: SalesBook;
}

/** Starts the app: the way from a loaded page to a counter. */
export async function bootTablet({ world, book }: TabletWorld, tablet: Tablet): Promise<void> {
  if (tablet.app !== null) return;
  const life = newLife();
  tablet.boots += 1;
  const { contact } = tablet.disk.tables.singles;
  const clock = startTabletClock(world, () => tablet.clockOffsetMs, contact, lastKnownTime(tablet));
  const chance = world.chance(`app ${tablet.name}`);
  const newId = (): string => `${tablet.name}-${String(chance.whole(0, 2 ** 31)).padStart(10, '0')}`;
  const act = (): Acting => actingAt(tablet, clock);
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
  tablet.app = { life, keeper, clock, act, sync: runSync(ports, stopping.signal) };
  await showUnshown({ world, book }, tablet, tablet.app);
}

function waitIn(world: World, life: Life, ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => resolve();
    world.after(ms, life, done);
    signal.addEventListener('abort', () => world.after(0, life, done));
  });
}

/** The process is killed: what it was doing is never finished, what it had asked of the disk may land. */
export async function killApp({ world }: TabletWorld, tablet: Tablet): Promise<void> {
  const { app } = tablet;
  if (app === null) return;
  tablet.app = null;
  world.note(`${tablet.name} is killed`);
  await tablet.disk.appDies(app.life);
  app.life.isOver = true;
}

/** A customer comes, and goes with a receipt or without having paid. */
export async function serve(
  at: TabletWorld,
  tablet: Tablet,
  customer: string,
  pieces: number,
): Promise<void> {
  const { app } = tablet;
  if (app === null) return;
  at.book.served.count += 1;
  const basket = { ...basketOf(pieces), sale: `${tablet.name}/${customer}` };
  await saveOpenSale(tablet, app, basket);
  await charge(at, tablet, app, { ...paidByCard(basket) });
}

const baskets = new Map<number, SaleToRecord['sale']>();
function basketOf(pieces: number): SaleToRecord['sale'] {
  const known = baskets.get(pieces) ?? soldBasket('template', pieces);
  baskets.set(pieces, known);
  return known;
}

async function saveOpenSale(
  { disk }: Tablet,
  { life }: TabletApp,
  openSale: SaleToRecord['sale'],
): Promise<void> {
  await disk
    .write(life, 'relaxed', ({ singles }) => {
      singles.openSale = openSale;
    })
    // The basket is on the screen; that it was not saved costs its last second at a crash.
    .catch(() => undefined);
}

const CHARGES_MAX = 4;
const PAUSE_MS = 900;

/** @returns what came of it. */
export async function charge(
  at: TabletWorld,
  tablet: Tablet,
  app: TabletApp,
  request: SaleToRecord,
): Promise<string> {
  let last = 'given up';
  for (let tries = 0; tries < CHARGES_MAX; tries += 1) {
    const outcome = await recordSaleTo(app.keeper, asTried(tablet, request, tries), app.act());
    last = outcome.is;
    if (outcome.is === 'recorded' || outcome.is === 'alreadyRecorded')
      await showPaid(at, tablet, app, outcome.receipt);
    else if (outcome.is === 'refused' && outcome.code === 'shift-not-open') {
      await openTheShift(app, tablet);
      continue;
    } else if (outcome.is === 'notSaved') {
      at.world.count(`sometimes: a sale was not saved at first (${outcome.why})`);
      await waitIn(at.world, app.life, PAUSE_MS, new AbortController().signal);
      continue;
    }
    return last;
  }
  return last;
}

function asTried({ bend }: Tablet, request: SaleToRecord, tries: number): SaleToRecord {
  if (bend.chargesAnew !== true || tries === 0) return request;
  return { ...request, sale: { ...request.sale, sale: `${request.sale.sale}#${String(tries)}` } };
}

/** *Paid* is on the screen: from here on the sale must never be lost. */
async function showPaid(
  { world, book }: TabletWorld,
  tablet: Tablet,
  app: TabletApp,
  receipt: RecordedReceipt,
): Promise<void> {
  const { sale, receipt: number, totals } = receipt.body;
  const { hash } = receipt;
  const paid = {
    till: tablet.name,
    customer: customerOf(sale),
    sale,
    receipt: number,
    gross: totals.gross,
    hash,
  };
  book.paid.set(sale, paid);
  world.note(`${tablet.name} paid ${number} ${sale}`);
  app.sync.wake();
  await tablet.disk
    .write(app.life, 'relaxed', ({ singles }) => {
      if (singles.unshown === sale) singles.unshown = null;
    })
    .catch(() => undefined);
}

async function showUnshown(at: TabletWorld, tablet: Tablet, app: TabletApp): Promise<void> {
  const { unshown } = tablet.disk.tables.singles;
  const receipt = unshown === null ? null : await app.keeper.findSale(unshown);
  if (receipt === null) return;
  if (!at.book.paid.has(receipt.body.sale)) at.world.count('sometimes: a sale was shown at the next start');
  await showPaid(at, tablet, app, receipt);
}

export async function openTheShift({ keeper, act }: TabletApp, { name, disk }: Tablet): Promise<void> {
  const acting = act();
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

function actingAt({ app, appVersion }: Tablet, clock: TabletClock): Acting {
  const anchored = clock.anchored();
  const day = anchored > 0 ? new Date(anchored).toISOString().slice(0, 10) : TRIAL_DAY;
  const status = app?.sync.current();
  return {
    staff: 'amara',
    how: 'pin',
    moment: { wall: clock.wall(), mono: clock.mono(), anchored, day },
    link: { signIn: status?.signIn.is ?? 'unknown', sending: status?.sending.is ?? 'unknown' },
    app: appVersion,
  };
}

/** The latest time in the journal; time is not before it. */
function lastKnownTime({ disk }: Tablet): number {
  return disk.tables.singles.contact?.serverTime ?? 0;
}
