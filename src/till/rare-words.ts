/** The words that only rare screens say; no part of what a till loads to sell. */
import { useLanguage } from './language/language-context.ts';
import type { Language } from './language/spoken-language.ts';
import { deRare } from './words/de-rare.ts';
import { enRare } from './words/en-rare.ts';
import type { Widened } from '../ui/widened.ts';

const rareWords: Readonly<Record<Language, Widened<typeof enRare>>> = { en: enRare, de: deRare };

export function useRareWords(): Widened<typeof enRare> {
  return rareWords[useLanguage()];
}
