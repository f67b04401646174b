/** The words of practice; no part of what a till loads to sell. */
import { useLanguage } from '../language/language-context.ts';
import type { Language } from '../language/spoken-language.ts';
import { dePractice } from '../words/de-practice.ts';
import { enPractice } from '../words/en-practice.ts';
import type { Widened } from '../../ui/widened.ts';

export type PracticeWords = Widened<typeof enPractice>;

const practiceWords: Readonly<Record<Language, PracticeWords>> = { en: enPractice, de: dePractice };

export function usePracticeWords(): PracticeWords {
  return practiceWords[useLanguage()];
}
