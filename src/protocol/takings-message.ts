/** The figures of a day, of a till, or of what came late. */
import * as z from 'zod/mini';
import { basisPointsSchema, moneySchema, quantitySchema } from './scalars.ts';

export const takingsSchema = z.object({
  sales: z.int(),
  refunds: z.int(),
  lines: z.int(),
  units: quantitySchema,
  net: moneySchema,
  tax: moneySchema,
  gross: moneySchema,
  cash: moneySchema,
  card: moneySchema,
  byRate: z.array(
    z.object({ rate: basisPointsSchema, net: moneySchema, tax: moneySchema, gross: moneySchema }),
  ),
});
export type Takings = z.infer<typeof takingsSchema>;

/** What a signature stands under. */
export const dayFiguresSchema = z.object({
  takings: takingsSchema,
  /** All that arrived, counted in the takings or not. */
  received: z.object({ receipts: z.int(), gross: moneySchema }),
  drawers: z.object({ counted: z.int(), all: z.int(), difference: moneySchema }),
});
export type DayFigures = z.infer<typeof dayFiguresSchema>;
