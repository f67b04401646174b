/** The words of taxes, in the office's language. */
import type { Widened } from '../../ui/widened.ts';
import { deTaxes } from '../words/de-taxes.ts';
import { enTaxes } from '../words/en-taxes.ts';
import { spoken } from '../words/spoken.ts';

export const taxesWords = spoken<Widened<typeof enTaxes>>({ en: enTaxes, de: deTaxes });
