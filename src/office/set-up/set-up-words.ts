/** The words of the first start and of setting a shop up, in the office's language. */
import type { Widened } from '../../ui/widened.ts';
import { deSetUp } from '../words/de-set-up.ts';
import { enSetUp } from '../words/en-set-up.ts';
import { spoken } from '../words/spoken.ts';

export const setUpWords = spoken<Widened<typeof enSetUp>>({ en: enSetUp, de: deSetUp });
