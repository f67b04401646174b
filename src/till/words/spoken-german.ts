/** German, as a till speaks it. */
import type { SpokenLanguage } from '../language/spoken-language.ts';
import { de } from './de.ts';
import { GERMAN } from '../../ui/german.ts';

export const SPOKEN_GERMAN: SpokenLanguage = { language: 'de', words: de, ui: GERMAN.words };
