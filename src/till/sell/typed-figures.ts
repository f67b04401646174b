/** Reads a quantity or a price that a person typed in a field, with the decimal mark of their country or of a keypad. */
import { money, type Money } from '../../domain/money.ts';
import { pieces, quantity, type Quantity } from '../../domain/quantity.ts';

/** *2* pieces; *250* grams of what is weighed. Null when it is no such number, or nothing. */
export function readQuantity(text: string, unit: 'each' | 'kg'): Quantity | null {
  if (!/^\s*\d{1,6}\s*$/.test(text)) return null;
  const count = Number(text);
  if (count === 0) return null;
  return unit === 'kg' ? quantity(count) : pieces(count);
}

/** *2.55* or *2,55* or *2* in a currency of two digits is 255. Null when it is no such amount. */
export function readPrice(text: string, digits: number): Money | null {
  const [, whole, , fraction = ''] = /^\s*(\d{1,7})([.,](\d*))?\s*$/.exec(text) ?? [];
  if (whole === undefined || fraction.length > digits) return null;
  return money(Number(whole + fraction.padEnd(digits, '0')));
}
