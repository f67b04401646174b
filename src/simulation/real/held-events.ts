/** Stands between a transaction and whoever began it: how it ended is told when the disk says so, not when it happened. */
export interface HeldEvents {
  readonly completed: () => void;
  readonly aborted: () => void;
  /** As a transaction that the browser could not commit. */
  readonly failed: (error: DOMException) => void;
}

type Handler = (event: Event) => unknown;

export function heldEvents(transaction: IDBTransaction): HeldEvents {
  const handlers: { complete: Handler | null; abort: Handler | null } = { complete: null, abort: null };
  let told: DOMException | null = null;
  const keep = (property: 'oncomplete' | 'onabort', name: keyof typeof handlers): void => {
    Object.defineProperty(transaction, property, {
      get: () => null,
      set: (handler: Handler | null) => {
        handlers[name] = handler;
      },
    });
  };
  keep('oncomplete', 'complete');
  keep('onabort', 'abort');
  return {
    completed: () => handlers.complete?.call(transaction, new Event('complete')),
    aborted: () => handlers.abort?.call(transaction, new Event('abort')),
    failed: (error) => {
      told = error;
      Object.defineProperty(transaction, 'error', { get: () => told });
      handlers.abort?.call(transaction, new Event('abort'));
    },
  };
}

/** The storage in memory knows how to undo what a transaction did; a disk that lies needs it later than an abort does. */
export function rollbackOf(transaction: IDBTransaction): () => void {
  const log: unknown = Reflect.get(transaction, '_rollbackLog');
  if (!Array.isArray(log)) throw new TypeError('this storage cannot undo');
  const undoes = Array.from<unknown>(log);
  return () => {
    for (const undo of undoes.reverse()) if (typeof undo === 'function') Reflect.apply(undo, undefined, []);
  };
}
