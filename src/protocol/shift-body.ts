/** Schemas of what happens to a shift and its drawer. */
import * as z from 'zod/mini';
import type {
  CashCounted,
  CashMoved,
  DrawerHandedOver,
  PaymentCorrected,
  ShiftClosed,
  ShiftOpened,
} from '../domain/fact-body.ts';
import type { SharedDrawer } from '../domain/shared-drawer.ts';
import { BAG_NUMBER_LENGTH_MAX } from '../domain/close-shift.ts';
import type { ClerkTotal, ShiftTotals } from '../domain/shift.ts';
import { DRAWER_TILLS_MAX } from './limits.ts';
import { rateTotalSchema, tenderSchema, TENDERS_MAX } from './receipt-body.ts';
import { countSchema, daySchema, idSchema, moneySchema, nameSchema } from './scalars.ts';

const clerkTotalSchema = z.object({
  staff: idSchema,
  sales: countSchema,
  refunds: countSchema,
  gross: moneySchema,
  discounts: moneySchema,
}) satisfies z.ZodMiniType<ClerkTotal>;

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
  byClerk: z.exactOptional(z.readonly(z.array(clerkTotalSchema))),
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

const othersSchema = z.array(idSchema).check(z.maxLength(DRAWER_TILLS_MAX));

export const sharedDrawerSchema = z.discriminatedUnion('is', [
  z.object({ is: z.literal('countedHere'), others: othersSchema }),
  z.object({ is: z.literal('countedAt'), till: idSchema, others: othersSchema }),
]) satisfies z.ZodMiniType<SharedDrawer>;

export const shiftOpenedSchema = z.object({
  shift: idSchema,
  day: daySchema,
  drawer: idSchema,
  float: moneySchema,
  shared: z.exactOptional(sharedDrawerSchema),
}) satisfies z.ZodMiniType<ShiftOpened>;

export const cashCountedSchema = z.object({
  shift: idSchema,
  attempt: countSchema,
  denominations: z.array(z.object({ value: moneySchema, count: countSchema })),
  counted: moneySchema,
}) satisfies z.ZodMiniType<CashCounted>;

export const drawerHandedOverSchema = z.object({
  handOver: idSchema,
  shift: idSchema,
  from: idSchema,
  to: idSchema,
  expectedCash: moneySchema,
  count: z.exactOptional(z.pick(cashCountedSchema, { denominations: true, counted: true })),
}) satisfies z.ZodMiniType<DrawerHandedOver>;

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
  countedAt: z.exactOptional(idSchema),
  unsent: z.exactOptional(z.object({ sales: countSchema, value: moneySchema })),
}) satisfies z.ZodMiniType<ShiftClosed>;
