/** The words of importing products, in the office's language. */
import type { Widened } from '../../ui/widened.ts';
import { deImport } from '../words/de-import.ts';
import { enImport } from '../words/en-import.ts';
import { spoken } from '../words/spoken.ts';

export const importWords = spoken<Widened<typeof enImport>>({ en: enImport, de: deImport });
