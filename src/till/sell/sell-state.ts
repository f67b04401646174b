/** What is being rung up, what the clerk sees of it, and what can happen to it on the Sell screen. */
import { ageToCheck } from '../../domain/age-rule.ts';
import type { Product } from '../../domain/catalogue.ts';
import type { Money } from '../../domain/money.ts';
import type { SaleCommand } from '../../domain/sale-command.ts';
import { priceSale, type SaleTerms } from '../../domain/price-sale.ts';
import type { Quantity } from '../../domain/quantity.ts';
import { isRefusal, type Refusal } from '../../domain/refusal.ts';
import type { OpenLine, OpenSale, PricedSale } from '../../domain/sale.ts';
import type { NotSaved } from '../../local-db/not-saved.ts';
import type { ParkedSale } from '../../local-db/parked-sale.ts';
import { saleTotals } from '../../domain/sale-totals.ts';
import type { Day } from '../../domain/trading-day.ts';
import type { SoundName } from '../../ui/sounds.ts';
import type { ProductIndex } from './product-index.ts';
import { EMPTY_BOX, type ScanBox } from './scan-box.ts';

export interface SellState {
  readonly sale: OpenSale;
  readonly priced: PricedSale;
  readonly box: ScanBox;
  /** The latest answer of search, perhaps to a text that has changed since; null before the first. */
  readonly answer: SearchAnswer | null;
  /** Enter was pressed on words whose answer has not come: nothing else counts until it has. */
  readonly awaitsAnswer: boolean;
  /** The line touched last: it is marked and carries the steppers. */
  readonly active: number | null;
  readonly notice: SellNotice | null;
  readonly asking: Asking | null;
  /** The reason, while following scans are goods that come back without a receipt. */
  readonly returning: string | null;
  readonly cue: Cue;
}

/** What lies below the box: products with the very code first, then what resembles the text. */
export interface SearchAnswer {
  readonly text: string;
  readonly products: readonly Product[];
  /** How many there are in all. */
  readonly found: number;
}

export type SellNotice =
  | { readonly is: 'unknownCode'; readonly code: string }
  | { readonly is: 'severalHaveCode'; readonly code: string }
  /** The code says that the goods are past the day they must be used by. */
  | { readonly is: 'pastUseBy'; readonly product: string; readonly day: Day }
  /** A receipt was scanned: goods are to come back. */
  | { readonly is: 'receiptNumber'; readonly receipt: string }
  | { readonly is: 'refused'; readonly refusal: Refusal }
  /** Another window rang on: the basket is now that one's. */
  | { readonly is: 'changedElsewhere' }
  /** A basket that was parked on another trading day costs what it costs today. */
  | { readonly is: 'pricedAnew'; readonly day: Day; readonly was: Money }
  | { readonly is: 'notSaved'; readonly why: NotSaved['why'] }
  | { readonly is: 'removed'; readonly line: OpenLine }
  /** The basket as it was, with the discount and the age check that went with it. */
  | { readonly is: 'emptied'; readonly sale: OpenSale; readonly gross: Money };

/** A question that must be answered before a product becomes a line, or a line that lies open. */
export type Asking =
  | { readonly is: 'weight'; readonly product: Product }
  | { readonly is: 'price'; readonly product: Product; readonly quantity: Quantity }
  /** Which one of several that differ in a size or a colour. */
  | { readonly is: 'variant'; readonly of: string }
  | { readonly is: 'line'; readonly line: number }
  | { readonly is: 'menu' }
  | { readonly is: 'discount' }
  /** Goods that not everybody may buy: how old the customer is. */
  | { readonly is: 'age'; readonly age: number }
  | { readonly is: 'park' }
  | { readonly is: 'parked' }
  | { readonly is: 'returnReason' };

/** Something to be heard; `count` rises so that the same sound can be heard twice. */
export interface Cue {
  readonly count: number;
  readonly sound: SoundName;
}

export type SellEvent =
  | { readonly is: 'key'; readonly key: string }
  | { readonly is: 'typed'; readonly text: string }
  | { readonly is: 'delete' }
  | { readonly is: 'clear' }
  | { readonly is: 'mark'; readonly by: 1 | -1 }
  | { readonly is: 'enter' }
  /** Search has looked for a text. */
  | { readonly is: 'found'; readonly answer: SearchAnswer }
  | { readonly is: 'forgetQuantity' }
  | { readonly is: 'pick'; readonly product: Product }
  | { readonly is: 'weighed'; readonly product: Product; readonly quantity: Quantity }
  | {
      readonly is: 'priced';
      readonly product: Product;
      readonly quantity: Quantity;
      readonly price: Money;
    }
  | { readonly is: 'change'; readonly command: SaleCommand }
  /** `next` takes the basket's place: what was emptied is never sold under its id. */
  | { readonly is: 'empty'; readonly next: OpenSale }
  | { readonly is: 'undo' }
  | { readonly is: 'ask'; readonly asking: Asking }
  | { readonly is: 'stopAsking' }
  | { readonly is: 'startReturning'; readonly reason: string }
  | { readonly is: 'stopReturning' }
  | { readonly is: 'dismissNotice' }
  /** The clerk locks the till: nothing half typed and no returning is left to the next one. */
  | { readonly is: 'leave' }
  /** What looked like a receipt's number is none of this till's. */
  | { readonly is: 'noSuchReceipt'; readonly code: string }
  /** Prices, taxes or the trading day changed. */
  | { readonly is: 'reprice' }
  | { readonly is: 'open'; readonly sale: OpenSale }
  /** The basket on disk is another one than ours, and newer. */
  | { readonly is: 'takeOver'; readonly sale: OpenSale }
  /** A parked basket is on the desk again. */
  | { readonly is: 'recall'; readonly parked: ParkedSale }
  | { readonly is: 'notSaved'; readonly why: NotSaved['why'] };

/** Nothing else is asked before that is answered. */
export function ageAsking(sale: OpenSale): Asking | null {
  const age = ageToCheck(sale);
  return age === null ? null : { is: 'age', age };
}

export interface SellContext {
  readonly index: ProductIndex;
  readonly terms: SaleTerms;
}

export function startSelling(sale: OpenSale, terms: SaleTerms): SellState {
  const priced = priceSale(sale, terms);
  const fresh: SellState = {
    sale,
    priced: { lines: [], totals: saleTotals([]) },
    box: EMPTY_BOX,
    answer: null,
    awaitsAnswer: false,
    active: null,
    notice: null,
    asking: ageAsking(sale),
    returning: null,
    cue: { count: 0, sound: 'accepted' },
  };
  // A kept basket that can no longer be priced, as when a tax rate went, says so and is emptied by hand.
  return isRefusal(priced)
    ? { ...fresh, notice: { is: 'refused', refusal: priced } }
    : { ...fresh, priced, active: sale.lines.at(-1)?.line ?? null };
}
