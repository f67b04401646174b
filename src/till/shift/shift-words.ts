/** The words of opening, watching and closing a shift; no part of what a till loads to sell. */
import { useLanguage } from '../language/language-context.ts';
import type { Language } from '../language/spoken-language.ts';
import { deShift } from '../words/de-shift.ts';
import { enShift } from '../words/en-shift.ts';
import type { Widened } from '../../ui/widened.ts';

const shiftWords: Readonly<Record<Language, Widened<typeof enShift>>> = { en: enShift, de: deShift };

export function useShiftWords(): Widened<typeof enShift> {
  return shiftWords[useLanguage()];
}
