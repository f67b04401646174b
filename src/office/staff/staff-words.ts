/** The staff's words in the office's language. */
import type { Widened } from '../../ui/widened.ts';
import { deStaff } from '../words/de-staff.ts';
import { enStaff } from '../words/en-staff.ts';
import { spoken } from '../words/spoken.ts';

export const staffWords = spoken<Widened<typeof enStaff>>({ en: enStaff, de: deStaff });
