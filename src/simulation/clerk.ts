/** The clerk at a simulated till: rings up, charges, tries again, shows *Paid*, opens the day. The same over any till's storage. */
import { paidByCard, soldBasket } from '../testing/trial-basket.ts';
import type { Acting } from '../local-db/acting.ts';
import type { ViewAhead } from '../local-db/append-fact.ts';
import type { RecordedReceipt } from '../local-db/recorded-receipt.ts';
import type { SaleToRecord, SettledSale } from '../local-db/record-sale.ts';
import type { Life } from './life.ts';
import { customerOf, type SalesBook } from './sales-book.ts';
import { waitIn } from './wait-in.ts';
import type { World } from './world.ts';

/** What a clerk touches of a running app; a promise that is left open by a kill is never settled. */
export interface Counter {
  readonly name: string;
  readonly life: Life;
  readonly act: () => Acting;
  readonly saveOpenSale: (sale: SaleToRecord['sale']) => Promise<unknown>;
  /** As the Pay screen reads it when it opens. */
  readonly viewAhead: () => ViewAhead;
  readonly recordSale: (request: SaleToRecord, acting: Acting, ahead: ViewAhead) => Promise<SettledSale>;
  /** The sale that was committed and whose *Paid* nobody has seen. */
  readonly unshown: () => Promise<RecordedReceipt | null>;
  readonly markShown: (sale: string) => Promise<unknown>;
  readonly openShift: (acting: Acting) => Promise<unknown>;
  /** There is something to send. */
  readonly wake: () => void;
  /** A planted bug: a charge whose outcome is unknown is tried as another sale. */
  readonly chargesAnew: boolean;
}

export interface CounterWorld {
  readonly world: World;
  readonly book: SalesBook;
}

/** A customer comes, and goes with a receipt or without having paid. */
export async function serveCustomer(
  at: CounterWorld,
  counter: Counter,
  customer: string,
  pieces: number,
): Promise<void> {
  at.book.served.count += 1;
  const basket = { ...basketOf(pieces), sale: `${counter.name}/${customer}` };
  // The basket is on the screen; that it was not saved costs its last second at a crash.
  await counter.saveOpenSale(basket).catch(() => undefined);
  await charge(at, counter, { ...paidByCard(basket) });
}

/** Two windows show the same basket. */
export async function chargeTwice(at: CounterWorld, counter: Counter, customer: string): Promise<void> {
  await counter.openShift(counter.act());
  const request = paidByCard({ ...soldBasket('template'), sale: `${counter.name}/${customer}` });
  const outcomes = await Promise.all([charge(at, counter, request), charge(at, counter, request)]);
  at.world.count(`sometimes: two windows: ${outcomes.sort().join(' and ')}`);
}

const baskets = new Map<number, SaleToRecord['sale']>();
function basketOf(pieces: number): SaleToRecord['sale'] {
  const known = baskets.get(pieces) ?? soldBasket('template', pieces);
  baskets.set(pieces, known);
  return known;
}

const CHARGES_MAX = 4;
const PAUSE_MS = 900;

/** @returns what came of it. */
async function charge(at: CounterWorld, counter: Counter, request: SaleToRecord): Promise<string> {
  const ahead = counter.viewAhead();
  let last = 'given up';
  for (let tries = 0; tries < CHARGES_MAX; tries += 1) {
    const outcome = await counter.recordSale(asTried(counter, request, tries), counter.act(), ahead);
    last = outcome.is;
    if (outcome.is === 'recorded' || outcome.is === 'alreadyRecorded')
      await showPaid(at, counter, outcome.receipt);
    else if (outcome.is === 'refused' && outcome.code === 'shift-not-open') {
      await counter.openShift(counter.act());
      continue;
    } else if (outcome.is === 'notSaved') {
      at.world.count(`sometimes: a sale was not saved at first (${outcome.why})`);
      await waitIn(at.world, counter.life, PAUSE_MS, new AbortController().signal);
      continue;
    }
    return last;
  }
  return last;
}

function asTried({ chargesAnew }: Counter, request: SaleToRecord, tries: number): SaleToRecord {
  if (!chargesAnew || tries === 0) return request;
  return { ...request, sale: { ...request.sale, sale: `${request.sale.sale}#${String(tries)}` } };
}

/** *Paid* is on the screen: from here on the sale must never be lost. */
async function showPaid(
  { world, book }: CounterWorld,
  counter: Counter,
  receipt: RecordedReceipt,
): Promise<void> {
  const { sale, receipt: number, totals } = receipt.body;
  const { hash } = receipt;
  const paid = {
    till: counter.name,
    customer: customerOf(sale),
    sale,
    receipt: number,
    gross: totals.gross,
    hash,
  };
  book.paid.set(sale, paid);
  world.note(`${counter.name} paid ${number} ${sale}`);
  counter.wake();
  await counter.markShown(sale).catch(() => undefined);
}

/** At every start, before anything else. */
export async function showUnshown(at: CounterWorld, counter: Counter): Promise<void> {
  const receipt = await counter.unshown();
  if (receipt === null) return;
  if (!at.book.paid.has(receipt.body.sale)) at.world.count('sometimes: a sale was shown at the next start');
  await showPaid(at, counter, receipt);
}
