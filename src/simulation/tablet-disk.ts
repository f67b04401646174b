/**
 * The disk of a simulated tablet: transactions that take time and can go wrong in every way browsers' storage does, and
 * what is left of them when the tablet loses power.
 */
import type { Handle } from '../local-db/live-handle.ts';
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

export interface TabletDisk {
  readonly tables: TabletTables;
  readonly handle: Handle;
  readonly read: <Result>(act: (tables: TabletTables) => Result) => Promise<Result>;
  /** All or nothing, with nothing in between; on disk when it resolves, where it is strict. */
  readonly write: <Result>(
    life: Life,
    durability: 'strict' | 'relaxed',
    act: (tables: TabletTables) => Result | Promise<Result>,
  ) => Promise<Result>;
  readonly strike: (fault: DiskFault | null) => void;
  /** Of the app only: what was on its way to the disk may land or not. */
  readonly appDies: (life: Life) => Promise<void>;
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

const HISTORY = 8;

export function makeTabletDisk(world: World, name: string): TabletDisk {
  const chance = world.chance(`disk ${name}`);
  const tables = emptyTables();
  const pending = new Set<Pending>();
  let history: TablesSnapshot[] = [];
  let flushed: SingleRecords = { ...tables.singles };
  let fault: DiskFault | null = null;
  let isDead = false;

  async function transact<Result>(
    durability: 'strict' | 'relaxed',
    act: (tables: TabletTables) => Result | Promise<Result>,
  ): Promise<Result> {
    const before = snapshotOf(tables);
    try {
      const result = await act(tables);
      if (durability === 'strict') {
        history = [...history.slice(1 - HISTORY), before];
        flushed = { ...tables.singles };
      }
      return result;
    } catch (error) {
      goBackTo(tables, before);
      throw error;
    }
  }

  /** @returns how the transaction is to fail, after it did or did not land. */
  function misfortune(): { readonly error: DOMException; readonly landed: boolean } | null {
    if (isDead)
      return { error: new DOMException('the handle is closing', 'InvalidStateError'), landed: false };
    const struck = fault;
    if (struck === null || struck.is === 'late') return null;
    world.count(`fault: disk ${struck.is}`);
    if (struck.is === 'full')
      return { error: new DOMException('no space', 'QuotaExceededError'), landed: false };
    fault = null;
    if (struck.is === 'abort') return { error: new DOMException('aborted', 'AbortError'), landed: false };
    isDead = true;
    return { error: new DOMException('connection lost', 'UnknownError'), landed: struck.landed };
  }

  function duration(durability: 'strict' | 'relaxed'): number {
    if (durability === 'relaxed') return chance.whole(0, 4);
    if (fault?.is !== 'late') return chance.whole(2, 25);
    const { ms } = fault;
    fault = null;
    world.count('fault: disk late');
    return ms;
  }

  return {
    tables,
    handle: {
      close: () => undefined,
      open: () => {
        isDead = false;
        return Promise.resolve();
      },
    },
    read: (act) =>
      isDead
        ? Promise.reject(new DOMException('the handle is closing', 'InvalidStateError'))
        : Promise.resolve(act(tables)),
    write: (life, durability, act) =>
      new Promise((resolve, reject) => {
        const wait = duration(durability);
        const writing: Pending = { life, land: () => land(act, () => undefined) };
        async function land(what: typeof act, settle: typeof resolve): Promise<void> {
          pending.delete(writing);
          const bad = durability === 'strict' ? misfortune() : null;
          try {
            if (bad === null) return settle(await transact(durability, what));
            if (bad.landed) await transact(durability, what);
            reject(bad.error);
          } catch (error) {
            reject(error instanceof Error ? error : new Error(String(error)));
          }
        }
        pending.add(writing);
        world.after(wait, life, () => void land(act, resolve));
      }),
    strike: (next) => {
      fault = next;
    },
    appDies: async (life) => {
      for (const writing of [...pending].filter((one) => one.life === life)) {
        pending.delete(writing);
        if (!chance.happens(0.5)) continue;
        world.count('sometimes: a commit landed that nobody heard of');
        await writing.land();
      }
      isDead = false;
    },
    loseTail: (transactions) => {
      const back = history.at(-transactions);
      if (back === undefined) return;
      goBackTo(tables, back);
      history = history.slice(0, -transactions);
      flushed = { ...tables.singles };
    },
    losePower: () => {
      const { openSale, unshown, contact, catalogue, budget } = flushed;
      tables.singles = { ...tables.singles, openSale, unshown, contact, catalogue, budget };
    },
    emptyAll: () => {
      Object.assign(tables, emptyTables());
      history = [];
      flushed = { ...tables.singles };
    },
  };
}
