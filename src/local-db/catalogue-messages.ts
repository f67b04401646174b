/** What a screen's thread and the worker that holds the products say to each other. */
import * as z from 'zod/mini';
import type { CatalogueHead, CatalogueOverlay } from './catalogue-db.ts';
import type { PackedProducts } from './packed-products.ts';

export const catalogueRequestSchema = z.discriminatedUnion('is', [
  /** `holds` is the generation of base pages the asker has. */
  z.object({ is: z.literal('load'), id: z.int(), database: z.string(), holds: z.nullable(z.int()) }),
  z.object({ is: z.literal('search'), id: z.int(), text: z.string(), limit: z.int() }),
]);
export type CatalogueRequest = z.infer<typeof catalogueRequestSchema>;

/** Products come from our own database through our own worker: their shape is the compiler's. */
export const catalogueAnswerSchema = z.discriminatedUnion('is', [
  z.object({
    is: z.literal('loaded'),
    id: z.int(),
    head: z.custom<CatalogueHead>(),
    base: z.custom<PackedProducts | null>(),
    overlay: z.custom<readonly CatalogueOverlay[]>(),
  }),
  z.object({ is: z.literal('empty'), id: z.int() }),
  /** Ids of products, the nearest first, and how many there are in all. */
  z.object({ is: z.literal('found'), id: z.int(), ids: z.array(z.string()), found: z.int() }),
  z.object({ is: z.literal('failed'), id: z.int(), why: z.string() }),
]);
export type CatalogueAnswer = z.infer<typeof catalogueAnswerSchema>;
