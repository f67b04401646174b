/** Which language is spoken here, for words that are loaded with the screens that say them. */
import { createContext, useContext } from 'react';
import type { Language } from './spoken-language.ts';

export const LanguageContext = createContext<Language>('en');

export function useLanguage(): Language {
  return useContext(LanguageContext);
}
