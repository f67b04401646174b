/** Wires a running till: the real ports over the open database, the tablet's clocks and the network. */
import { BY_TILL } from '../identity/check-pin.ts';
import type { HashPin } from '../identity/hash-pin.ts';
import { leaseAt } from '../identity/lease.ts';
import type { Acting } from '../local-db/acting.ts';
import { openCatalogueWorker } from '../local-db/catalogue-in-worker.ts';
import type { LocalDb } from '../local-db/open-local-db.ts';
import type { IdlePruning } from '../local-db/prune-when-idle.ts';
import { proveOwnKey } from '../local-db/prove-own-key.ts';
import { recordEvent } from '../local-db/record-event.ts';
import { drillNet } from '../sync/drill-net.ts';
import { makeFetchNet } from '../sync/fetch-net.ts';
import type { RunningSync } from '../sync/run-sync.ts';
import { startSync } from '../sync/start-sync.ts';
import type { EnrolOutcome, LinkStatus, TillPorts, Trouble } from '../till/till-ports.ts';
import { APP_VERSION } from './app-version.ts';
import type { AroundTill } from './around-till.ts';
import type { EnrolParts } from './enrol-till.ts';
import { noteUpdate } from './note-update.ts';
import { openOutageDrill } from './outage-drill.ts';
import { openJournalCopies, type JournalCopies } from './journal-copies.ts';
import { lastKnownTime } from '../local-db/last-known-time.ts';
import { askToPersist, readReadiness } from './readiness.ts';
import type { RunningTill } from './running-till.ts';
import { tillAccess } from './till-access.ts';
import { openTillBooks, type TillBooks } from './till-books.ts';
import { startTillClock, type TillClock } from './till-clock.ts';
import { watchHealth, type TillHealth } from './till-health.ts';
import { watchReadiness } from './watch-readiness.ts';
import { tillLink } from './till-link.ts';

/** Notices a tablet that slept or whose clock was set, and a lease that runs out. */
const LOOK_EVERY_MS = 15_000;
/** Until the roster says otherwise. */
const LEASE_DAYS_UNTOLD = 7;
/** Until the roster says where the shop is. */
const NOWHERE = { timeZone: 'UTC', startOfDay: '00:00' };

export async function runTill(db: LocalDb, hashPin: HashPin, around: AroundTill): Promise<RunningTill> {
  const { fresh, install } = around;
  // Rare, and a screen of its own.
  if (!(await proveOwnKey(db))) return (await import('./run-keyless.ts')).runKeyless(db, hashPin, around);
  const stopping = new AbortController();
  const products = openCatalogueWorker(db.catalogue.name);
  products.readAhead();
  const { books, clock, copies, health, lostTill, hooks } = await openRecords(db);
  const drill = await openOutageDrill(db, clock, actingAs, byTill);
  const sync: RunningSync = startSync(
    {
      ...{ db, app: APP_VERSION, act: byTill, onServerTime: clock.hear },
      readiness: async () => ({ ...(await readReadiness()), details: readiness.current() ?? undefined }),
      net: drillNet(makeFetchNet(), () => drill.current()?.what ?? null),
    },
    stopping.signal,
  );
  drill.follow(sync);
  const link = tillLink({
    sync,
    lease: () => leaseOf(books, clock),
    rest: () => restOf(books, clock, health, sync),
  });
  function actingAs(staff: string): Acting {
    return stamp(staff, clock, sync);
  }
  function byTill(): Acting {
    return actingAs(BY_TILL);
  }
  function lookAgain(): void {
    void health.look().then(link.refresh);
    readiness.look();
  }

  books.subscribe(link.refresh);
  keepLooking(lookAgain, clock, stopping.signal);
  tryWhenPromising(sync, stopping.signal);
  if (books.enrolment() !== null) askToPersist();

  const parts = { db, clock, net: makeFetchNet(), act: byTill, lostTill: lostTill?.till ?? null };
  const enrol = enrolThenSync(parts, copies, sync);
  const repin = repinThenSync(parts, sync);
  const pruning = latePruning(db, clock, books);
  const signOut = lateSignOut(db, copies, sync);
  const access = tillAccess({ db, clock, actingAs, hashPin, ...books });
  const readiness = watchReadiness({
    ...{ db, books, clock, access, update: fresh.update, leaseDays: LEASE_DAYS_UNTOLD },
    link: link.current,
  });
  Object.assign(hooks, { act: byTill, look: lookAgain });
  readiness.look();
  return {
    ports: {
      ...{ parkedElsewhere: lateParkedElsewhere(sync), openPractice: latePractice(clock) },
      ...{ db, products, app: APP_VERSION, actingAs, clock, link, access, enrol, repin, signOut },
      ...{ drill, readiness, install, update: fresh.update, proveStart: fresh.proveStart },
      lostTill: lostTill && { ...lostTill, keepsJournal: false },
      reportIdle: (isIdle) => {
        pruning.setIdle(isIdle);
        fresh.reportIdle(isIdle);
      },
    },
    stop: () => {
      pruning.setIdle(false);
      stopping.abort();
      products.close();
      for (const part of [readiness, drill, copies, books]) part.stop();
    },
  };
}

/** The till's own records, its clock and its journal's two copies: all that is there before anything is sent. */
async function openRecords(db: LocalDb) {
  const books = await openTillBooks(db);
  // Until the links are known and everything is there to be looked at.
  const hooks = { act: (): Acting => stampAlone(clock), look: (): void => undefined };
  const clock = startTillClock({
    heard: books.contact(),
    lastKnown: await lastKnownTime(db),
    policy: () => books.roster()?.policy ?? NOWHERE,
    onJump: (byMs) => {
      if (books.enrolment() !== null)
        void recordEvent(db, { kind: 'clockJumped', body: { byMs } }, hooks.act());
    },
  });
  const copies = openJournalCopies(
    db,
    () => stampAlone(clock),
    () => hooks.look(),
  );
  await copies.begin('asLastTime');
  await noteUpdate(db, books, APP_VERSION, hooks.act);
  const lostTill = books.enrolment() === null ? await copies.lostTill() : null;
  const health = watchHealth(db, copies);
  await health.look();
  return { books, clock, copies, health, lostTill, hooks };
}

function lateSignOut(...[db, copies, sync]: [LocalDb, JournalCopies, RunningSync]): TillPorts['signOut'] {
  const startAnew = () => location.reload();
  return async () => (await import('./sign-out-till.ts')).signOutTill({ db, copies, sync, startAnew });
}

/** A till of its own: all it is given of this one is the time. */
function latePractice(clock: TillClock): TillPorts['openPractice'] {
  return async (shop) => (await import('./open-practice.ts')).openPractice(shop, { clock, app: APP_VERSION });
}

/** Asked once in a while, so its words to head office are loaded when they are needed. */
function lateParkedElsewhere(sync: RunningSync): TillPorts['parkedElsewhere'] {
  const ask = () => import('../sync/parked-elsewhere.ts');
  return {
    list: async () => (await ask()).askParkedElsewhere(await sync.line()),
    claim: async (sale) => (await ask()).claimParkedElsewhere(await sync.line(), sale),
  };
}

function stamp(staff: string, clock: TillClock, sync: RunningSync): Acting {
  const { signIn, sending } = sync.current();
  return {
    staff,
    how: staff === BY_TILL ? 'till' : 'pin',
    moment: clock.moment(),
    link: { signIn: signIn.is, sending: sending.is },
    app: APP_VERSION,
  };
}

/** Before anything is known of the links. */
function stampAlone(clock: TillClock): Acting {
  const link = { signIn: 'unknown', sending: 'unknown' } as const;
  return { staff: BY_TILL, how: 'till', moment: clock.moment(), link, app: APP_VERSION };
}

function leaseOf(books: TillBooks, clock: TillClock): LinkStatus['lease'] {
  const [contact, roster] = [books.contact(), books.roster()];
  const now = clock.anchored();
  return leaseAt(contact?.serverTime ?? now, roster?.policy.leaseDays ?? LEASE_DAYS_UNTOLD, now);
}

function restOf(books: TillBooks, clock: TillClock, health: TillHealth, sync: RunningSync) {
  const device = health.device();
  return { trouble: troubleOf(books, health, sync), isClockInDoubt: clock.isInDoubt(), device };
}

/** Loaded beside the counter's own files, which are kept small. */
function latePruning(db: LocalDb, clock: TillClock, books: TillBooks): Pick<IdlePruning, 'setIdle'> {
  const loaded = import('../local-db/prune-when-idle.ts').then(({ pruneWhenIdle }) =>
    pruneWhenIdle(db, clock.anchored),
  );
  const tell = (what: (pruning: IdlePruning) => void) => void loaded.then(what, () => undefined);
  const hear = () => tell((pruning) => pruning.hear(books.contact()?.safe ?? null));
  books.subscribe(hear);
  hear();
  return { setIdle: (isIdle) => tell((pruning) => pruning.setIdle(isIdle)) };
}

function enrolThenSync(parts: EnrolParts, copies: JournalCopies, sync: RunningSync): TillPorts['enrol'] {
  const askToEnrol = lateEnroller(parts);
  return async (code) => {
    const outcome = await askToEnrol(code);
    if (outcome.is === 'enrolled') {
      // What the second copy kept of the till that was lost comes in now, and is sent under the new key.
      await copies.begin('cleanly');
      askToPersist();
      sync.tryNow();
    }
    return outcome;
  };
}

function repinThenSync(parts: EnrolParts, sync: RunningSync): TillPorts['repin'] {
  let truster: ReturnType<typeof loadTruster> | null = null;
  return async (code) => {
    const outcome = await (await (truster ??= loadTruster(parts)))(code);
    if (outcome.is === 'repinned') sync.tryNow();
    return outcome;
  };
}

async function loadTruster(parts: EnrolParts) {
  return (await import('./trust-anew.ts')).rootTruster(parts, () => location.reload());
}

/** Loaded when the first code is typed: a till is enrolled once in its life. One enroller, for it keeps its key between tries. */
function lateEnroller(parts: EnrolParts): (code: string) => Promise<EnrolOutcome> {
  let enroller: ReturnType<typeof loadEnroller> | null = null;
  return async (code) => (await (enroller ??= loadEnroller(parts)))(code);
}

async function loadEnroller(parts: EnrolParts) {
  return (await import('./enrol-till.ts')).tillEnroller(parts);
}

function troubleOf(books: TillBooks, health: TillHealth, sync: RunningSync): Trouble | null {
  const unsafe = health.trouble();
  if (unsafe !== null) return unsafe;
  if (books.isRosterForged()) return { is: 'key', detail: null };
  const { brokenBy, isStrange } = sync.current();
  if (brokenBy !== null) return { is: 'sending', detail: brokenBy };
  if (isStrange) return { is: 'root', detail: null };
  return isRevoked(books) ? { is: 'revoked', detail: null } : null;
}

function isRevoked(books: TillBooks): boolean {
  const notices = [books.roster()?.revocation, books.contact()?.revocation];
  const latest = notices.reduce(
    (one, other) => ((other?.number ?? 0) > (one?.number ?? 0) ? other : one),
    undefined,
  );
  return latest?.revoked === true;
}

function keepLooking(refresh: () => void, clock: TillClock, signal: AbortSignal): void {
  const timer = setInterval(() => {
    clock.now();
    refresh();
  }, LOOK_EVERY_MS);
  signal.addEventListener('abort', () => clearInterval(timer));
}

/** Signs that a try may go well now. None of them is relied on. */
function tryWhenPromising(sync: RunningSync, signal: AbortSignal): void {
  addEventListener('online', sync.tryNow, { signal });
  document.addEventListener(
    'visibilitychange',
    () => {
      if (document.visibilityState === 'visible') sync.tryNow();
    },
    { signal },
  );
  // Loaded beside the counter's own files, which are kept small.
  void import('../sync/start-hints.ts').then(
    ({ startHints }) => startHints(sync, signal),
    () => undefined,
  );
}
