/** The rules a business sets for a shop; part of the signed roster, so a till trusts them offline. */
import type { EmbeddedBarcode } from './embedded-barcode.ts';
import type { Money } from './money.ts';
import type { TaxPolicy, TaxRate } from './tax-rate.ts';

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
}
