/** Starts syncing in the app: the real network, the real timers, the till's own database. */
import { liveQuery } from 'dexie';
import type { Acting } from '../local-db/acting.ts';
import type { LocalDb } from '../local-db/open-local-db.ts';
import { readBranches } from '../local-db/watermark.ts';
import { makeFetchNet } from './fetch-net.ts';
import { makeLocalJournal } from './local-journal.ts';
import { gzip } from './gzip.ts';
import type { Net } from './ports.ts';
import type { ReportedReadiness } from './till-report.ts';
import { realChance } from './real-chance.ts';
import { realTimers } from './real-timers.ts';
import { runSync, type RunningSync } from './run-sync.ts';

export interface SyncOptions {
  readonly db: LocalDb;
  /** Version of the app. */
  readonly app: string;
  /** Stamps what the till records by itself. */
  readonly act: () => Acting;
  readonly readiness: () => Promise<ReportedReadiness>;
  /** A sealed answer told the time: for the clock anchor. */
  readonly onServerTime: (serverTime: number) => void;
  readonly net?: Net;
}

/** Sends and pulls until the signal is aborted; on a tablet that is not enrolled it waits for that. */
export function startSync(options: SyncOptions, signal: AbortSignal): RunningSync {
  const { act, net = makeFetchNet() } = options;
  const clock = {
    wall: () => Date.now(),
    mono: () => Math.round(performance.now()),
    anchored: () => act().moment.anchored,
  };
  const journal = makeLocalJournal({ ...options, clock, boot: String(Math.round(performance.timeOrigin)) });
  const sync = runSync({ journal, net, pack: gzip, clock, chance: realChance, timers: realTimers }, signal);
  const watching = liveQuery(() => readBranches(options.db)).subscribe(sync.wake);
  signal.addEventListener('abort', () => watching.unsubscribe());
  return sync;
}
