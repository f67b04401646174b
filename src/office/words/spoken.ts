/** The office speaks the browser's language where it has the words, and English otherwise. */
export const OFFICE_LANGUAGES = ['en', 'de'] as const;
export type OfficeLanguage = (typeof OFFICE_LANGUAGES)[number];

export const OFFICE_LANGUAGE = languageOf(typeof navigator === 'undefined' ? [] : navigator.languages);

export function spoken<Words>(words: Readonly<Record<OfficeLanguage, Words>>): Words {
  return words[OFFICE_LANGUAGE];
}

/** @param wanted BCP 47, the dearest first */
export function languageOf(wanted: readonly string[]): OfficeLanguage {
  for (const tag of wanted) {
    const found = OFFICE_LANGUAGES.find((language) => tag.toLowerCase().split('-')[0] === language);
    if (found !== undefined) return found;
  }
  return 'en';
}
