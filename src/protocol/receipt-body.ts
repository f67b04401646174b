/** Schemas of a receipted sale or refund, as facts carry it. */
import * as z from 'zod/mini';
import type { Discount } from '../domain/discount.ts';
import type { ReceiptBody } from '../domain/fact-body.ts';
import type {
  AgeCheck,
  LineDiscount,
  LineOrigin,
  PricedLine,
  RateTotal,
  SaleTotals,
  Tender,
} from '../domain/sale.ts';
import { NOTE_LENGTH_MAX, SALE_LINES_MAX } from '../domain/sale-limits.ts';
import {
  basisPointsSchema,
  countSchema,
  idSchema,
  moneySchema,
  nameSchema,
  quantitySchema,
} from './scalars.ts';

export const originSchema = z.discriminatedUnion('is', [
  z.object({ is: z.literal('sold') }),
  z.object({ is: z.literal('returned'), sale: idSchema, receipt: idSchema, line: countSchema }),
  z.object({ is: z.literal('returnedWithoutReceipt'), reason: nameSchema }),
]) satisfies z.ZodMiniType<LineOrigin>;

const percent = { is: z.literal('percent'), points: basisPointsSchema, reason: nameSchema };
const amountOff = { is: z.literal('amount'), amount: moneySchema, reason: nameSchema };
const staff = { is: z.literal('staff'), points: basisPointsSchema };

export const discountSchema = z.discriminatedUnion('is', [
  z.object(percent),
  z.object(amountOff),
  z.object(staff),
]) satisfies z.ZodMiniType<Discount>;

const lineDiscountSchema = z.discriminatedUnion('is', [
  z.object({ ...percent, taken: moneySchema }),
  z.object({ ...amountOff, taken: moneySchema }),
  z.object({ ...staff, taken: moneySchema }),
]) satisfies z.ZodMiniType<LineDiscount>;

export const ageCheckSchema = z.object({
  age: countSchema,
  how: z.enum(['looksOver', 'checkedId']),
}) satisfies z.ZodMiniType<AgeCheck>;

export const noteSchema = z.string().check(z.minLength(1), z.maxLength(NOTE_LENGTH_MAX));

/** What a line says of its goods and their price, in an open sale and on a receipt. */
export const goodsOfLine = {
  line: countSchema,
  product: idSchema,
  sku: idSchema,
  name: nameSchema,
  unit: z.enum(['each', 'kg']),
  quantity: quantitySchema,
  unitPrice: moneySchema,
  priceFrom: z.enum(['catalogue', 'typed', 'barcode']),
  listPrice: z.exactOptional(moneySchema),
  catalogueVersion: countSchema,
};

export const pricedLineSchema = z.object({
  ...goodsOfLine,
  discount: z.exactOptional(lineDiscountSchema),
  basketDiscount: z.exactOptional(moneySchema),
  note: z.exactOptional(noteSchema),
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

export const tenderSchema = z.discriminatedUnion('is', [
  z.object({ is: z.literal('cash'), amount: moneySchema, handed: moneySchema, change: moneySchema }),
  z.object({ is: z.literal('card'), amount: moneySchema, code: z.exactOptional(idSchema) }),
]) satisfies z.ZodMiniType<Tender>;

/** A payment has at most so many parts. */
export const TENDERS_MAX = 20;

export const receiptBodySchema = z.object({
  sale: idSchema,
  shift: idSchema,
  receipt: idSchema,
  place: z.enum(['takeAway', 'eatIn']),
  discount: z.exactOptional(discountSchema),
  ageCheck: z.exactOptional(ageCheckSchema),
  lines: z.array(pricedLineSchema).check(z.maxLength(SALE_LINES_MAX)),
  totals: totalsSchema,
  cashRounding: moneySchema,
  tenders: z.array(tenderSchema).check(z.maxLength(TENDERS_MAX)),
}) satisfies z.ZodMiniType<ReceiptBody>;
