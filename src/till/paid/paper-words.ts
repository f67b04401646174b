/** The words around printing; no part of what a till loads to sell. */
import { useLanguage } from '../language/language-context.ts';
import type { Language } from '../language/spoken-language.ts';
import { dePaper } from '../words/de-paper.ts';
import { enPaper } from '../words/en-paper.ts';
import type { Widened } from '../../ui/widened.ts';

const paperWords: Readonly<Record<Language, Widened<typeof enPaper>>> = { en: enPaper, de: dePaper };

export function usePaperWords(): Widened<typeof enPaper> {
  return paperWords[useLanguage()];
}
