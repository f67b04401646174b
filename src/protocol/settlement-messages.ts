/** What the office says about flags: how they look, and what a person decided. */
import * as z from 'zod/mini';
import { DECISIONS, FLAG_CAUSES, FLAG_KINDS } from '../domain/settlement.ts';
import {
  countSchema,
  daySchema,
  factNumberSchema,
  idSchema,
  millisecondsSchema,
  moneySchema,
  nameSchema,
} from './scalars.ts';

/** As many as a day is read with. */
export const FLAGS_AT_ONCE_MAX = 500;
export const WHY_LENGTH_MAX = 300;
const EVIDENCE_LENGTH_MAX = 500;

export const flagKindSchema = z.enum(FLAG_KINDS);
export const flagCauseSchema = z.enum(FLAG_CAUSES);
export const decisionSchema = z.enum(DECISIONS);

/** Plain evidence: label and text, ready to show. */
export const evidenceSchema = z.array(
  z.object({ label: nameSchema, text: z.string().check(z.maxLength(EVIDENCE_LENGTH_MAX)) }),
);

export const flagSchema = z.object({
  id: idSchema,
  kind: flagKindSchema,
  group: flagCauseSchema,
  /** Flags of one kind and subject are one question; empty where each stands alone. */
  subject: z.string(),
  till: idSchema,
  tillName: nameSchema,
  receipt: z.nullable(idSchema),
  inc: idSchema,
  no: factNumberSchema,
  at: millisecondsSchema,
  value: moneySchema,
  evidence: evidenceSchema,
});
export type Flag = z.infer<typeof flagSchema>;

const whySchema = z.string().check(z.maxLength(WHY_LENGTH_MAX));

/** POST /settle: flags of one kind, of one day, decided by one act. Answers `settledSchema`. */
export const settleRequestSchema = z.object({
  shop: idSchema,
  day: daySchema,
  flags: z.array(idSchema).check(z.minLength(1), z.maxLength(FLAGS_AT_ONCE_MAX)),
  decision: decisionSchema,
  why: whySchema,
});
export type SettleRequest = z.infer<typeof settleRequestSchema>;
export const settledSchema = z.object({ settlement: idSchema });

/** POST /settlements/:settlement/take-back */
export const takeBackRequestSchema = z.object({ why: whySchema });

/** A settlement that stands. */
export const settlementSchema = z.object({
  id: idSchema,
  kind: flagKindSchema,
  decision: decisionSchema,
  why: z.string(),
  byName: nameSchema,
  at: millisecondsSchema,
  count: countSchema,
  value: moneySchema,
  /** Of the first of its flags, as it was seen. */
  evidence: evidenceSchema,
});
export type Settlement = z.infer<typeof settlementSchema>;
