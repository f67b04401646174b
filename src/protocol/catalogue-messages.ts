/** What the office asks and changes of the catalogue, under /api/v1/people/catalogue; JSON both ways. */
import * as z from 'zod/mini';
import type { Product } from '../domain/catalogue.ts';
import { CATEGORIES_MAX, FAVOURITES_MAX, TAX_RATES_MAX } from './limits.ts';
import { categorySchema, productSchema } from './pull.ts';
import { taxRateSchema } from './roster.ts';
import { countSchema, hashSchema, idSchema, nameSchema } from './scalars.ts';

/** GET /catalogue/tiles: what the till offers to tap. */
export const tilesSchema = z.object({
  /** In the order of the tiles. */
  favourites: z.array(productSchema),
  /** In the order of the till's row of categories. */
  categories: z.array(z.object({ category: categorySchema, products: countSchema })),
  /** Names exactly this arrangement; a change says which one it was made to. */
  seen: hashSchema,
});
export type Tiles = z.infer<typeof tilesSchema>;

/** POST /catalogue/tiles: the whole arrangement anew; the answer is the one that now holds. */
export const arrangeTilesSchema = z.object({
  favourites: z.array(idSchema).check(z.maxLength(FAVOURITES_MAX)),
  /** In order: their ranks follow from it. */
  categories: z
    .array(z.pick(categorySchema, { id: true, name: true, colour: true }))
    .check(z.minLength(1), z.maxLength(CATEGORIES_MAX)),
  seen: hashSchema,
});
export type ArrangeTiles = z.infer<typeof arrangeTilesSchema>;

/** GET /catalogue/products?search=…&category=…&after=…: by name, page by page. */
export const productsPageSchema = z.object({
  rows: z.array(productSchema),
  /** Where the list goes on; null at its end. */
  after: z.nullable(z.string()),
  total: countSchema,
});
export type ProductsPage = z.infer<typeof productsPageSchema>;

/** GET /catalogue/tax-classes: what a product's tax may be, with its dated rates. */
export const taxClassesSchema = z.object({
  classes: z.array(z.object({ id: idSchema, rates: z.array(taxRateSchema) })),
});
export type TaxClass = z.infer<typeof taxClassesSchema>['classes'][number];

/** POST /catalogue/tax-classes: one class's rates in the place of those it was read with; no rates before is a new class, none after takes it away. */
export const changeTaxClassSchema = z.object({
  id: idSchema,
  before: z.array(taxRateSchema).check(z.maxLength(TAX_RATES_MAX)),
  after: z.array(taxRateSchema).check(z.maxLength(TAX_RATES_MAX)),
});
export type ChangeTaxClass = z.infer<typeof changeTaxClassSchema>;

/**
 * POST /catalogue/products: null before is a new one, null after retires it. `before` is the product as it was read: what somebody
 * else changed meanwhile is not written over unseen.
 */
export interface ChangeProduct {
  readonly before: Product | null;
  readonly after: Product | null;
}
export const changeProductSchema: z.ZodMiniType<ChangeProduct> = z.object({
  before: z.nullable(productSchema),
  after: z.nullable(productSchema),
});

export interface ProductChanged {
  readonly product: Product | null;
  /** Others that are found by one of its codes too: the till asks which. */
  readonly sharing: readonly { readonly name: string; readonly code: string }[];
}
export const productChangedSchema: z.ZodMiniType<ProductChanged> = z.object({
  product: z.nullable(productSchema),
  sharing: z.array(z.object({ name: nameSchema, code: idSchema })),
});
