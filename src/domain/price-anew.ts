/** A basket that was put aside on an earlier trading day: what the catalogue prices costs what it costs today. */
import { priceOn, type Product } from './catalogue.ts';
import { priceSource } from './new-line.ts';
import type { SaleTerms } from './price-sale.ts';
import type { OpenLine, OpenSale } from './sale.ts';

/** Typed prices and those on a label stay, and so does what comes back with its receipt. */
export function priceAnew(
  sale: OpenSale,
  productOf: (id: string) => Product | undefined,
  terms: SaleTerms,
): OpenSale {
  const lines = sale.lines.map((line) => lineAnew(line, productOf(line.product), terms));
  return { ...sale, revision: sale.revision + 1, lines };
}

function lineAnew(line: OpenLine, product: Product | undefined, terms: SaleTerms): OpenLine {
  const { day, catalogueVersion } = terms;
  const price = product === undefined ? null : priceOn(product, day);
  if (product === undefined || price === null || line.rate.is === 'asSold') return line;
  const { tax } = product;
  if (line.priceFrom === 'catalogue') return { ...line, tax, unitPrice: price, catalogueVersion };
  return line.priceFrom === 'typed'
    ? { ...line, tax, ...priceSource('typed', price), catalogueVersion }
    : line;
}
