/** Reads a quantity that a person typed in a field. */
import { pieces, quantity, type Quantity } from '../../domain/quantity.ts';

/** *2* pieces; *250* grams of what is weighed. Null when it is no such number, or nothing. */
export function readQuantity(text: string, unit: 'each' | 'kg'): Quantity | null {
  if (!/^\s*\d{1,6}\s*$/.test(text)) return null;
  const count = Number(text);
  if (count === 0) return null;
  return unit === 'kg' ? quantity(count) : pieces(count);
}
