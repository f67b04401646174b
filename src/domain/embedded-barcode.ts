/** Labels a shop's own scales print: a code that carries, besides the item, what the pack costs or weighs. */
import { gtinCheckDigit, isGtin } from './gtin.ts';

/**
 * `pattern` has one sign per digit of the code: `I` item, `P` price in minor units, `W` grams, `V` check digit of the price,
 * `C` check digit of the code (last), and digits that must stand there: `21IIIIIPPPPPC`, `02IIIIVPPPPPC`.
 */
export interface EmbeddedBarcode {
  readonly pattern: string;
  readonly is: 'price' | 'weight';
}

export interface EmbeddedReading {
  readonly is: 'price' | 'weight';
  /** Minor units or grams. */
  readonly value: number;
  /** What the product may be found by, the likeliest first: the code without its value, what stands before it, the item alone. */
  readonly itemCodes: readonly string[];
}

/** A pattern that can be read: an item, one unbroken figure of the right kind, a length that scales print. */
export function isEmbeddedPattern({ pattern, is }: EmbeddedBarcode): boolean {
  const sign = is === 'price' ? 'P' : 'W';
  const [figure, ...others] = pattern.match(/[PW]+/g) ?? [];
  const shape = /^\d*(?=[\dIPWV]*I)[\dIPWV]*C?$/.test(pattern) && [8, 12, 13].includes(pattern.length);
  if (!shape || figure !== sign.repeat(figure?.length ?? 0) || others.length > 0) return false;
  const checks = pattern.split('V').length - 1;
  return checks === 0 || (checks === 1 && is === 'price' && (figure.length === 4 || figure.length === 5));
}

/** By the first rule that the code fits. Null when none does. */
export function readEmbedded(code: string, rules: readonly EmbeddedBarcode[]): EmbeddedReading | null {
  for (const rule of rules) {
    const reading = isEmbeddedPattern(rule) ? readBy(code, rule) : null;
    if (reading !== null) return reading;
  }
  return null;
}

function readBy(code: string, { pattern, is }: EmbeddedBarcode): EmbeddedReading | null {
  if (!/^\d+$/.test(code) || code.length !== pattern.length) return null;
  const digitsOf = (signs: RegExp) =>
    Array.from(code)
      .filter((_, place) => signs.test(pattern.charAt(place)))
      .join('');
  const fits = Array.from(pattern).every((sign, place) => !/\d/.test(sign) || sign === code.charAt(place));
  if (!fits || (pattern.endsWith('C') && !isGtin(code))) return null;
  const figure = digitsOf(/[PW]/);
  const check = digitsOf(/V/);
  if (check !== '' && Number(check) !== priceCheckDigit(figure)) return null;
  return {
    is,
    value: Number(figure),
    itemCodes: [
      withoutValue(code, pattern),
      digitsOf(/[\dI]/),
      digitsOf(/I/),
      digitsOf(/I/).replace(/^0+/, ''),
    ],
  };
}

/** As the item is registered: zeros for the value, and the check digit that goes with them. */
function withoutValue(code: string, pattern: string): string {
  const zeros = Array.from(code, (digit, place) => (/[PWV]/.test(pattern.charAt(place)) ? '0' : digit)).join(
    '',
  );
  if (!pattern.endsWith('C')) return zeros;
  const digits = zeros.slice(0, -1);
  return `${digits}${gtinCheckDigit(digits)}`;
}

/** The weighted products of the digits 0 to 9 (GS1 General Specifications, section 7.9.3). */
const TWO_MINUS = [0, 2, 4, 6, 8, 9, 1, 3, 5, 7];
const THREE = [0, 3, 6, 9, 2, 5, 8, 1, 4, 7];
const FIVE_PLUS = [0, 5, 1, 6, 2, 7, 3, 8, 4, 9];
const FIVE_MINUS = [0, 5, 9, 4, 8, 3, 7, 2, 6, 1];

/** The check digit that stands before a price of four or five digits. */
export function priceCheckDigit(price: string): number {
  const weights =
    price.length === 4
      ? [TWO_MINUS, TWO_MINUS, THREE, FIVE_MINUS]
      : [FIVE_PLUS, TWO_MINUS, FIVE_MINUS, FIVE_PLUS, TWO_MINUS];
  const sum = weights.reduce((total, weight, place) => total + (weight[Number(price.charAt(place))] ?? 0), 0);
  return price.length === 4 ? (sum * 3) % 10 : FIVE_MINUS.indexOf((10 - (sum % 10)) % 10);
}
