/** Speaks a language to everything inside it; until its words are here, the last ones spoken stay. */
import { useEffect, useMemo, useState, type ReactNode } from 'react';
import { UiLanguageContext } from '../../ui/ui-language.ts';
import { WordsContext } from '../till-context.ts';
import { LanguageContext } from './language-context.ts';
import { loadedLanguage, loadLanguage, SPOKEN_ENGLISH } from './languages.ts';
import type { Language, SpokenLanguage } from './spoken-language.ts';

interface InLanguageProps {
  readonly language: Language;
  /** BCP 47, for figures: the shop's, whoever reads them, so that screen and receipt agree. */
  readonly locale: string;
  readonly children: ReactNode;
}

export function InLanguage({ language, locale, children }: InLanguageProps) {
  const spoken = useSpoken(language);
  const ui = useMemo(() => ({ locale, words: spoken.ui }), [locale, spoken]);
  return (
    <LanguageContext value={spoken.language}>
      <WordsContext value={spoken.words}>
        <UiLanguageContext value={ui}>{children}</UiLanguageContext>
      </WordsContext>
    </LanguageContext>
  );
}

/** The page as a whole is in this language: screen readers and hyphens go by it. */
export function PageInLanguage(props: InLanguageProps) {
  const { language } = props;
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  return <InLanguage {...props} />;
}

function useSpoken(language: Language): SpokenLanguage {
  const [last, setLast] = useState<SpokenLanguage>(() => loadedLanguage(language) ?? SPOKEN_ENGLISH);
  const spoken = loadedLanguage(language) ?? last;
  // Its words are a file of their own.
  useEffect(() => {
    if (spoken.language === language) return undefined;
    let isWanted = true;
    loadLanguage(language).then(
      (fetched) => {
        if (isWanted) setLast(fetched);
      },
      () => {
        // Not to be had just now: what is spoken stays, and the next screen asks again.
      },
    );
    return () => {
      isWanted = false;
    };
  }, [language, spoken]);
  return spoken;
}
