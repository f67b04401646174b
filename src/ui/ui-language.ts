/** The language of the shared pieces: a locale for figures and the few words they say by themselves. Screens' words live with the screens. */
import { createContext, useContext } from 'react';

export interface UiWords {
  readonly close: string;
  readonly clear: string;
  readonly deleteLastDigit: string;
  readonly keypad: string;
  readonly loading: string;
  readonly dismiss: string;
  readonly required: string;
  readonly digitsTyped: (typed: number) => string;
  readonly inBasket: (count: string) => string;
  readonly received: string;
  readonly here: string;
  readonly unreadable: string;
  readonly lost: string;
  readonly nothingYet: string;
  readonly partMissing: string;
  readonly partMissingLead: string;
  readonly partStaysMissing: string;
  readonly startAgain: string;
  readonly tryAgain: string;
}

export interface UiLanguage {
  /** BCP 47, for `Intl`. */
  readonly locale: string;
  readonly words: UiWords;
}

export const ENGLISH: UiLanguage = {
  locale: 'en-GB',
  words: {
    close: 'Close',
    clear: 'Clear',
    deleteLastDigit: 'Delete last digit',
    keypad: 'Keypad',
    loading: 'One moment',
    dismiss: 'Dismiss',
    required: 'needed',
    digitsTyped: (typed) => (typed === 1 ? '1 digit typed' : `${String(typed)} digits typed`),
    inBasket: (count) => `${count} in the basket`,
    received: 'received',
    here: 'on the tablet',
    unreadable: 'arrived, unreadable',
    lost: 'lost, as the till declared',
    nothingYet: 'nothing yet',
    partMissing: 'This part is not on the device yet',
    partMissingLead: 'It could not be fetched just now. Nothing is lost: go on, and try again in a while.',
    partStaysMissing:
      'It still could not be fetched. Some browsers try in earnest only after a new start; nothing is lost by one.',
    startAgain: 'Start again',
    tryAgain: 'Try again',
  },
};

export const UiLanguageContext = createContext<UiLanguage>(ENGLISH);

export function useUiLanguage(): UiLanguage {
  return useContext(UiLanguageContext);
}
