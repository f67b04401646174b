/** What a column of a product file may mean, and which columns mean it. */
import * as z from 'zod/mini';

/** In the order in which a person is asked for them. */
export const IMPORT_FIELDS = [
  'name',
  'options',
  'sku',
  'barcodes',
  'price',
  'category',
  'tax',
  'unit',
  'minimumAge',
  'handle',
  'archived',
  'id',
  'prices',
  'taxTakeAway',
] as const;
export type ImportField = (typeof IMPORT_FIELDS)[number];

/** Those that a person maps by hand; the others are our own and other products' inner words. */
export const MAPPED_FIELDS = IMPORT_FIELDS.slice(0, 9);

/** Places of the columns; several where a file spreads one thing, as its options or its taxes. */
export type ImportColumns = Readonly<Partial<Record<ImportField, readonly number[]>>>;

export const importColumnsSchema: z.ZodMiniType<ImportColumns> = z.partialRecord(
  z.enum(IMPORT_FIELDS),
  z.array(z.int().check(z.minimum(0))),
);
