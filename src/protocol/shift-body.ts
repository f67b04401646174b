/** Schemas of what happens to a shift and its drawer. */
import * as z from 'zod/mini';
import type {
  CashCounted,
  CashMoved,
  PaymentCorrected,
  ShiftClosed,
  ShiftOpened,
} from '../domain/fact-body.ts';
import { BAG_NUMBER_LENGTH_MAX } from '../domain/close-shift.ts';
import type { ShiftTotals } from '../domain/shift.ts';
import { rateTotalSchema, tenderSchema, TENDERS_MAX } from './receipt-body.ts';
import { countSchema, daySchema, idSchema, moneySchema, nameSchema } from './scalars.ts';

export const shiftTotalsSchema = z.object({
  sales: countSchema,
  refunds: countSchema,
  net: moneySchema,
  tax: moneySchema,
  gross: moneySchema,
  byRate: z.array(rateTotalSchema),
  cash: moneySchema,
  card: moneySchema,
  cashRounding: moneySchema,
  cashMoves: z.exactOptional(z.object({ in: moneySchema, out: moneySchema, drop: moneySchema })),
  corrections: z.exactOptional(countSchema),
  discounts: z.exactOptional(moneySchema),
}) satisfies z.ZodMiniType<ShiftTotals>;

export const cashMovedSchema = z.object({
  move: idSchema,
  shift: idSchema,
  is: z.enum(['in', 'out', 'drop']),
  amount: moneySchema,
  reason: nameSchema,
}) satisfies z.ZodMiniType<CashMoved>;

const paymentSchema = z.object({
  tenders: z.array(tenderSchema).check(z.maxLength(TENDERS_MAX)),
  cashRounding: moneySchema,
});

export const paymentCorrectedSchema = z.object({
  sale: idSchema,
  receipt: idSchema,
  shift: idSchema,
  from: paymentSchema,
  to: paymentSchema,
}) satisfies z.ZodMiniType<PaymentCorrected>;

export const shiftOpenedSchema = z.object({
  shift: idSchema,
  day: daySchema,
  drawer: idSchema,
  float: moneySchema,
}) satisfies z.ZodMiniType<ShiftOpened>;

export const cashCountedSchema = z.object({
  shift: idSchema,
  attempt: countSchema,
  denominations: z.array(z.object({ value: moneySchema, count: countSchema })),
  counted: moneySchema,
}) satisfies z.ZodMiniType<CashCounted>;

const bagNumberSchema = z.string().check(z.minLength(1), z.maxLength(BAG_NUMBER_LENGTH_MAX));

export const shiftClosedSchema = z.object({
  shift: idSchema,
  totals: shiftTotalsSchema,
  expectedCash: moneySchema,
  countedCash: moneySchema,
  difference: moneySchema,
  keptFloat: moneySchema,
  banked: moneySchema,
  cardTerminal: z.exactOptional(moneySchema),
  cardDifference: z.exactOptional(moneySchema),
  bag: z.exactOptional(bagNumberSchema),
}) satisfies z.ZodMiniType<ShiftClosed>;
