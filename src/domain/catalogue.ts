/** What can be sold: products, their dated prices, their categories. Owned by head office, read-only at the till. */
import type { Money } from './money.ts';
import type { Day } from './trading-day.ts';

/** A product whose tax depends on where it is eaten carries two classes. */
export type ProductTax =
  | { readonly is: 'single'; readonly class: string }
  | { readonly is: 'byPlace'; readonly eatIn: string; readonly takeAway: string };

export interface DatedPrice {
  readonly from: Day;
  readonly price: Money;
}

/** Products that differ only in a size or a colour share one tile, and one of them is chosen there. */
export interface Variant {
  /** What all of them are called; groups them. */
  readonly of: string;
  /** What this one is, a word for each way in which they differ: *Red*, *Large*. */
  readonly options: readonly string[];
}

export interface Product {
  readonly id: string;
  readonly sku: string;
  readonly name: string;
  readonly category: string;
  readonly barcodes: readonly string[];
  readonly unit: 'each' | 'kg';
  /** Empty: an open-price product, the clerk types the price. */
  readonly prices: readonly DatedPrice[];
  readonly tax: ProductTax;
  /** Who is younger may not buy it. */
  readonly minimumAge?: number;
  /** Absent: it stands alone. */
  readonly variant?: Variant;
}

export interface Category {
  readonly id: string;
  readonly name: string;
  /** CSS hex colour of the tile's stripe. */
  readonly colour: string;
  readonly rank: number;
}

/** The price of a product on a day, or null when it has none and must be typed. */
export function priceOn(product: Product, day: Day): Money | null {
  const current = product.prices
    .filter((price) => price.from <= day)
    .reduce<DatedPrice | null>(
      (latest, price) => (latest === null || price.from > latest.from ? price : latest),
      null,
    );
  return current === null ? null : current.price;
}
