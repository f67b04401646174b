/** A whole till without screens: its database, enrolled at a real head office, selling and syncing on virtual time. */
import { tillEnroller } from '../app/enrol-till.ts';
import type { Acting } from '../local-db/acting.ts';
import type { JournalStatus } from '../local-db/read-status.ts';
import { closeLocalDb, openLocalDb, type LocalDb } from '../local-db/open-local-db.ts';
import { openShift } from '../local-db/open-shift.ts';
import { readStatus } from '../local-db/read-status.ts';
import { recordSale } from '../local-db/record-sale.ts';
import { gzip } from '../sync/gzip.ts';
import { makeLocalJournal } from '../sync/local-journal.ts';
import type { Chance } from '../sync/ports.ts';
import { runSync, type RunningSync } from '../sync/run-sync.ts';
import { makeFaultyNet, type FaultyNet } from './faulty-net.ts';
import type { HeadOffice } from './head-office.ts';
import { paidByCard, soldBasket } from './trial-basket.ts';
import { TRIAL_DAY, TRIAL_POLICY } from './trial-shop.ts';
import type { VirtualTime } from './virtual-time.ts';

export interface SyncingTill {
  readonly db: LocalDb;
  readonly net: FaultyNet;
  readonly sync: RunningSync;
  readonly sell: (count: number) => Promise<void>;
  readonly status: () => Promise<JournalStatus>;
  readonly waiting: () => Promise<number>;
  /** Lets time pass until it holds. */
  readonly until: (condition: () => boolean | Promise<boolean>, limitMs?: number) => Promise<void>;
  readonly stop: () => Promise<void>;
}

const LANES = 3;
const HOUR_MS = 60 * 60_000;
let tills = 0;

/** Enrolled, with an open shift; nothing has been sent yet. */
/** @param line cut: nothing has been sent, and nothing will be until the test mends it. */
export async function startSyncingTill(
  office: HeadOffice,
  time: VirtualTime,
  line: 'clear' | 'cut' = 'clear',
): Promise<SyncingTill> {
  tills += 1;
  const db = await openLocalDb(`-syncing-${String(tills)}`);
  const stopping = new AbortController();
  const net = makeFaultyNet(office.app, (ms) => time.timers.wait(ms, stopping.signal));
  const act = actingAt(time);
  const clock = {
    now: time.now,
    day: () => TRIAL_DAY,
    anchored: time.now,
    moment: () => act().moment,
    hear: () => undefined,
  };
  const enrolled = await tillEnroller({ db, net, clock, act })(office.code);
  if (enrolled.is !== 'enrolled') throw new Error(`not enrolled: ${enrolled.is}`);
  await openShift(
    db,
    { shift: 'shift-1', day: TRIAL_DAY, drawer: 'drawer-1', float: TRIAL_POLICY.float },
    act(),
  );

  if (line === 'cut') net.cut();
  const journal = makeLocalJournal({
    db,
    clock: time.clock,
    boot: 'boot-1',
    app: '0.1.0',
    act,
    readiness: () => Promise.resolve({ persistent: true, installed: true }),
    onServerTime: () => undefined,
  });
  const sync = runSync(
    { journal, net, pack: gzip, clock: time.clock, chance: seededChance(7), timers: time.timers },
    stopping.signal,
  );
  let sold = 0;
  const status = async (): Promise<JournalStatus> => {
    const read = await readStatus(db);
    if (read === null) throw new Error('not enrolled');
    return read;
  };
  return {
    db,
    net,
    sync,
    sell: async (count) => {
      for (let left = count; left > 0; left -= 1) {
        sold += 1;
        const outcome = await recordSale(db, paidByCard(soldBasket(`sale-${String(sold)}`)), act());
        if (outcome.is !== 'recorded') throw new Error(`not recorded: ${outcome.is}`);
      }
      sync.wake();
    },
    status,
    waiting: async () => (await status()).waiting.facts,
    until: (condition, limitMs = HOUR_MS) => time.runUntil(condition, { waiters: LANES, limitMs }),
    stop: async () => {
      stopping.abort();
      await sync.stopped;
      closeLocalDb(db);
    },
  };
}

function actingAt(time: VirtualTime): () => Acting {
  return () => ({
    staff: 'till',
    how: 'till',
    moment: { wall: time.now(), mono: time.clock.mono(), anchored: time.now(), day: TRIAL_DAY },
    link: { signIn: 'unknown', sending: 'unknown' },
    app: '0.1.0',
  });
}

/** A linear congruential generator (Numerical Recipes): the same numbers every run. */
function seededChance(seed: number): Chance {
  let state = seed;
  const next = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  return { fraction: next, nonce: () => `nonce-${String(next()).slice(2)}` };
}
