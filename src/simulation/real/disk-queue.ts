/**
 * Who waits for a database whose commit is on its way: until its maker has heard of a commit, nothing else begins, as in a
 * browser. So a late commit holds up the till, and two of them never overtake each other.
 */
import type { Labour } from './labour.ts';

export interface DiskQueue {
  /** The transaction begins when the storage lets it, but not before the commit under way is heard of. */
  readonly join: (transaction: IDBTransaction) => void;
  /** It has ended, well or not, begun or not. */
  readonly leave: (transaction: IDBTransaction) => void;
  /** @returns what says that the commit was heard of. */
  readonly hold: () => () => void;
  readonly isHeld: () => boolean;
  /** Their process is dead: what waits never begins. */
  readonly empty: () => void;
}

export function newQueue(labour: Labour): DiskQueue {
  let holders = 0;
  /** Not begun. While the database is held they are no work under way: they wait in the world's time. */
  const waiting = new Set<IDBTransaction>();
  /** Those of them whose turn it was. */
  const due = new Map<IDBTransaction, () => void>();

  function letGo(): void {
    holders -= 1;
    if (holders > 0) return;
    waiting.forEach(() => labour.begin());
    for (const [transaction, begin] of [...due]) {
      due.delete(transaction);
      begin();
    }
  }

  return {
    join: (transaction) => {
      waiting.add(transaction);
      if (holders === 0) labour.begin();
      const start: unknown = Reflect.get(transaction, '_start');
      if (typeof start !== 'function')
        throw new TypeError('this storage does not say when a transaction begins');
      const begin = (): void => {
        waiting.delete(transaction);
        Reflect.apply(start, transaction, []);
      };
      const inTurn = (): void => {
        if (holders > 0 && waiting.has(transaction)) due.set(transaction, begin);
        else begin();
      };
      Object.defineProperty(transaction, '_start', { value: inTurn });
    },
    leave: (transaction) => {
      due.delete(transaction);
      const isUncounted = waiting.delete(transaction) && holders > 0;
      if (!isUncounted) labour.end();
    },
    hold: () => {
      if (holders === 0) waiting.forEach(() => labour.end());
      holders += 1;
      return letGo;
    },
    isHeld: () => holders > 0,
    empty: () => {
      for (const transaction of waiting) transaction.abort();
    },
  };
}
