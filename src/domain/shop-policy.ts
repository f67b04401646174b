/** The rules a business sets for a shop; part of the signed roster, so a till trusts them offline. */
import type { EmbeddedBarcode } from './embedded-barcode.ts';
import type { Money } from './money.ts';
import type { OpeningHours } from './opening-hours.ts';
import type { BasisPoints, TaxPolicy, TaxRate } from './tax-rate.ts';

export interface Currency {
  /** ISO 4217. */
  readonly code: string;
  /** Decimal digits of the minor unit: 2 for GBP, 0 for JPY. */
  readonly digits: number;
  /** Smallest cash amount in minor units; 1 where cash is not rounded. */
  readonly cashStep: number;
  /** Notes and coins in minor units, largest first. */
  readonly denominations: readonly Money[];
}

/** What may be taken off prices, and by whom alone; a manager and an owner need nobody. */
export interface DiscountPolicy {
  /** The shop's own words, offered to choose from. */
  readonly reasons: readonly string[];
  /** The most of a line's catalogue price that may go without an approval. */
  readonly limits: { readonly clerk: BasisPoints; readonly supervisor: BasisPoints };
  /** For the shop's own staff; 0 where there is none. */
  readonly staffRate: BasisPoints;
}

/** Of a shop that has not decided. */
export const DEFAULT_IDLE_LOCK_MINUTES = 5;

export interface ShopPolicy {
  readonly businessName: string;
  readonly shopName: string;
  readonly address: readonly string[];
  readonly vatNumber: string;
  readonly currency: Currency;
  /** BCP 47, for words, money and dates. */
  readonly locale: string;
  /** IANA time zone. */
  readonly timeZone: string;
  /** HH:MM local time at which a trading day begins. */
  readonly startOfDay: string;
  readonly tax: TaxPolicy;
  readonly taxRates: readonly TaxRate[];
  readonly repeatScans: 'raiseQuantity' | 'newLine';
  readonly float: Money;
  readonly refundWithoutManager: { readonly days: number; readonly limit: Money };
  readonly leaseDays: number;
  /** How in-store labels are read; absent where the shop prints none. */
  readonly embeddedBarcodes?: readonly EmbeddedBarcode[] | undefined;
  /** Absent: DEFAULT_DISCOUNTS. */
  readonly discounts?: DiscountPolicy;
  /** Who looks younger than this is asked for an ID; absent: the age that the product asks for. */
  readonly challengeAge?: number;
  /** A card payment of more than this asks for the card terminal's approval code; absent: never. */
  readonly cardCodeAbove?: Money;
  /** A till nobody touches locks after so many minutes; 0: never; absent: 5. */
  readonly idleLockMinutes?: number;
  /** *Cash exact* and *Card* stand on the sell screen in place of *Charge*; absent: *Charge*. */
  readonly paysOnSell?: boolean;
  /** A drawer over or short by no more is not asked about; absent: DEFAULT_CASH_TOLERANCE. */
  readonly cashTolerance?: Money;
  /** A day with nothing open signs itself off at noon of the next one; absent: never. */
  readonly signsItselfOff?: boolean;
  /** Absent: nobody said when it is open. */
  readonly openingHours?: OpeningHours;
}
