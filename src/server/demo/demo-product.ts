/** Builds the demo shop's products from rows a person can read: id, SKU, name, price in pence with tax, tax, barcodes. */
import type { DatedPrice, Product, ProductTax } from '../../domain/catalogue.ts';
import { money } from '../../domain/money.ts';
import type { Day } from '../../domain/trading-day.ts';

/** The shop's first day: the oldest price and the oldest tax rate start here. */
export const DEMO_FIRST_DAY: Day = '2010-01-01';

type Row = Omit<Product, 'category'>;
type Price = number | readonly DatedPrice[];

export function productsOf(category: string, rows: readonly Row[]): readonly Product[] {
  return rows.map((row) => ({ ...row, category }));
}

/** Made or picked behind the counter, so it carries no barcode. */
export function counter(id: string, sku: string, name: string, price: Price, tax: ProductTax): Row {
  return { id, sku, name, unit: 'each', prices: dated(price), tax, barcodes: [] };
}

/** On a shelf with the shop's own label; a second code is an older label still found on stock. */
export function shelf(
  id: string,
  sku: string,
  name: string,
  price: Price,
  tax: ProductTax,
  ...barcodes: readonly string[]
): Row {
  return { id, sku, name, unit: 'each', prices: dated(price), tax, barcodes };
}

/** Not for everybody: asks the clerk at the till. */
export function from(age: number, row: Row): Row {
  return { ...row, minimumAge: age };
}

/** Sold by weight: the price is for one kilogram. The shop's scales print its label with the weight in place of the zeros. */
export function weighed(
  id: string,
  sku: string,
  name: string,
  pricePerKg: Price,
  tax: ProductTax,
  label: string,
): Row {
  return { id, sku, name, unit: 'kg', prices: dated(pricePerKg), tax, barcodes: [label] };
}

/** The clerk types the price, unless a label carries it in place of the zeros. */
export function openPrice(
  id: string,
  sku: string,
  name: string,
  tax: ProductTax,
  ...labels: readonly string[]
): Row {
  return { id, sku, name, unit: 'each', prices: [], tax, barcodes: labels };
}

/** A price that changed on a day. */
export function changed(before: number, from: Day, price: number): readonly DatedPrice[] {
  return [...dated(before), { from, price: money(price) }];
}

function dated(price: Price): readonly DatedPrice[] {
  return typeof price === 'number' ? [{ from: DEMO_FIRST_DAY, price: money(price) }] : price;
}
