/** What the office says about signing a day off: what spoke against it, what was signed, what came later. */
import * as z from 'zod/mini';
import {
  countSchema,
  daySchema,
  factNumberSchema,
  hashSchema,
  idSchema,
  millisecondsSchema,
  moneySchema,
  nameSchema,
} from './scalars.ts';
import { WHY_LENGTH_MAX } from './settlement-messages.ts';
import { dayFiguresSchema } from './takings-message.ts';

/**
 * Why it is early to sign: a shift is open, sales are on a tablet, a drawer of several tills waits for one, cannot be compared or does
 * not agree (`tillName` is its name), a question about money is open.
 */
export const openReasonSchema = z.object({
  is: z.enum(['shiftOpen', 'onTablet', 'drawer', 'moneyMissing', 'givenTwice']),
  tillName: z.nullable(nameSchema),
  count: countSchema,
  value: moneySchema,
});
export type OpenReason = z.infer<typeof openReasonSchema>;

/** The last fact of a till that was read when the day was signed. */
export const signedHeadSchema = z.object({
  till: idSchema,
  tillName: nameSchema,
  /** The place of that fact in the order of arrival. */
  seq: countSchema,
  inc: idSchema,
  no: factNumberSchema,
  hash: hashSchema,
  lastReceipt: z.nullable(idSchema),
});
export type SignedHead = z.infer<typeof signedHeadSchema>;

export const signatureSchema = z.object({
  /** 1 is the day, each further one an addendum. */
  number: countSchema,
  at: millisecondsSchema,
  /** Null: the day signed itself off. */
  byName: z.nullable(nameSchema),
  why: z.string(),
  heads: z.array(signedHeadSchema),
  /** The whole day as it stood. */
  figures: dayFiguresSchema,
  open: z.array(openReasonSchema),
});
export type Signature = z.infer<typeof signatureSchema>;

const lateReceiptSchema = z.object({
  till: idSchema,
  tillName: nameSchema,
  inc: idSchema,
  no: factNumberSchema,
  receipt: idSchema,
  at: millisecondsSchema,
  receivedAt: millisecondsSchema,
  gross: moneySchema,
});

/** What the day is more than its last signature. */
export const addendumSchema = z.object({
  figures: dayFiguresSchema,
  /** The latest of them. */
  receipts: z.array(lateReceiptSchema),
});
export type Addendum = z.infer<typeof addendumSchema>;

export const signOffSchema = z.object({
  /** Names exactly what is shown: a signature is taken for this alone. */
  seen: hashSchema,
  /** Whether there is anything to sign. */
  maySign: z.boolean(),
  open: z.array(openReasonSchema),
  /** What a signature now would stand under. */
  figures: dayFiguresSchema,
  /** In the order they were given. */
  signatures: z.array(signatureSchema),
  /** Null: nothing has changed since, or nobody has signed. */
  addendum: z.nullable(addendumSchema),
});
export type SignOff = z.infer<typeof signOffSchema>;

/** POST /sign-off. A reason is needed while something is open. Answers `signedSchema`. */
export const signRequestSchema = z.object({
  shop: idSchema,
  day: daySchema,
  seen: hashSchema,
  why: z.string().check(z.maxLength(WHY_LENGTH_MAX)),
});
export const signedSchema = z.object({ number: countSchema });
