/** Which PINs may be chosen: long enough for what the person may do, and none of those that everybody tries first. */
import type { Role } from './role.ts';

export function pinLengthOf(role: Role): number {
  return role === 'clerk' ? 4 : 6;
}

const LADDER = '01234567890';
/** The keypad's columns and corners, and what films and telephones made famous. */
const FAMOUS = new Set([
  '2580',
  '0852',
  '1379',
  '1397',
  '1007',
  '1701',
  '4711',
  '147258',
  '258369',
  '159753',
]);

/** One digit or one group again and again, neighbours up or down, a year of somebody's birth, or a famous one. */
export function isCommonPin(pin: string): boolean {
  const down = Array.from(LADDER).reverse().join('');
  if (LADDER.includes(pin) || down.includes(pin) || FAMOUS.has(pin)) return true;
  return /^(\d{1,3})\1+$/.test(pin) || /^(19|20)\d\d$/.test(pin) || /^(\d)\1+(\d)\2+$/.test(pin);
}
