/**
 * The lines of an exported journal, besides the facts' own (see journal/journal-line.ts):
 *
 *     header ─ (facts of a stretch ─ signed)… of each run ─ end
 *
 * A stretch is signed like a push, so each is proved by itself: what is good before a damaged place stays usable.
 */
import * as z from 'zod/mini';
import { FACT_BYTES_MAX } from './limits.ts';
import {
  base64UrlSchema,
  countSchema,
  factNumberSchema,
  hashSchema,
  idSchema,
  millisecondsSchema,
  nameSchema,
} from './scalars.ts';
import { tillCertificateSchema } from './seal.ts';

/** A stretch is full with this many facts … */
export const STRETCH_FACTS_MAX = 100;
/** … or as soon as its bytes reach this; with one fact more it still fits a request. */
export const STRETCH_BYTES_FULL = 256 * 1024;
/** Runs of one export; a till that began a new incarnation every day for two years has fewer. */
export const EXPORT_RUNS_MAX = 1_000;
/** Longest line: a fact with its hash, or a header with all its runs. */
export const EXPORT_LINE_LENGTH_MAX = 2 * FACT_BYTES_MAX;

/** An unbroken run of one incarnation. Where a till no longer has a fact in the middle, the incarnation has two runs. */
export const exportRunSchema = z.object({
  inc: idSchema,
  series: idSchema,
  /** Number of the run's first fact. */
  from: factNumberSchema,
  /** Hash of fact `from - 1`, or NO_FACT_HASH. */
  prevHash: hashSchema,
  head: z.object({ no: factNumberSchema, hash: hashSchema }),
  /** By the till's key over the head's hash, as in a push. */
  sig: base64UrlSchema,
});
export type ExportRun = z.infer<typeof exportRunSchema>;

export const exportHeaderSchema = z.object({
  evertill: z.literal('journal-export'),
  v: z.literal(1),
  till: idSchema,
  tillName: nameSchema,
  business: idSchema,
  shop: idSchema,
  certificate: tillCertificateSchema,
  /** The root that the till pinned, SPKI base64url. It proves nothing by itself: compare it with head office's own. */
  root: base64UrlSchema,
  madeAt: millisecondsSchema,
  /** Version of the app that made the file. */
  app: idSchema,
  branches: z.array(exportRunSchema).check(z.maxLength(EXPORT_RUNS_MAX)),
  /** By the till's key over the RFC 8785 bytes of this header without `sig`. */
  sig: base64UrlSchema,
});
export type ExportHeader = z.infer<typeof exportHeaderSchema>;

/** Closes a stretch: by the till's key over the hash of its last fact. */
export const signedLineSchema = z.object({
  signed: z.object({ no: factNumberSchema, hash: hashSchema, sig: base64UrlSchema }),
});
export type SignedLine = z.infer<typeof signedLineSchema>;

export const endLineSchema = z.object({ end: z.object({ facts: countSchema }) });

/** Whether the stretch ends with the fact just added. */
export function isStretchFull(facts: number, bytes: number): boolean {
  return facts >= STRETCH_FACTS_MAX || bytes >= STRETCH_BYTES_FULL;
}

/**
 * POST /api/v1/import takes one stretch of an exported file: the file's first line, the stretch's facts, its signature. It asks for
 * no proof of who brings it: till, key and facts are proved by what is in it. The answer is not sealed, because no till reads it.
 */
export const importAnswerSchema = z.object({
  /** Facts that were not held before. */
  appended: countSchema,
  /** Up to which the ledger now holds the chain of the stretch. */
  head: z.object({ no: factNumberSchema, hash: hashSchema }),
  /** What the ledger needs first, when the stretch begins past it: then nothing of it was taken. */
  expected: z.nullable(factNumberSchema),
});
export type ImportAnswer = z.infer<typeof importAnswerSchema>;
