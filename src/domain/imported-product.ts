/** What one row of a product file makes of a product that is there, or of none. What the file does not say stays as it is. */
import { priceOn, type DatedPrice, type Product, type ProductTax, type Variant } from './catalogue.ts';
import type { Money } from './money.ts';
import type { Day } from './trading-day.ts';

export type ImportedPrice =
  | { readonly is: 'unsaid' }
  | { readonly is: 'open' }
  | { readonly is: 'today'; readonly price: Money }
  /** All there are, as our own export states them. */
  | { readonly is: 'dated'; readonly prices: readonly DatedPrice[] };

/** Null: the file does not say. */
export interface ImportedProduct {
  readonly id: string | null;
  readonly sku: string | null;
  readonly name: string;
  /** By its name; whoever imports knows which that is. */
  readonly category: string | null;
  readonly barcodes: readonly string[] | null;
  readonly unit: Product['unit'] | null;
  readonly price: ImportedPrice;
  readonly tax: ProductTax | null;
  /** Years; 0 for none. */
  readonly minimumAge: number | null;
  readonly variant: Variant | null;
}

export interface ImportTerms {
  /** Of the product, new or not. */
  readonly id: string;
  /** Its id: the row's, else where the product is, else the one that takes new products without any. */
  readonly category: string;
  /** For new products without a tax. */
  readonly tax: ProductTax;
  /** Prices without a date hold from it. */
  readonly today: Day;
}

const SKU_LENGTH_MADE = 12;

export function importedProduct(before: Product | null, row: ImportedProduct, terms: ImportTerms): Product {
  const age = row.minimumAge ?? before?.minimumAge ?? 0;
  const variant = row.variant ?? before?.variant;
  return {
    id: terms.id,
    sku: row.sku ?? before?.sku ?? terms.id.slice(-SKU_LENGTH_MADE).toUpperCase(),
    name: row.name,
    category: terms.category,
    barcodes: row.barcodes ?? before?.barcodes ?? [],
    unit: row.unit ?? before?.unit ?? 'each',
    prices: pricesOf(before, row.price, terms.today),
    tax: row.tax ?? before?.tax ?? terms.tax,
    ...(age === 0 ? {} : { minimumAge: age }),
    ...(variant === undefined ? {} : { variant }),
  };
}

/** Whatever order their parts are written in. */
export function isSameProduct(one: Product, other: Product): boolean {
  return JSON.stringify(inOrder(one)) === JSON.stringify(inOrder(other));
}

/** A price of today that is the one there was is no new one. */
function pricesOf(before: Product | null, price: ImportedPrice, today: Day): readonly DatedPrice[] {
  const held = before?.prices ?? [];
  switch (price.is) {
    case 'unsaid':
      return held;
    case 'open':
      return [];
    case 'dated':
      return inDays(price.prices);
    case 'today':
      if (before !== null && priceOn(before, today) === price.price) return held;
      return inDays([...held.filter(({ from }) => from !== today), { from: today, price: price.price }]);
  }
}

function inDays(prices: readonly DatedPrice[]): readonly DatedPrice[] {
  return [...prices].sort((one, other) => (one.from < other.from ? -1 : 1));
}

function inOrder(product: Product): unknown[] {
  const { id, sku, name, category, barcodes, unit, prices, tax, minimumAge, variant } = product;
  const taxes = tax.is === 'single' ? [tax.class] : [tax.eatIn, tax.takeAway];
  const dated = prices.map(({ from, price }) => [from, price]);
  const variety = variant === undefined ? null : [variant.of, variant.options];
  return [id, sku, name, category, barcodes, unit, dated, taxes, minimumAge ?? 0, variety];
}
