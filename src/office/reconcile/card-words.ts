/** The words of card payments in the office's language. */
import type { Widened } from '../../ui/widened.ts';
import { deCards } from '../words/de-cards.ts';
import { enCards } from '../words/en-cards.ts';
import { spoken } from '../words/spoken.ts';

export const cardWords = spoken<Widened<typeof enCards>>({ en: enCards, de: deCards });
