/**
 * The disk of a tablet on the real adapters: a browser's IndexedDB, whose commits take time to be heard of, which can die with
 * its process, fail in the ways browsers' storage does, and lose what it had said was written.
 */
import { newBrowserStorage, unansweredRequest } from '../../testing/browser-storage.ts';
import type { ChanceStream } from '../chance-stream.ts';
import type { Life } from '../life.ts';
import type { DiskFault } from '../tablet-disk.ts';
import type { World } from '../world.ts';
import { heldEvents, rollbackOf } from './held-events.ts';
import type { Labour } from './labour.ts';
import { newQueue, type DiskQueue } from './disk-queue.ts';

export interface BrowserDisk {
  /** What one run of the app sees of it. */
  readonly openedBy: (life: Life) => IDBFactory;
  readonly strike: (fault: DiskFault | null) => void;
  /** Of the app only: what it had not heard of yet is there or not. */
  readonly appDies: (life: Life) => void;
  /** Relaxed writes since the last strict one are gone. */
  readonly losePower: () => void;
  /** The last `strict` transactions vanish, though the disk had said they were written. */
  readonly loseTail: (transactions: number) => void;
  /** Every database of the origin, while no app runs. */
  readonly emptyAll: () => void;
  /** A commit is on its way: who asks now has to wait in the world's time. */
  readonly isBusy: () => boolean;
}

interface Written {
  readonly isStrict: boolean;
  readonly life: Life;
  isHeard: boolean;
  readonly undo: () => void;
}

interface DiskState {
  readonly world: World;
  readonly labour: Labour;
  readonly chance: ChanceStream;
  storage: IDBFactory;
  /** In order of their commits. */
  written: Written[];
  /** By database. */
  queues: Map<string, DiskQueue>;
  fault: DiskFault | null;
}

const STRICT_KEPT = 8;

export function makeBrowserDisk(world: World, labour: Labour, name: string): BrowserDisk {
  const chance = world.chance(`disk ${name}`);
  const state: DiskState = {
    world,
    labour,
    chance,
    storage: newBrowserStorage(),
    written: [],
    queues: new Map(),
    fault: null,
  };
  return {
    openedBy: (life) => factoryFor(state, life),
    strike: (fault) => {
      state.fault = fault;
    },
    appDies: (life) => appDies(state, life),
    losePower: () => undoWhile(state, ({ isStrict }) => !isStrict),
    loseTail: (transactions) => {
      for (let left = transactions; left > 0; left -= 1) {
        undoWhile(state, ({ isStrict }) => !isStrict);
        state.written.pop()?.undo();
      }
    },
    emptyAll: () => {
      state.storage = newBrowserStorage();
      state.written = [];
    },
    isBusy: () => [...state.queues.values()].some((queue) => queue.isHeld()),
  };
}

function factoryFor(state: DiskState, life: Life): IDBFactory {
  const { storage, labour } = state;
  return {
    cmp: (one, other) => storage.cmp(one, other),
    databases: () => storage.databases(),
    deleteDatabase: (name) => storage.deleteDatabase(name),
    open: (name, version) => {
      if (life.isOver) return unansweredRequest();
      const request = storage.open(name, version);
      labour.begin();
      request.addEventListener('error', labour.end);
      request.addEventListener('success', () => {
        hold(state, life, request.result);
        labour.end();
      });
      return request;
    },
  };
}

/** From now on the connection's transactions take the world's time and share the disk's fate. */
function hold(state: DiskState, life: Life, connection: IDBDatabase): void {
  const begin = connection.transaction.bind(connection);
  let isDead = false;
  const die = (): void => {
    isDead = true;
  };
  const transaction: IDBDatabase['transaction'] = (stores, mode, options) => {
    if (isDead || life.isOver) throw new DOMException('the handle is closing', 'InvalidStateError');
    const begun = begin(stores, mode, options);
    follow(state, life, begun, queueOf(state, connection.name), die);
    return begun;
  };
  Object.defineProperty(connection, 'transaction', { value: transaction });
}

function queueOf({ queues, labour }: DiskState, database: string): DiskQueue {
  const queue = queues.get(database) ?? newQueue(labour);
  queues.set(database, queue);
  return queue;
}

function follow(
  state: DiskState,
  life: Life,
  transaction: IDBTransaction,
  queue: DiskQueue,
  die: () => void,
): void {
  const { world, chance } = state;
  const isWriting = transaction.mode !== 'readonly';
  const isStrict = isWriting && transaction.durability === 'strict';
  const bad = isStrict ? misfortune(state) : null;
  const lateMs = bad === null && isStrict ? late(state) : null;
  const tell = heldEvents(transaction);
  queue.join(transaction);
  transaction.addEventListener('abort', () => {
    if (!life.isOver) tell.aborted();
    queue.leave(transaction);
  });
  transaction.addEventListener('complete', () => {
    queue.leave(transaction);
    if (!isWriting) {
      tell.completed();
      return;
    }
    const letGo = queue.hold();
    const entry = { isStrict, life, isHeard: false, undo: rollbackOf(transaction) };
    if (bad !== null && !bad.landed) entry.undo();
    else remember(state, entry);
    if (bad?.isDeath === true) die();
    const ms = lateMs ?? (isStrict ? chance.whole(2, 25) : chance.whole(0, 4));
    world.after(ms, life, () => {
      entry.isHeard = true;
      letGo();
      if (bad === null) tell.completed();
      else tell.failed(bad.error);
    });
  });
}

interface Misfortune {
  readonly error: DOMException;
  readonly landed: boolean;
  readonly isDeath: boolean;
}

/** @returns how the transaction is to fail; null when it goes well. */
function misfortune(state: DiskState): Misfortune | null {
  const { fault, world } = state;
  if (fault === null || fault.is === 'late') return null;
  world.count(`fault: disk ${fault.is}`);
  if (fault.is === 'full') return failure('QuotaExceededError', false, false);
  state.fault = null;
  return fault.is === 'abort'
    ? failure('AbortError', false, false)
    : failure('UnknownError', fault.landed, true);
}

function failure(name: string, landed: boolean, isDeath: boolean): Misfortune {
  return { error: new DOMException('as the disk said', name), landed, isDeath };
}

function late(state: DiskState): number | null {
  const { fault, world } = state;
  if (fault?.is !== 'late') return null;
  state.fault = null;
  world.count('fault: disk late');
  return fault.ms;
}

function remember(state: DiskState, entry: Written): void {
  state.written.push(entry);
  const strict = state.written.filter(({ isStrict }) => isStrict);
  const oldest = strict.at(-STRICT_KEPT);
  if (strict.length > STRICT_KEPT && oldest !== undefined)
    state.written = state.written.slice(state.written.indexOf(oldest));
}

function undoWhile(state: DiskState, isGone: (entry: Written) => boolean): void {
  for (let last = state.written.at(-1); last !== undefined && isGone(last); last = state.written.at(-1)) {
    state.written.pop();
    last.undo();
  }
}

function appDies(state: DiskState, life: Life): void {
  const { written, queues, chance, world } = state;
  for (const queue of queues.values()) queue.empty();
  state.queues = new Map();
  const isUnheard = (entry: Written | undefined): boolean => entry?.life === life && !entry.isHeard;
  for (let last = written.at(-1); last !== undefined && isUnheard(last); last = written.at(-1)) {
    if (chance.happens(0.5)) {
      world.count('sometimes: a commit landed that nobody heard of');
      return;
    }
    written.pop();
    last.undo();
  }
}
