/** Schemas of a receipted sale or refund, as facts carry it. */
import * as z from 'zod/mini';
import type { ReceiptBody } from '../domain/fact-body.ts';
import type { LineOrigin, PricedLine, RateTotal, SaleTotals, Tender } from '../domain/sale.ts';
import { SALE_LINES_MAX } from '../domain/sale-limits.ts';
import {
  basisPointsSchema,
  countSchema,
  idSchema,
  moneySchema,
  nameSchema,
  quantitySchema,
} from './scalars.ts';

const originSchema = z.discriminatedUnion('is', [
  z.object({ is: z.literal('sold') }),
  z.object({ is: z.literal('returned'), sale: idSchema, receipt: idSchema, line: countSchema }),
  z.object({ is: z.literal('returnedWithoutReceipt'), reason: nameSchema }),
]) satisfies z.ZodMiniType<LineOrigin>;

export const pricedLineSchema = z.object({
  line: countSchema,
  product: idSchema,
  sku: idSchema,
  name: nameSchema,
  unit: z.enum(['each', 'kg']),
  quantity: quantitySchema,
  unitPrice: moneySchema,
  priceFrom: z.enum(['catalogue', 'typed', 'barcode']),
  catalogueVersion: countSchema,
  taxClass: idSchema,
  taxRate: basisPointsSchema,
  net: moneySchema,
  tax: moneySchema,
  gross: moneySchema,
  origin: originSchema,
}) satisfies z.ZodMiniType<PricedLine>;

export const rateTotalSchema = z.object({
  rate: basisPointsSchema,
  net: moneySchema,
  tax: moneySchema,
  gross: moneySchema,
}) satisfies z.ZodMiniType<RateTotal>;

const totalsSchema = z.object({
  net: moneySchema,
  tax: moneySchema,
  gross: moneySchema,
  byRate: z.array(rateTotalSchema),
}) satisfies z.ZodMiniType<SaleTotals>;

const tenderSchema = z.discriminatedUnion('is', [
  z.object({ is: z.literal('cash'), amount: moneySchema, handed: moneySchema, change: moneySchema }),
  z.object({ is: z.literal('card'), amount: moneySchema }),
]) satisfies z.ZodMiniType<Tender>;

export const receiptBodySchema = z.object({
  sale: idSchema,
  shift: idSchema,
  receipt: idSchema,
  place: z.enum(['takeAway', 'eatIn']),
  lines: z.array(pricedLineSchema).check(z.maxLength(SALE_LINES_MAX)),
  totals: totalsSchema,
  cashRounding: moneySchema,
  tenders: z.array(tenderSchema).check(z.maxLength(20)),
}) satisfies z.ZodMiniType<ReceiptBody>;
