/** The languages a till speaks, and which of them a person or a shop reads. English is always there; others are fetched when somebody reads them. */
import { ENGLISH } from '../../ui/ui-language.ts';
import { en } from '../words/en.ts';
import { LANGUAGES, type Language, type SpokenLanguage } from './spoken-language.ts';

/** Each in its own words, for whoever cannot read the others. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { en: 'English', de: 'Deutsch' };

export const SPOKEN_ENGLISH: SpokenLanguage = { language: 'en', words: en, ui: ENGLISH.words };

/** @param locale BCP 47, as a shop states it; English where its language is not spoken here */
export function languageOf(locale: string): Language {
  const wanted = locale.toLowerCase().split('-')[0];
  return LANGUAGES.find((language) => language === wanted) ?? 'en';
}

const loaders: Readonly<Record<Language, () => Promise<SpokenLanguage>>> = {
  en: () => Promise.resolve(SPOKEN_ENGLISH),
  de: async () => (await import('../words/spoken-german.ts')).SPOKEN_GERMAN,
};

const loaded = new Map<Language, SpokenLanguage>([['en', SPOKEN_ENGLISH]]);

/** Null until it is here: `loadLanguage` brings it. */
export function loadedLanguage(language: Language): SpokenLanguage | null {
  return loaded.get(language) ?? null;
}

export async function loadLanguage(language: Language): Promise<SpokenLanguage> {
  const spoken = await loaders[language]();
  loaded.set(language, spoken);
  return spoken;
}
