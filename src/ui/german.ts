/** The few words the shared pieces say by themselves, in German. */
import type { UiLanguage } from './ui-language.ts';

export const GERMAN: UiLanguage = {
  locale: 'de-DE',
  words: {
    close: 'Schließen',
    clear: 'Leeren',
    deleteLastDigit: 'Letzte Ziffer löschen',
    keypad: 'Ziffernblock',
    loading: 'Einen Augenblick',
    dismiss: 'Verwerfen',
    required: 'nötig',
    digitsTyped: (typed) => (typed === 1 ? '1 Ziffer getippt' : `${String(typed)} Ziffern getippt`),
    inBasket: (count) => `${count} im Korb`,
    received: 'angekommen',
    here: 'auf dem Tablet',
    unreadable: 'angekommen, nicht lesbar',
    lost: 'verloren, wie die Kasse meldet',
    nothingYet: 'noch nichts',
    partMissing: 'Dieser Teil ist noch nicht auf dem Gerät',
    partMissingLead:
      'Er ließ sich gerade nicht laden. Nichts ist verloren: Machen Sie weiter, und versuchen Sie es in einer Weile noch einmal.',
    partStaysMissing:
      'Er ließ sich wieder nicht laden. Manche Browser versuchen es erst nach einem Neustart wirklich; verloren geht dabei nichts.',
    startAgain: 'Neu starten',
    tryAgain: 'Noch einmal versuchen',
  },
};
