/** The words of the office in its language. */
import type { Widened } from '../../ui/widened.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { spoken } from './spoken.ts';

export const officeWords = spoken<Widened<typeof en>>({ en, de });
