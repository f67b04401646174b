/** Makes the lines of a sale: from a product, from a receipt's line that comes back, from a product without receipt. */
import { priceOn, type Product } from './catalogue.ts';
import type { SaleTerms } from './price-sale.ts';
import type { Money } from './money.ts';
import { quantity } from './quantity.ts';
import { isRefusal, refuse, type Refusal } from './refusal.ts';
import type { AsSold, OpenLine, PricedLine, PriceSource } from './sale.ts';
import type { ReturnLine, ReturnProduct, SaleCommand } from './sale-command.ts';

/** A line that has no number yet. */
export type NewLine = Omit<OpenLine, 'line'>;

/** The price is frozen now, with the catalogue version it came from. */
export function newProductLine(
  {
    product,
    quantity: many,
    price,
    priceFrom = 'typed',
  }: Pick<Extract<SaleCommand, { is: 'addProduct' }>, 'product' | 'quantity' | 'price' | 'priceFrom'>,
  terms: SaleTerms,
): NewLine | Refusal {
  const listPrice = priceOn(product, terms.day);
  const unitPrice = price ?? listPrice;
  if (unitPrice === null) return refuse({ code: 'no-price', product: product.id, day: terms.day });
  return {
    product: product.id,
    sku: product.sku,
    name: product.name,
    // A label's price is that of the pack, whatever is in it.
    unit: price !== null && priceFrom === 'barcode' ? 'each' : product.unit,
    quantity: many,
    unitPrice,
    ...priceSource(price === null ? 'catalogue' : priceFrom, listPrice),
    catalogueVersion: terms.catalogueVersion,
    tax: product.tax,
    ...ageOf(product),
    rate: { is: 'ofTheDay' },
    origin: { is: 'sold' },
  };
}

/** The catalogue's price is kept beside one that was typed in its place; a label's price is in nobody's place. */
export function priceSource(
  priceFrom: PriceSource,
  listPrice: Money | null,
): Pick<OpenLine, 'priceFrom' | 'listPrice'> {
  return priceFrom === 'typed' && listPrice !== null ? { priceFrom, listPrice } : { priceFrom };
}

function ageOf({ minimumAge }: Product): Pick<OpenLine, 'minimumAge'> {
  return minimumAge === undefined ? {} : { minimumAge };
}

export function newReturnedProductLine(command: ReturnProduct, terms: SaleTerms): NewLine | Refusal {
  const line = newProductLine(command, terms);
  if (isRefusal(line)) return line;
  return {
    ...line,
    quantity: quantity(0 - command.quantity),
    origin: { is: 'returnedWithoutReceipt', reason: command.reason },
  };
}

/** Everything is as the receipt says: price, rate and amounts. Only a sold line can come back. */
export function newReturnedLine(command: ReturnLine): NewLine | Refusal {
  const { receipt, line } = command;
  const sold = receipt.lines.find((each) => each.line === line && each.quantity > 0);
  if (sold === undefined) return refuse({ code: 'line-unknown', line });
  const { product, sku, name, unit, unitPrice, priceFrom, catalogueVersion, taxClass } = sold;
  return {
    ...{ product, sku, name, unit, unitPrice, priceFrom, catalogueVersion },
    quantity: quantity(0 - command.quantity),
    tax: { is: 'single', class: taxClass },
    rate: asSold(sold, command),
    origin: { is: 'returned', sale: receipt.sale, receipt: receipt.receipt, line },
  };
}

function asSold(sold: PricedLine, { soldOn, alreadyReturned }: ReturnLine): AsSold {
  const { taxClass, taxRate, quantity: many, net, tax, gross } = sold;
  return {
    is: 'asSold',
    class: taxClass,
    rate: taxRate,
    day: soldOn,
    quantity: many,
    net,
    tax,
    gross,
    alreadyReturned,
  };
}
