/**
 * Holds what is being rung up outside React: an event is taken at once, in the order it came, whether or not the screen has painted the
 * one before. Keys that go past the box come from a scanner, quicker than a slow tablet draws: the screen hears of them, and what they
 * spell is searched for, once they rest or Enter comes. The basket is saved after that, latest wins.
 */
import type { OpenSale } from '../../domain/sale.ts';
import type { FoundProducts } from '../../local-db/catalogue-in-worker.ts';
import { searchedText } from './scan-box.ts';
import { GAP_MS } from './scan-burst.ts';
import { startSelling, type SellContext, type SellEvent, type SellState } from './sell-state.ts';
import { sellStep } from './sell-step.ts';

export interface SaleDesk {
  readonly subscribe: (listener: () => void) => () => void;
  readonly current: () => SellState;
  readonly context: () => SellContext;
  readonly send: (event: SellEvent) => SellState;
  readonly changeContext: (context: SellContext) => void;
  /** Saves the basket as it is now, without waiting for a paint: the screen is about to go. */
  readonly saveNow: () => Promise<void>;
}

export interface DeskPorts {
  readonly save: (sale: OpenSale) => Promise<void>;
  readonly search: (text: string) => Promise<FoundProducts>;
}

export function makeSaleDesk(sale: OpenSale, context: SellContext, { save, search }: DeskPorts): SaleDesk {
  const listeners = new Set<() => void>();
  const teller = makeTeller(() => {
    for (const listener of listeners) listener();
  });
  const saver = makeSaver(sale, save);
  let current = startSelling(sale, context.terms);
  let inUse = context;
  /** What came while Enter waited for its answer, in the order it came. */
  let waiting: readonly SellEvent[] = [];
  const take = (event: SellEvent): void => {
    const before = current;
    current = sellStep(before, event, inUse);
    if (event.is === 'open' || event.is === 'takeOver') saver.startFrom(current.sale);
    else if (current.sale !== before.sale) saver.keep(current.sale);
    if (current !== before) teller.note();
  };
  const send = (event: SellEvent): SellState => {
    if (current.awaitsAnswer && !DOES_NOT_WAIT.has(event.is))
      waiting = [...waiting, ...asKeys(event, current)];
    else take(event);
    if (event.is === 'leave') waiting = [];
    while (!current.awaitsAnswer && waiting.length > 0) {
      const [first, ...others] = waiting;
      waiting = others;
      if (first !== undefined) take(first);
    }
    const canWait = event.is === 'key' || (event.is === 'found' && !hand.rests());
    if (!canWait) teller.tell();
    if (current.awaitsAnswer || (hand.rests() && !canWait)) asker.ask();
    if (IS_TYPING.has(event.is)) hand.typed();
    return current;
  };
  const hand = makeHand(() => {
    teller.tell();
    asker.ask();
  });
  const unanswered = (): string | null => {
    const text = searchedText(current.box);
    return text === current.answer?.text ? null : text;
  };
  const asker = makeAsker(unanswered, search, (text, { ids, found }) => {
    const products = ids.flatMap((id) => inUse.index.byId(id) ?? []);
    send({ is: 'found', answer: { text, products, found } });
  });
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
      if (!repriced) return;
      send({ is: 'reprice' });
      // What is found on screen may have another price by now, or be sold no longer.
      asker.askAnew(searchedText(current.box));
    },
    saveNow: saver.saveNow,
  };
}

/** The answer itself, and what another screen or the office decides. */
const DOES_NOT_WAIT: ReadonlySet<SellEvent['is']> = new Set([
  'found',
  'leave',
  'open',
  'takeOver',
  'recall',
  'reprice',
]);

/** What a browser typed behind the words that wait is not theirs: it is what was typed next. */
function asKeys(event: SellEvent, { box }: SellState): readonly SellEvent[] {
  if (event.is !== 'typed' || !event.text.startsWith(box.text)) return [event];
  return Array.from(event.text.slice(box.text.length), (key) => ({ is: 'key', key }));
}

const IS_TYPING: ReadonlySet<SellEvent['is']> = new Set(['key', 'typed', 'delete']);

/** What types: a scanner until its keys stay away, fingers that are slow enough to rest after each. */
function makeHand(onRest: () => void) {
  let moving: ReturnType<typeof setTimeout> | null = null;
  return {
    rests: () => moving === null,
    typed: () => {
      if (moving !== null) clearTimeout(moving);
      moving = setTimeout(() => {
        moving = null;
        onRest();
      }, GAP_MS);
    },
  };
}

/** Tells once of all that was noted since it told last. */
function makeTeller(tellAll: () => void) {
  let isNoted = false;
  return {
    note: () => {
      isNoted = true;
    },
    tell: () => {
      if (!isNoted) return;
      isNoted = false;
      tellAll();
    },
  };
}

/**
 * One question at a time; what is typed meanwhile is asked next. An answer that fails finds nothing.
 * @param unanswered the text that is to be looked for, perhaps none; null while its answer is here.
 */
function makeAsker(
  unanswered: () => string | null,
  search: DeskPorts['search'],
  hear: (text: string, answer: FoundProducts) => void,
) {
  let isAsking = false;
  const run = async (text: string): Promise<void> => {
    isAsking = true;
    const answer = await search(text).catch(() => ({ ids: [], found: 0 }));
    isAsking = false;
    hear(text, answer);
  };
  const askFor = (text: string | null) => {
    if (text !== null && text !== '' && !isAsking) void run(text);
  };
  return {
    ask: () => askFor(unanswered()),
    /** Though its answer is here. */
    askAnew: askFor,
  };
}

interface Saver {
  readonly keep: (sale: OpenSale) => void;
  readonly saveNow: () => Promise<void>;
  /** The database holds this one, or none: what still waits to be saved is of a basket that has left the desk. */
  readonly startFrom: (sale: OpenSale) => void;
}

/** One save at a time; what comes meanwhile replaces what waits. */
function makeSaver(saved: OpenSale, save: DeskPorts['save']): Saver {
  let wanted = saved;
  let kept = saved;
  let isRunning = false;
  const saveLatest = async () => {
    while (kept !== wanted) {
      const sale = wanted;
      await save(sale);
      if (wanted === sale) kept = sale;
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
    saveNow: async () => {
      if (kept !== wanted) await save(wanted).catch(() => undefined);
    },
    startFrom: (sale) => {
      wanted = sale;
      kept = sale;
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
