/** The words of what becomes of a till, in the office's language. */
import type { Widened } from '../../ui/widened.ts';
import { deTillChange } from '../words/de-till-change.ts';
import { enTillChange } from '../words/en-till-change.ts';
import { spoken } from '../words/spoken.ts';

export const tillChangeWords = spoken<Widened<typeof enTillChange>>({ en: enTillChange, de: deTillChange });
