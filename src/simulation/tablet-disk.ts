/**
 * The disk of a simulated tablet: transactions that take time and can go wrong in every way browsers' storage does, and
 * what is left of them when the tablet loses power.
 */
import type { Handle } from '../local-db/live-handle.ts';
import type { ChanceStream } from './chance-stream.ts';
import type { Life } from './life.ts';
import {
  emptyTables,
  goBackTo,
  snapshotOf,
  type SingleRecords,
  type TablesSnapshot,
  type TabletTables,
} from './tablet-tables.ts';
import type { World } from './world.ts';

/** What befalls the next strict transactions. */
export type DiskFault =
  /** No space left, for as long as it lasts. */
  | { readonly is: 'full' }
  | { readonly is: 'abort' }
  /** The handle is dead until it is opened anew; the transaction may have landed all the same. */
  | { readonly is: 'deadHandle'; readonly landed: boolean }
  /** It lands, far beyond the time limit. */
  | { readonly is: 'late'; readonly ms: number };

export type Durability = 'strict' | 'relaxed';
type Act<Result> = (tables: TabletTables) => Result | Promise<Result>;

export interface TabletDisk {
  readonly tables: TabletTables;
  readonly handle: Handle;
  /** Told after each strict transaction. */
  readonly commits: { heard: () => void };
  readonly read: <Result>(act: (tables: TabletTables) => Result) => Promise<Result>;
  /** All or nothing, with nothing in between; on disk when it resolves, where it is strict. */
  write: <Result>(life: Life, durability: Durability, act: Act<Result>) => Promise<Result>;
  readonly strike: (fault: DiskFault | null) => void;
  /** Of the app only: what was on its way to the disk may land or not. */
  appDies: (life: Life) => Promise<void>;
  /** The last `strict` transactions vanish, though the disk had said they were written. */
  readonly loseTail: (transactions: number) => void;
  /** Relaxed writes since the last strict one are gone. */
  readonly losePower: () => void;
  readonly emptyAll: () => void;
}

interface Pending {
  readonly life: Life;
  readonly land: () => Promise<void>;
}

interface DiskState {
  readonly world: World;
  readonly chance: ChanceStream;
  readonly tables: TabletTables;
  readonly pending: Set<Pending>;
  history: TablesSnapshot[];
  /** Relaxed records as they were at the last strict transaction. */
  flushed: SingleRecords;
  readonly commits: TabletDisk['commits'];
  fault: DiskFault | null;
  isDead: boolean;
}

const HISTORY = 8;

export function makeTabletDisk(world: World, name: string): TabletDisk {
  const tables = emptyTables();
  const flushed = { ...tables.singles };
  const chance = world.chance(`disk ${name}`);
  const state: DiskState = {
    world,
    chance,
    tables,
    pending: new Set(),
    history: [],
    flushed,
    commits: { heard: () => undefined },
    fault: null,
    isDead: false,
  };
  return {
    tables,
    commits: state.commits,
    handle: {
      close: () => undefined,
      open: () => {
        state.isDead = false;
        return Promise.resolve();
      },
    },
    read: (act) => (state.isDead ? Promise.reject(deadHandle()) : Promise.resolve(act(tables))),
    write: (life, durability, act) => write(state, life, durability, act),
    strike: (next) => {
      state.fault = next;
    },
    appDies: (life) => appDies(state, life),
    loseTail: (transactions) => {
      loseTail(state, transactions);
    },
    losePower: () => {
      const { openSale, unshown, contact, catalogue, budget } = state.flushed;
      tables.singles = { ...tables.singles, openSale, unshown, contact, catalogue, budget };
    },
    emptyAll: () => {
      Object.assign(tables, emptyTables());
      state.history = [];
      state.flushed = { ...tables.singles };
    },
  };
}

function write<Result>(
  state: DiskState,
  life: Life,
  durability: Durability,
  act: Act<Result>,
): Promise<Result> {
  if (state.world.call()) return Promise.reject(new DOMException('aborted', 'AbortError'));
  return new Promise((resolve, reject) => {
    const land = async (settle: (result: Result) => void): Promise<void> => {
      state.pending.delete(writing);
      const bad = durability === 'strict' ? misfortune(state) : null;
      try {
        if (bad === null) settle(await transact(state, durability, act));
        else if (bad.landed) await transact(state, durability, act);
        if (bad !== null) reject(bad.error);
      } catch (error) {
        reject(error instanceof Error ? error : new Error(String(error)));
      }
    };
    const writing: Pending = { life, land: () => land(() => undefined) };
    state.pending.add(writing);
    state.world.after(duration(state, durability), life, () => void land(resolve));
  });
}

async function transact<Result>(state: DiskState, durability: Durability, act: Act<Result>): Promise<Result> {
  const { tables } = state;
  const before = snapshotOf(tables);
  try {
    const result = await act(tables);
    if (durability === 'strict') {
      state.history = [...state.history.slice(1 - HISTORY), before];
      state.flushed = { ...tables.singles };
      state.commits.heard();
    }
    return result;
  } catch (error) {
    goBackTo(tables, before);
    throw error;
  }
}

/** @returns how the transaction is to fail, after it did or did not land; null when it goes well. */
function misfortune(state: DiskState): { readonly error: DOMException; readonly landed: boolean } | null {
  const { fault, isDead, world } = state;
  if (isDead) return { error: deadHandle(), landed: false };
  if (fault === null || fault.is === 'late') return null;
  world.count(`fault: disk ${fault.is}`);
  if (fault.is === 'full')
    return { error: new DOMException('no space', 'QuotaExceededError'), landed: false };
  state.fault = null;
  if (fault.is === 'abort') return { error: new DOMException('aborted', 'AbortError'), landed: false };
  state.isDead = true;
  return { error: new DOMException('connection lost', 'UnknownError'), landed: fault.landed };
}

function duration(state: DiskState, durability: Durability): number {
  const { fault, chance, world } = state;
  if (durability === 'relaxed') return chance.whole(0, 4);
  if (fault?.is !== 'late') return chance.whole(2, 25);
  state.fault = null;
  world.count('fault: disk late');
  return fault.ms;
}

async function appDies(state: DiskState, life: Life): Promise<void> {
  for (const writing of [...state.pending].filter((one) => one.life === life)) {
    state.pending.delete(writing);
    if (!state.chance.happens(0.5)) continue;
    state.world.count('sometimes: a commit landed that nobody heard of');
    await writing.land();
  }
  state.isDead = false;
}

function loseTail(state: DiskState, transactions: number): void {
  const back = state.history.at(-transactions);
  if (back === undefined) return;
  goBackTo(state.tables, back);
  state.history = state.history.slice(0, -transactions);
  state.flushed = { ...state.tables.singles };
}

function deadHandle(): DOMException {
  return new DOMException('the handle is closing', 'InvalidStateError');
}
