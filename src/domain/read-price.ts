/** Reads a price that a person typed or a file states, with the decimal mark of their country or of a keypad. */
import { money, type Money } from './money.ts';

/**
 * *2.55* or *2,55* or *2* in a currency of two digits is 255.
 * @returns null when it is no such amount, or nothing.
 */
export function readPrice(text: string, digits: number): Money | null {
  const [, whole, , fraction = ''] = /^\s*(\d{1,7})([.,](\d*))?\s*$/.exec(text) ?? [];
  if (whole === undefined || fraction.length > digits) return null;
  return money(Number(whole + fraction.padEnd(digits, '0')));
}
