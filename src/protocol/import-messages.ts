/** What the office says of an import of products, under /api/v1/people/catalogue/imports; JSON both ways. */
import * as z from 'zod/mini';
import type { ImportedPrice, ImportedProduct } from '../domain/imported-product.ts';
import { BARCODES_MAX, IMPORT_CHUNK_ROWS_MAX, IMPORT_ROWS_MAX } from './limits.ts';
import { datedPricesSchema, productTaxSchema, variantSchema } from './pull.ts';
import { countSchema, idSchema, millisecondsSchema, moneySchema, nameSchema } from './scalars.ts';

/** Where a file comes from, as its headers show; `mapped`: its columns were chosen by hand. */
export const importSourceSchema = z.enum(['evertill', 'square', 'shopify', 'lightspeed', 'odoo', 'mapped']);
export type ImportSource = z.infer<typeof importSourceSchema>;

/** POST /catalogue/imports: begins one under an id of the office's; the same once more is the same import. */
export const beginImportSchema = z.object({
  import: idSchema,
  fileName: nameSchema,
  source: importSourceSchema,
  /** How many rows will be brought. */
  rows: z.int().check(z.minimum(1), z.maximum(IMPORT_ROWS_MAX)),
  /** Of new products whose row says nothing of it. */
  otherwise: z.object({ category: nameSchema, tax: productTaxSchema }),
});
export type BeginImport = z.infer<typeof beginImportSchema>;

const importedPriceSchema = z.discriminatedUnion('is', [
  z.object({ is: z.literal('unsaid') }),
  z.object({ is: z.literal('open') }),
  z.object({ is: z.literal('today'), price: moneySchema }),
  z.object({ is: z.literal('dated'), prices: datedPricesSchema }),
]) satisfies z.ZodMiniType<ImportedPrice>;

/** One row, read; its number is the line's in the file as a spreadsheet counts. */
export interface ImportRow extends ImportedProduct {
  readonly row: number;
  /** Another row of the file has one of its barcodes. */
  readonly sharesInFile: boolean;
}
export const importRowSchema: z.ZodMiniType<ImportRow> = z.object({
  row: countSchema,
  sharesInFile: z.boolean(),
  id: z.nullable(idSchema),
  sku: z.nullable(idSchema),
  name: nameSchema,
  category: z.nullable(nameSchema),
  barcodes: z.nullable(z.array(idSchema).check(z.maxLength(BARCODES_MAX))),
  unit: z.nullable(z.enum(['each', 'kg'])),
  price: importedPriceSchema,
  tax: z.nullable(productTaxSchema),
  minimumAge: z.nullable(countSchema),
  variant: z.nullable(variantSchema),
});

/** POST /catalogue/imports/:import/rows: rows that are here already are left as they are. */
export const importRowsSchema = z.object({
  import: idSchema,
  rows: z.array(importRowSchema).check(z.minLength(1), z.maxLength(IMPORT_CHUNK_ROWS_MAX)),
});
export type ImportRows = z.infer<typeof importRowsSchema>;

/**
 * How far an import is: rows arrive (`staging`), all are here and can be looked at (`ready`), they are carried out (`applying`, `applied`),
 * or taken back (`undoing`, `undone`).
 */
export const importStageSchema = z.enum(['staging', 'ready', 'applying', 'applied', 'undoing', 'undone']);
export type ImportStage = z.infer<typeof importStageSchema>;

export const importCountsSchema = z.object({
  staged: countSchema,
  fresh: countSchema,
  changed: countSchema,
  same: countSchema,
  /** Rows for a product that an earlier row is for. */
  twice: countSchema,
  /** Products of the file that are found by a barcode that another product has too. */
  sharing: countSchema,
  /** New ones that got the tax of those without. */
  withoutTax: countSchema,
  /** New ones whose price is typed at the till. */
  withoutPrice: countSchema,
  /** Rows gone through while it is carried out or taken back. */
  done: countSchema,
  applied: countSchema,
  undone: countSchema,
  /** Left as they are, because somebody changed them since. */
  kept: countSchema,
});

export const importStateSchema = z.object({
  import: idSchema,
  fileName: nameSchema,
  source: importSourceSchema,
  begunAt: millisecondsSchema,
  begunBy: nameSchema,
  rows: countSchema,
  stage: importStageSchema,
  counts: importCountsSchema,
});
export type ImportState = z.infer<typeof importStateSchema>;

/** GET /catalogue/imports: the last few, the newest first. */
export const importsSchema = z.object({ imports: z.array(importStateSchema) });

/** GET /catalogue/imports/:import: what it comes to, with the first of what a person would look at. */
export const importDetailSchema = z.object({
  state: importStateSchema,
  twice: z.array(z.object({ row: countSchema, name: nameSchema, as: countSchema })),
  sharing: z.array(z.object({ row: countSchema, name: nameSchema })),
  kept: z.array(z.object({ row: countSchema, name: nameSchema })),
  newCategories: z.array(nameSchema),
});
export type ImportDetail = z.infer<typeof importDetailSchema>;

/** POST /catalogue/imports/:import/apply and …/undo: one step of it; asked again until the stage says that it is over. */
export const importStepSchema = z.object({ import: idSchema });
export type ImportStep = z.infer<typeof importStepSchema>;
