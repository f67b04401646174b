/** A language as a till speaks it: which, and all its words. */
import type { UiWords } from '../../ui/ui-language.ts';
import type { TillWords } from '../words/en.ts';

export const LANGUAGES = ['en', 'de'] as const;
export type Language = (typeof LANGUAGES)[number];

export interface SpokenLanguage {
  readonly language: Language;
  readonly words: TillWords;
  readonly ui: UiWords;
}
