/** Choosing a PIN: twice the same, and none that everybody tries first. Pure. */
import { isCommonPin } from '../../domain/pin-rule.ts';
import { pressKey, type KeypadKey } from '../../ui/keypad-digits.ts';

export interface PinChoice {
  readonly digits: string;
  /** Typed once; null before. */
  readonly first: string | null;
  /** Typed twice: it is being saved. */
  readonly chosen: string | null;
  readonly refusal: 'common' | 'different' | 'cannotSave' | null;
}

export type PinChoiceEvent =
  { readonly is: 'key'; readonly key: KeypadKey; readonly length: number } | { readonly is: 'cannotSave' };

export const NO_CHOICE: PinChoice = { digits: '', first: null, chosen: null, refusal: null };

export function choosePinStep(choice: PinChoice, event: PinChoiceEvent): PinChoice {
  if (event.is === 'cannotSave') return { ...NO_CHOICE, refusal: 'cannotSave' };
  if (choice.chosen !== null || event.key === '00') return choice;
  const { key, length } = event;
  const digits = pressKey(choice.digits, key, { lengthMax: length, keepsLeadingZeros: true });
  if (digits.length < length) return { ...choice, digits, refusal: null };
  return choice.first === null ? typedOnce(digits) : typedTwice(choice.first, digits);
}

function typedOnce(digits: string): PinChoice {
  return isCommonPin(digits) ? { ...NO_CHOICE, refusal: 'common' } : { ...NO_CHOICE, first: digits };
}

function typedTwice(first: string, digits: string): PinChoice {
  return first === digits
    ? { digits, first, chosen: digits, refusal: null }
    : { ...NO_CHOICE, refusal: 'different' };
}
