/** The shapes of a sale: open while it is rung up, priced at any moment, and as the receipted fact states it. */
import type { ProductTax } from './catalogue.ts';
import type { Money } from './money.ts';
import type { Quantity } from './quantity.ts';
import type { BasisPoints } from './tax-rate.ts';

/** Where goods on a line come from: off the shelf, or back from a customer (quantity below zero). */
export type LineOrigin =
  | { readonly is: 'sold' }
  | { readonly is: 'returned'; readonly sale: string; readonly receipt: string; readonly line: number }
  | { readonly is: 'returnedWithoutReceipt'; readonly reason: string };

export type Place = 'takeAway' | 'eatIn';

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
  readonly priceFrom: 'catalogue' | 'typed';
  readonly catalogueVersion: number;
  readonly tax: ProductTax;
  /** A returned line keeps the rate it was sold at; a sold one follows the trading day. */
  readonly rate: { readonly is: 'ofTheDay' } | { readonly is: 'asSold'; readonly class: string; readonly rate: BasisPoints };
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
  readonly priceFrom: 'catalogue' | 'typed';
  readonly catalogueVersion: number;
  readonly taxClass: string;
  readonly taxRate: BasisPoints;
  readonly net: Money;
  readonly tax: Money;
  readonly gross: Money;
  readonly origin: LineOrigin;
}

export interface RateTotal {
  readonly rate: BasisPoints;
  readonly net: Money;
  readonly tax: Money;
  readonly gross: Money;
}

export interface SaleTotals {
  readonly net: Money;
  readonly tax: Money;
  readonly gross: Money;
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
