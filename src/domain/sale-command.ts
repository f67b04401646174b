/** What a clerk can do to an open sale. */
import type { Product } from './catalogue.ts';
import type { Discount } from './discount.ts';
import type { ReceiptBody } from './fact-body.ts';
import type { Money } from './money.ts';
import type { Quantity } from './quantity.ts';
import type { AgeCheck, OpenLine, Place } from './sale.ts';
import type { Day } from './trading-day.ts';

/** `price` is what was typed, or what the label says; null takes the catalogue's price of the trading day. */
export type SaleCommand =
  | {
      readonly is: 'addProduct';
      readonly product: Product;
      readonly quantity: Quantity;
      readonly price: Money | null;
      /** Where `price` comes from; typed unless told. */
      readonly priceFrom?: 'typed' | 'barcode';
    }
  | ReturnLine
  | ReturnProduct
  /** `quantity` has the sign of the line: below zero on a returned one. */
  | { readonly is: 'setQuantity'; readonly line: number; readonly quantity: Quantity }
  | { readonly is: 'setPrice'; readonly line: number; readonly price: Money }
  /** Nothing but blanks takes the note away. */
  | { readonly is: 'setNote'; readonly line: number; readonly note: string }
  | { readonly is: 'discountLine'; readonly line: number; readonly discount: Discount | null }
  | { readonly is: 'discountSale'; readonly discount: Discount | null }
  | { readonly is: 'checkAge'; readonly check: AgeCheck }
  | { readonly is: 'removeLine'; readonly line: number }
  /** Puts back a line as it was, where it was: the undo of removeLine and, line by line, of empty. */
  | { readonly is: 'restoreLine'; readonly line: OpenLine }
  | { readonly is: 'setPlace'; readonly place: Place }
  | { readonly is: 'empty' };

/** Goods come back with their receipt. `quantity` is how many, above zero. */
export interface ReturnLine {
  readonly is: 'returnLine';
  readonly receipt: ReceiptBody;
  /** The trading day of the receipt. */
  readonly soldOn: Day;
  readonly line: number;
  readonly quantity: Quantity;
  /** What came back of that line before this sale, as known here: `refundable` tells. */
  readonly alreadyReturned: Quantity;
}

/** Goods come back without a receipt. `quantity` is how many, above zero. */
export interface ReturnProduct {
  readonly is: 'returnProduct';
  readonly product: Product;
  readonly quantity: Quantity;
  readonly price: Money | null;
  readonly priceFrom?: 'typed' | 'barcode';
  readonly reason: string;
}
