/** The shapes of a sale: open while it is rung up, priced at any moment, and as the receipted fact states it. */
import type { ProductTax } from './catalogue.ts';
import type { Money } from './money.ts';
import type { Quantity } from './quantity.ts';
import type { BasisPoints } from './tax-rate.ts';
import type { Day } from './trading-day.ts';

/** Where goods on a line come from: off the shelf, or back from a customer (quantity below zero). */
export type LineOrigin =
  | { readonly is: 'sold' }
  | { readonly is: 'returned'; readonly sale: string; readonly receipt: string; readonly line: number }
  | { readonly is: 'returnedWithoutReceipt'; readonly reason: string };

/** `barcode`: the price stood in the code on the goods. */
export type PriceSource = 'catalogue' | 'typed' | 'barcode';

export type Place = 'takeAway' | 'eatIn';

/** What a receipt says of the line that comes back, and how much of it had come back before this sale. */
export interface AsSold {
  readonly is: 'asSold';
  readonly class: string;
  readonly rate: BasisPoints;
  readonly day: Day;
  readonly quantity: Quantity;
  readonly net: Money;
  readonly tax: Money;
  readonly gross: Money;
  /** Above zero or zero. */
  readonly alreadyReturned: Quantity;
}

export interface OpenLine {
  /** Number of the line within its sale, from 1, never reused. */
  readonly line: number;
  readonly product: string;
  readonly sku: string;
  readonly name: string;
  readonly unit: 'each' | 'kg';
  readonly quantity: Quantity;
  /** Per unit, as the shop states prices (with or without tax); frozen when the line is added. */
  readonly unitPrice: Money;
  readonly priceFrom: PriceSource;
  readonly catalogueVersion: number;
  readonly tax: ProductTax;
  /** A line returned against a receipt keeps the rate and the amounts it was sold at; any other follows the trading day. */
  readonly rate: { readonly is: 'ofTheDay' } | AsSold;
  readonly origin: LineOrigin;
}

export interface OpenSale {
  /** UUIDv7, made with the open sale, so it can never be written twice. */
  readonly sale: string;
  /** Rises with every change; a commit states the revision it was decided on. */
  readonly revision: number;
  readonly place: Place;
  readonly lines: readonly OpenLine[];
  readonly nextLine: number;
}

export interface PricedLine {
  readonly line: number;
  readonly product: string;
  readonly sku: string;
  readonly name: string;
  readonly unit: 'each' | 'kg';
  readonly quantity: Quantity;
  readonly unitPrice: Money;
  readonly priceFrom: PriceSource;
  readonly catalogueVersion: number;
  readonly taxClass: string;
  readonly taxRate: BasisPoints;
  readonly net: Money;
  readonly tax: Money;
  readonly gross: Money;
  readonly origin: LineOrigin;
}

/** An amount without its tax, the tax, and both together: net + tax = gross. */
export interface TaxedAmount {
  readonly net: Money;
  readonly tax: Money;
  readonly gross: Money;
}

export interface RateTotal extends TaxedAmount {
  readonly rate: BasisPoints;
}

/** `byRate` has one row per rate, the lowest rate first; its rows add up to the totals. */
export interface SaleTotals extends TaxedAmount {
  readonly byRate: readonly RateTotal[];
}

export interface PricedSale {
  readonly lines: readonly PricedLine[];
  readonly totals: SaleTotals;
}

/** What was paid: amounts sum to the gross plus cash rounding; below zero is given back. */
export type Tender =
  | { readonly is: 'cash'; readonly amount: Money; readonly handed: Money; readonly change: Money }
  | { readonly is: 'card'; readonly amount: Money };
