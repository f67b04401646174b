/** The words of one's own account in the office's language. */
import type { Widened } from '../../ui/widened.ts';
import { deAccount } from '../words/de-account.ts';
import { enAccount } from '../words/en-account.ts';
import { spoken } from '../words/spoken.ts';

export const accountWords = spoken<Widened<typeof enAccount>>({ en: enAccount, de: deAccount });
