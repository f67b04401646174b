/** The words of the sheets that are loaded when they are asked for; no part of what a till loads to sell. */
import { useLanguage } from './language/language-context.ts';
import type { Language } from './language/spoken-language.ts';
import { deActs } from './words/de-acts.ts';
import { enActs } from './words/en-acts.ts';
import type { Widened } from '../ui/widened.ts';

type ActWords = Widened<typeof enActs>;

const actWords: Readonly<Record<Language, ActWords>> = { en: enActs, de: deActs };

export function useActWords(): ActWords {
  return actWords[useLanguage()];
}
