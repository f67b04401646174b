/** What a press of a keypad key does to the digits typed so far. Pure, so that every keypad behaves alike. */

export type KeypadKey =
  '0' | '1' | '2' | '3' | '4' | '5' | '6' | '7' | '8' | '9' | '00' | 'backspace' | 'clear';

export interface KeypadRule {
  readonly lengthMax: number;
  /** A PIN keeps its leading zeros; an amount of money has none. */
  readonly keepsLeadingZeros: boolean;
}

export const PIN_RULE: KeypadRule = { lengthMax: 8, keepsLeadingZeros: true };

/** Seven digits are 99,999.99 in a currency of two: more than anyone hands over a counter, less than a barcode. */
export const AMOUNT_RULE: KeypadRule = { lengthMax: 7, keepsLeadingZeros: false };

/** A key that would pass the limit changes nothing: half of a *00* would be a surprise. */
export function pressKey(typed: string, key: KeypadKey, rule: KeypadRule): string {
  if (key === 'clear') return '';
  if (key === 'backspace') return typed.slice(0, -1);
  const longer = rule.keepsLeadingZeros ? typed + key : (typed + key).replace(/^0+/, '');
  return longer.length > rule.lengthMax ? typed : longer;
}

/** The typed digits as whole minor units, as a cash register reads them: 1, 8, 6, 0 is 18.60. */
export function typedMinorUnits(typed: string): number {
  return typed === '' ? 0 : Number(typed);
}

/** The keypad key for a key of a keyboard, or null when it is not one. */
export function keypadKeyOf(keyboardKey: string): KeypadKey | null {
  return KEYBOARD.get(keyboardKey) ?? null;
}

const DIGITS = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'] as const;

const KEYBOARD: ReadonlyMap<string, KeypadKey> = new Map<string, KeypadKey>([
  ...DIGITS.map((digit) => [digit, digit] as const),
  ['Backspace', 'backspace'],
  ['Delete', 'clear'],
]);
