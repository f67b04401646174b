/** The words of who changed what, in the office's language. */
import type { Widened } from '../../ui/widened.ts';
import { deActs } from '../words/de-acts.ts';
import { enActs } from '../words/en-acts.ts';
import { spoken } from '../words/spoken.ts';

export const actsWords = spoken<Widened<typeof enActs>>({ en: enActs, de: deActs });
