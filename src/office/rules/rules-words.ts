/** The words of the shop's rules in the office's language. */
import type { Widened } from '../../ui/widened.ts';
import { deRules } from '../words/de-rules.ts';
import { enRules } from '../words/en-rules.ts';
import { spoken } from '../words/spoken.ts';

export const rulesWords = spoken<Widened<typeof enRules>>({ en: enRules, de: deRules });
