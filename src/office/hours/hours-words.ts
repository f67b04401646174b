/** The words of opening hours in the office's language. */
import type { Widened } from '../../ui/widened.ts';
import { deHours } from '../words/de-hours.ts';
import { enHours } from '../words/en-hours.ts';
import { spoken } from '../words/spoken.ts';

export const hoursWords = spoken<Widened<typeof enHours>>({ en: enHours, de: deHours });
