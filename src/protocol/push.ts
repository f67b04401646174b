/**
 * POST /api/v1/push: facts go up. The body is gzip NDJSON: one header line, then each fact as its stored bytes.
 * The head probe (POST /api/v1/head) sends the header line alone, with no facts and an empty signature.
 */
import * as z from 'zod/mini';
import type { TillReadiness } from '../domain/readiness.ts';
import { SERIES_TOLD_MAX } from './limits.ts';
import { PROTOCOLS_SPOKEN } from './version.ts';
import {
  base64UrlSchema,
  countSchema,
  factNumberSchema,
  hashSchema,
  idSchema,
  millisecondsSchema,
  moneySchema,
} from './scalars.ts';

export const tillReadinessSchema = z.object({
  installed: z.boolean(),
  persistent: z.boolean(),
  room: z.nullable(z.object({ used: countSchema, quota: countSchema })),
  leaseUntil: millisecondsSchema,
  people: z.object({ all: countSchema, able: countSchema }),
  catalogue: z.object({ version: z.nullable(countSchema), currentAt: z.nullable(millisecondsSchema) }),
  clock: z.object({ offsetMs: millisecondsSchema, isInDoubt: z.boolean() }),
  journal: z.enum(['sound', 'full', 'cannotSave', 'fault']),
  copies: z.enum(['equal', 'one', 'unwritten']),
  isKeyUsable: z.boolean(),
  update: z.enum(['none', 'waits', 'wentBack']),
  scannedAt: z.nullable(millisecondsSchema),
  wakeLock: z.enum(['held', 'notNeeded', 'refused', 'absent']),
}) satisfies z.ZodMiniType<TillReadiness>;

export const readinessSchema = z.object({
  persistent: z.boolean(),
  installed: z.boolean(),
  rosterVersion: countSchema,
  catalogueVersion: countSchema,
  /** Since version 2. Whatever a newer till says here that cannot be read is nothing said: it must not stop a push. */
  details: z.catch(z.optional(tillReadinessSchema), undefined),
});

export const reportSchema = z.object({
  head: factNumberSchema,
  lastReceipt: z.nullable(idSchema),
  waitingFacts: countSchema,
  waitingSales: countSchema,
  waitingValue: moneySchema,
  readiness: readinessSchema,
  app: idSchema,
});
export type TillReport = z.infer<typeof reportSchema>;

export const pushHeaderSchema = z.object({
  protocol: z.literal(PROTOCOLS_SPOKEN),
  till: idSchema,
  inc: idSchema,
  /** Number of the first fact below; the next number on a probe. */
  from: factNumberSchema,
  /** Hash of fact `from - 1`, or NO_FACT_HASH. */
  prevHash: hashSchema,
  /** P-256 by the till's key over the ASCII hex hash of the batch's last fact; empty on a probe. */
  sig: base64UrlSchema,
  report: reportSchema,
});
export type PushHeader = z.infer<typeof pushHeaderSchema>;

export const headSchema = z.object({ no: factNumberSchema, hash: hashSchema });

/** Always sealed. */
export const pushAnswerSchema = z.object({
  /** The highest version the server speaks; absent before version 2. */
  protocol: z.optional(countSchema),
  serverEpoch: idSchema,
  /** The highest fact of the chain just offered that the ledger holds; number 0 when none. */
  head: headSchema,
  forkedAt: z.nullable(factNumberSchema),
  /** With a fork: every receipt series of this till that the ledger knows, for the till itself may have forgotten one. */
  seriesTaken: z.optional(z.array(idSchema).check(z.maxLength(SERIES_TOLD_MAX))),
  /** The number the ledger needs next, when the batch began past a gap. */
  expected: z.nullable(factNumberSchema),
  quarantined: z.array(factNumberSchema),
  safe: z.object({ inc: idSchema, no: factNumberSchema }),
  rosterVersion: countSchema,
  catalogueVersion: countSchema,
  revocation: z.object({ number: countSchema, revoked: z.boolean() }),
  serverTime: millisecondsSchema,
  retryAfterMs: z.nullable(millisecondsSchema),
});
export type PushAnswer = z.infer<typeof pushAnswerSchema>;
