/** GET /api/v1/pull?stream=…&cursor=…: reference data comes down, page by page; always sealed. */
import * as z from 'zod/mini';
import type { Category, Product, ProductTax, Variant } from '../domain/catalogue.ts';
import {
  BARCODES_MAX,
  CATEGORIES_MAX,
  FAVOURITES_MAX,
  PRICES_MAX,
  PULL_PAGE_PRODUCTS,
  VARIANT_OPTIONS_MAX,
} from './limits.ts';
import { countSchema, daySchema, idSchema, millisecondsSchema, moneySchema, nameSchema } from './scalars.ts';
import { signedRosterSchema } from './roster.ts';

export const productTaxSchema = z.discriminatedUnion('is', [
  z.object({ is: z.literal('single'), class: idSchema }),
  z.object({ is: z.literal('byPlace'), eatIn: idSchema, takeAway: idSchema }),
]) satisfies z.ZodMiniType<ProductTax>;

export const variantSchema: z.ZodMiniType<Variant> = z.object({
  of: nameSchema,
  options: z.array(nameSchema).check(z.minLength(1), z.maxLength(VARIANT_OPTIONS_MAX)),
});

export const datedPricesSchema = z
  .array(z.object({ from: daySchema, price: moneySchema }))
  .check(z.maxLength(PRICES_MAX));

export const productSchema = z.object({
  id: idSchema,
  sku: idSchema,
  name: nameSchema,
  category: idSchema,
  barcodes: z.array(idSchema).check(z.maxLength(BARCODES_MAX)),
  unit: z.enum(['each', 'kg']),
  prices: datedPricesSchema,
  tax: productTaxSchema,
  minimumAge: z.exactOptional(countSchema),
  variant: z.exactOptional(variantSchema),
}) satisfies z.ZodMiniType<Product>;

export const categorySchema = z.object({
  id: idSchema,
  name: nameSchema,
  colour: z.string().check(z.regex(/^#[0-9a-f]{6}$/)),
  rank: countSchema,
}) satisfies z.ZodMiniType<Category>;

/**
 * A catalogue page. `snapshot` pages replace everything, in order, and the last one says `done`; `changes` pages add
 * to what is held. Cursors are opaque text; an empty one asks for a snapshot. A cursor too old or ahead of the server
 * is answered with a snapshot's first page.
 */
export const cataloguePageSchema = z.object({
  stream: z.literal('catalogue'),
  epoch: idSchema,
  version: countSchema,
  is: z.enum(['snapshot', 'changes']),
  /** Index of a snapshot page from 0. */
  page: countSchema,
  products: z.array(productSchema).check(z.maxLength(PULL_PAGE_PRODUCTS)),
  /** Tombstones: product ids gone since the cursor. */
  removed: z.array(idSchema),
  categories: z.array(categorySchema).check(z.maxLength(CATEGORIES_MAX)),
  favourites: z.array(idSchema).check(z.maxLength(FAVOURITES_MAX)),
  cursor: z.string().check(z.maxLength(500)),
  done: z.boolean(),
  serverTime: millisecondsSchema,
});
export type CataloguePage = z.infer<typeof cataloguePageSchema>;

export const rosterPageSchema = z.object({
  stream: z.literal('roster'),
  roster: signedRosterSchema,
  serverTime: millisecondsSchema,
});

export const pullAnswerSchema = z.discriminatedUnion('stream', [cataloguePageSchema, rosterPageSchema]);
export type PullAnswer = z.infer<typeof pullAnswerSchema>;
