/**
 * Digits typed where an amount is asked, read as a cash register reads them: 1, 8, 6, 0 is 18.60.
 * A scanner may fire into it and a card number may be typed: both are seen and refused, never taken as money.
 */
import { looksLikeCardNumber } from '../../domain/card-number.ts';
import { money, type Money } from '../../domain/money.ts';
import type { KeypadKey } from '../../ui/keypad-digits.ts';

export type TypedAmount =
  | { readonly is: 'nothing' }
  | { readonly is: 'amount'; readonly amount: Money }
  | { readonly is: 'tooLong' }
  | { readonly is: 'cardNumber' };

/** 99,999.99 in a currency of two digits: more than anyone hands over a counter, less than a barcode. */
export const AMOUNT_DIGITS_MAX = 7;
/** Digits beyond are dropped; a card number has 19 at most. */
const KEPT_DIGITS_MAX = 20;

export function typeDigit(digits: string, key: KeypadKey): string {
  if (key === 'clear') return '';
  if (key === 'backspace') return digits.length > AMOUNT_DIGITS_MAX ? '' : digits.slice(0, -1);
  return (digits + key).replace(/^0+/, '').slice(0, KEPT_DIGITS_MAX);
}

export function readDigits(digits: string): TypedAmount {
  if (digits === '') return { is: 'nothing' };
  if (looksLikeCardNumber(digits)) return { is: 'cardNumber' };
  if (digits.length > AMOUNT_DIGITS_MAX) return { is: 'tooLong' };
  return { is: 'amount', amount: money(Number(digits)) };
}
