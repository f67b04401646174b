/** Money as people read it, from whole minor units. Figures only: what the money is about, the screens say. */

export interface MoneyFormat {
  /** ISO 4217. */
  readonly currency: string;
  /** How many digits the currency's minor unit has: 2 for GBP, 0 for JPY. */
  readonly digits: number;
  /** BCP 47. */
  readonly locale: string;
  /** `number` leaves the currency out, as in the columns of a receipt. With the currency unless told. */
  readonly shows?: 'currency' | 'number' | undefined;
  /** `whenNeeded` writes £20, not £20.00. All digits unless told. */
  readonly fraction?: 'always' | 'whenNeeded' | undefined;
  /** `always` writes +£2.00, for differences. Only minus unless told. */
  readonly sign?: 'auto' | 'always' | undefined;
}

/**
 * Dividing by a power of ten is the one float in here. The nearest double to the quotient prints the right digits for every amount
 * below 10¹³ minor units, far above any till; a test tries them.
 */
export function formatMoney(minorUnits: number, format: MoneyFormat): string {
  const scale = 10 ** format.digits;
  const isWhole = minorUnits % scale === 0;
  const digits = format.fraction === 'whenNeeded' && isWhole ? 0 : format.digits;
  const text = numberFormat(format, digits).format(minorUnits === 0 ? 0 : minorUnits / scale);
  return text.replace('-', MINUS);
}

/** A hyphen is too short to be seen beside figures. */
const MINUS = '−';

/** Making an `Intl.NumberFormat` costs more than all of its uses in a sale. */
const made = new Map<string, Intl.NumberFormat>();

function numberFormat({ locale, currency, shows, sign }: MoneyFormat, digits: number): Intl.NumberFormat {
  const key = [locale, currency, digits, shows, sign].join('|');
  const known = made.get(key);
  if (known !== undefined) return known;
  const fresh = new Intl.NumberFormat(locale, {
    ...(shows === 'number'
      ? { style: 'decimal' }
      : { style: 'currency', currency, currencyDisplay: 'narrowSymbol' }),
    signDisplay: sign === 'always' ? 'exceptZero' : 'auto',
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  made.set(key, fresh);
  return fresh;
}
