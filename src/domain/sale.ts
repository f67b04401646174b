/** The shapes of a sale: open while it is rung up, priced at any moment, and as the receipted fact states it. */
import type { ProductTax } from './catalogue.ts';
import type { Discount } from './discount.ts';
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
  /** The catalogue's price, where another was typed in its place. */
  readonly listPrice?: Money;
  readonly catalogueVersion: number;
  readonly tax: ProductTax;
  /** Who is younger may not buy it. */
  readonly minimumAge?: number;
  readonly discount?: Discount;
  /** What the clerk wrote to it; printed. */
  readonly note?: string;
  /** A line returned against a receipt keeps the rate and the amounts it was sold at; any other follows the trading day. */
  readonly rate: { readonly is: 'ofTheDay' } | AsSold;
  readonly origin: LineOrigin;
}

/** How the clerk saw that the customer is old enough, and for what age. */
export interface AgeCheck {
  readonly age: number;
  readonly how: 'looksOver' | 'checkedId';
}

export interface OpenSale {
  /** UUIDv7, made with the open sale, so it can never be written twice. */
  readonly sale: string;
  /** Rises with every change; a commit states the revision it was decided on. */
  readonly revision: number;
  readonly place: Place;
  /** Off the goods sold, after what is off single lines. */
  readonly discount?: Discount;
  readonly ageCheck?: AgeCheck;
  readonly lines: readonly OpenLine[];
  readonly nextLine: number;
}

/** `taken` is what it came to: above zero, as the shop states prices. Net, tax and gross are what is left. */
export type LineDiscount = Discount & { readonly taken: Money };

export interface PricedLine {
  readonly line: number;
  readonly product: string;
  readonly sku: string;
  readonly name: string;
  readonly unit: 'each' | 'kg';
  readonly quantity: Quantity;
  readonly unitPrice: Money;
  readonly priceFrom: PriceSource;
  readonly listPrice?: Money;
  readonly catalogueVersion: number;
  readonly discount?: LineDiscount;
  /** Its share of the basket's discount, above zero. */
  readonly basketDiscount?: Money;
  readonly note?: string;
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
  /** `code` is the card terminal's approval code, where the shop asks for it. */
  | { readonly is: 'card'; readonly amount: Money; readonly code?: string };
