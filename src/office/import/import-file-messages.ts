/** What the import screen and the worker that holds the file say to each other. */
import * as z from 'zod/mini';
import { importSourceSchema, type ImportRow } from '../../protocol/import-messages.ts';
import { daySchema } from '../../protocol/scalars.ts';
import type { DecodedFile } from './decode-file.ts';
import { importColumnsSchema } from './import-columns.ts';
import type { RowFault } from './read-rows.ts';
import type { ReadTable } from './read-table.ts';
import type { Recognised } from './recognise-export.ts';

export const fileRequestSchema = z.discriminatedUnion('is', [
  z.object({ is: z.literal('open'), id: z.int(), file: z.custom<File>() }),
  z.object({
    is: z.literal('read'),
    id: z.int(),
    source: importSourceSchema,
    columns: importColumnsSchema,
    digits: z.int(),
    today: daySchema,
  }),
  /** `taxes`: a class for each word that has one. */
  z.object({
    is: z.literal('chunk'),
    id: z.int(),
    from: z.int(),
    count: z.int(),
    taxes: z.record(z.string(), z.string()),
  }),
]);
export type FileRequest = z.infer<typeof fileRequestSchema>;

/** Our own worker's: their shape is the compiler's. */
export type FileRefusal = Extract<DecodedFile | ReadTable, { is: 'refused' }>['why'] | 'tooLarge';

export interface OpenedFile {
  readonly headers: readonly string[];
  /** The first rows. */
  readonly examples: readonly (readonly string[])[];
  readonly rows: number;
  readonly found: Recognised | null;
}

export interface ReadFile {
  readonly rows: number;
  readonly faults: readonly RowFault[];
  readonly archived: number;
  readonly variants: number;
  readonly withoutTax: number;
  readonly taxWords: readonly { readonly word: string; readonly count: number }[];
  readonly categories: readonly string[];
}

export const fileAnswerSchema = z.discriminatedUnion('is', [
  z.object({ is: z.literal('opened'), id: z.int(), opened: z.custom<OpenedFile>() }),
  z.object({ is: z.literal('refused'), id: z.int(), why: z.custom<FileRefusal>() }),
  z.object({ is: z.literal('read'), id: z.int(), read: z.custom<ReadFile>() }),
  z.object({ is: z.literal('chunk'), id: z.int(), rows: z.custom<readonly ImportRow[]>() }),
  z.object({ is: z.literal('failed'), id: z.int(), why: z.string() }),
]);
export type FileAnswer = z.infer<typeof fileAnswerSchema>;
