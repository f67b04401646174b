/**
 * Holds what is being rung up outside React: an event is taken at once, in the order it came, whether or not the screen has painted the
 * one before. The basket is saved after that, latest wins.
 */
import type { OpenSale } from '../../domain/sale.ts';
import { startSelling, type SellContext, type SellEvent, type SellState } from './sell-state.ts';
import { sellStep } from './sell-step.ts';

export interface SaleDesk {
  readonly subscribe: (listener: () => void) => () => void;
  readonly current: () => SellState;
  readonly context: () => SellContext;
  readonly send: (event: SellEvent) => SellState;
  readonly changeContext: (context: SellContext) => void;
  /** Saves the basket as it is now, without waiting for a paint: the screen is about to go. */
  readonly saveNow: () => void;
}

export type SaveSale = (sale: OpenSale) => Promise<void>;

export function makeSaleDesk(sale: OpenSale, context: SellContext, save: SaveSale): SaleDesk {
  const listeners = new Set<() => void>();
  const saver = makeSaver(sale, save);
  let current = startSelling(sale, context.terms);
  let inUse = context;
  const send = (event: SellEvent): SellState => {
    const before = current;
    current = sellStep(before, event, inUse);
    if (current.sale !== before.sale && event.is !== 'open' && event.is !== 'takeOver')
      saver.keep(current.sale);
    if (current !== before) for (const listener of listeners) listener();
    return current;
  };
  return {
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    current: () => current,
    context: () => inUse,
    send,
    changeContext: (changed) => {
      const repriced = changed.terms !== inUse.terms;
      inUse = changed;
      if (repriced) send({ is: 'reprice' });
    },
    saveNow: saver.saveNow,
  };
}

interface Saver {
  readonly keep: (sale: OpenSale) => void;
  readonly saveNow: () => void;
}

/** One save at a time; what comes meanwhile replaces what waits. */
function makeSaver(saved: OpenSale, save: SaveSale): Saver {
  let wanted = saved;
  let kept = saved;
  let isRunning = false;
  const saveLatest = async () => {
    while (kept !== wanted) {
      const sale = wanted;
      await save(sale);
      kept = sale;
    }
  };
  const run = async () => {
    isRunning = true;
    try {
      await painted();
      await saveLatest();
    } finally {
      isRunning = false;
    }
  };
  return {
    keep: (sale) => {
      wanted = sale;
      // A basket that cannot be saved now is saved with the next change; charging it does not depend on this.
      if (!isRunning) run().catch(() => undefined);
    },
    saveNow: () => {
      if (kept !== wanted) save(wanted).catch(() => undefined);
    },
  };
}

/** The line is painted before the database is touched; a hidden page never paints, so a timer stands in. */
function painted(): Promise<void> {
  return new Promise((done) => {
    const timer = setTimeout(done, 100);
    requestAnimationFrame(() => {
      setTimeout(() => {
        clearTimeout(timer);
        done();
      });
    });
  });
}
