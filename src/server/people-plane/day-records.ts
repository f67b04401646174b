/** What a day is reconciled from: rows of the projections, as they were parsed. */
import * as z from 'zod/mini';
import type { ShopPolicy } from '../../domain/shop-policy.ts';
import { reportSchema } from '../../protocol/push.ts';
import { rateTotalSchema } from '../../protocol/receipt-body.ts';
import {
  countSchema,
  daySchema,
  millisecondsSchema,
  moneySchema,
  quantitySchema,
} from '../../protocol/scalars.ts';
import type { Flag, Settlement } from '../../protocol/settlement-messages.ts';
import type { Signature } from '../../protocol/sign-off-messages.ts';
import { cashMovedSchema, sharedDrawerSchema, shiftTotalsSchema } from '../../protocol/shift-body.ts';
import type { CardRecords } from './card-records.ts';

const textSchema = z.string();
const receiptKindSchema = z.enum(['saleCompleted', 'refundGiven']);

/** Where a receipt stands among the numbers people see and among the facts of its journal. */
export const placeSchema = z.object({
  till: textSchema,
  series: textSchema,
  number: countSchema,
  inc: textSchema,
  no: countSchema,
});
export type ReceiptPlace = z.infer<typeof placeSchema>;

export const receiptRecordSchema = z.extend(placeSchema, {
  /** Its place in the order of arrival at its till. */
  seq: countSchema,
  kind: receiptKindSchema,
  receipt: textSchema,
  shift: textSchema,
  at: millisecondsSchema,
  receivedAt: millisecondsSchema,
  posted: z.boolean(),
  unpostedBecause: z.nullable(textSchema),
  lines: countSchema,
  units: quantitySchema,
  net: moneySchema,
  tax: moneySchema,
  gross: moneySchema,
  cash: moneySchema,
  card: moneySchema,
  cashRounding: moneySchema,
  /** The same for receipts of the same lines; null where there are too few of them to tell. */
  alike: z.nullable(textSchema),
  byRate: z.array(rateTotalSchema),
});
export type ReceiptRecord = z.infer<typeof receiptRecordSchema>;

export const shiftRecordSchema = z.object({
  till: textSchema,
  shift: textSchema,
  day: daySchema,
  drawer: textSchema,
  /** Null where it bears no name here. */
  drawerName: z.nullable(textSchema),
  shared: z.nullable(sharedDrawerSchema),
  countedAt: z.nullable(textSchema),
  handOvers: z.array(
    z.object({ to: textSchema, counted: z.nullable(moneySchema), expectedCash: moneySchema }),
  ),
  float: moneySchema,
  openedAt: millisecondsSchema,
  openedByName: textSchema,
  closedAt: z.nullable(millisecondsSchema),
  /** The fact that closed it. */
  closedInc: z.nullable(textSchema),
  closedNo: z.nullable(countSchema),
  moves: z.array(cashMovedSchema),
  totals: z.nullable(shiftTotalsSchema),
  expectedCash: z.nullable(moneySchema),
  countedCash: z.nullable(moneySchema),
  difference: z.nullable(moneySchema),
  keptFloat: z.nullable(moneySchema),
  banked: z.nullable(moneySchema),
});
export type ShiftRecord = z.infer<typeof shiftRecordSchema>;

export const tillRecordSchema = z.object({
  till: textSchema,
  name: textSchema,
  isEnrolled: z.boolean(),
  revoked: z.boolean(),
  lastHeardAt: z.nullable(millisecondsSchema),
  report: z.nullable(reportSchema),
  /** The day of its shift that is open, as far as is known here. */
  openDay: z.nullable(daySchema),
});
export type TillRecord = z.infer<typeof tillRecordSchema>;

/** A fact that arrived and cannot be read. */
export const unreadableSchema = z.object({ till: textSchema, inc: textSchema, no: countSchema });
export type Unreadable = z.infer<typeof unreadableSchema>;

export const outageNoteSchema = z.object({
  till: textSchema,
  capability: z.enum(['signIn', 'sending', 'catalogue']),
  since: millisecondsSchema,
  endedAt: z.nullable(millisecondsSchema),
});
export type OutageNote = z.infer<typeof outageNoteSchema>;

export const drillNoteSchema = z.object({
  drill: textSchema,
  till: textSchema,
  tillName: textSchema,
  what: z.enum(['signIn', 'sending', 'everything']),
  startedBy: textSchema,
  startedAt: millisecondsSchema,
  endedAt: z.nullable(millisecondsSchema),
  ended: z.nullable(z.enum(['byItself', 'early'])),
});
export type DrillNote = z.infer<typeof drillNoteSchema>;

export interface DayRecords {
  readonly policy: ShopPolicy;
  readonly tills: readonly TillRecord[];
  readonly receipts: readonly ReceiptRecord[];
  readonly shifts: readonly ShiftRecord[];
  /** Of each till and series of the day, the receipt just before the day's first. */
  readonly before: readonly ReceiptPlace[];
  /** Of each till, the last receipt of the series it last reported. */
  readonly last: readonly (ReceiptPlace & { readonly day: string })[];
  /** Of each till, what has come since it made its last report, out of what that report calls waiting. */
  readonly sinceReport: readonly SinceReport[];
  readonly unreadable: readonly Unreadable[];
  readonly outageNotes: readonly OutageNote[];
  /** Those not settled. */
  readonly flags: readonly Flag[];
  /** Ids of the day's reckoned questions that are settled. */
  readonly settledQuestions: readonly string[];
  /** Those that stand, the latest first. */
  readonly settlements: readonly Settlement[];
  /** In the order they were given. */
  readonly signatures: readonly Signature[];
  readonly drillNotes: readonly DrillNote[];
  /** Null where no file of the acquirer says anything about the day. */
  readonly cards: CardRecords | null;
}

export const sinceReportSchema = z.object({ till: textSchema, sales: countSchema, value: moneySchema });
export type SinceReport = z.infer<typeof sinceReportSchema>;
