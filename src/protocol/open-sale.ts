/** Schemas of a sale that is not completed: as it is parked, so that any till of the shop can take it up. */
import * as z from 'zod/mini';
import type { AgeRefused, SaleParked, SaleRecalled, SaleVoided } from '../domain/fact-body.ts';
import type { AsSold, OpenLine, OpenSale } from '../domain/sale.ts';
import { SALE_LINES_MAX } from '../domain/sale-limits.ts';
import { productTaxSchema } from './pull.ts';
import { ageCheckSchema, discountSchema, goodsOfLine, noteSchema, originSchema } from './receipt-body.ts';
import {
  basisPointsSchema,
  countSchema,
  daySchema,
  idSchema,
  moneySchema,
  nameSchema,
  quantitySchema,
} from './scalars.ts';

const asSoldSchema = z.object({
  is: z.literal('asSold'),
  class: idSchema,
  rate: basisPointsSchema,
  day: daySchema,
  quantity: quantitySchema,
  net: moneySchema,
  tax: moneySchema,
  gross: moneySchema,
  alreadyReturned: quantitySchema,
}) satisfies z.ZodMiniType<AsSold>;

const openLineSchema = z.object({
  ...goodsOfLine,
  tax: productTaxSchema,
  minimumAge: z.exactOptional(countSchema),
  discount: z.exactOptional(discountSchema),
  note: z.exactOptional(noteSchema),
  rate: z.discriminatedUnion('is', [z.object({ is: z.literal('ofTheDay') }), asSoldSchema]),
  origin: originSchema,
}) satisfies z.ZodMiniType<OpenLine>;

export const openSaleSchema = z.object({
  sale: idSchema,
  revision: countSchema,
  place: z.enum(['takeAway', 'eatIn']),
  discount: z.exactOptional(discountSchema),
  ageCheck: z.exactOptional(ageCheckSchema),
  lines: z.array(openLineSchema).check(z.maxLength(SALE_LINES_MAX)),
  nextLine: countSchema,
}) satisfies z.ZodMiniType<OpenSale>;

export const saleParkedSchema = z.object({
  name: nameSchema,
  gross: moneySchema,
  open: openSaleSchema,
}) satisfies z.ZodMiniType<SaleParked>;

export const saleRecalledSchema = z.object({
  sale: idSchema,
  till: idSchema,
}) satisfies z.ZodMiniType<SaleRecalled>;

export const saleVoidedSchema = z.object({
  sale: idSchema,
  why: z.enum(['emptied', 'parkedAway']),
  lines: countSchema,
  gross: moneySchema,
}) satisfies z.ZodMiniType<SaleVoided>;

export const ageRefusedSchema = z.object({
  sale: idSchema,
  age: countSchema,
  products: z.array(idSchema).check(z.maxLength(SALE_LINES_MAX)),
}) satisfies z.ZodMiniType<AgeRefused>;
