/**
 * POST /api/v1/hole: a till cannot supply facts `from` to `to` that the ledger lacks, and says why; the ledger records it, a
 * person is told, and everything after it flows. The body is one line, packed as a push's; the answer is a push's too, with
 * the hole's end as head.
 *
 *     held 1 ─ 2    hole 3 … 7    fact 8, whose `prev` is `after`
 */
import * as z from 'zod/mini';
import { HOLE_HASHES_MAX } from './limits.ts';
import { reportSchema } from './push.ts';
import { factNumberSchema, hashSchema, idSchema } from './scalars.ts';
import { PROTOCOL_VERSION } from './version.ts';

export const holeSchema = z.object({
  /** Holes are known since version 2. */
  protocol: z.literal(PROTOCOL_VERSION),
  till: idSchema,
  inc: idSchema,
  /** The first number missing, from 1. */
  from: factNumberSchema,
  /** The last one. */
  to: factNumberSchema,
  /** Hash of fact `to`, as the next fact's `prev` states it. */
  after: hashSchema,
  /** Of `from`, `from + 1` …, where the till kept them: a fact that turns up later can be checked. */
  hashes: z.optional(z.array(hashSchema).check(z.maxLength(HOLE_HASHES_MAX))),
  why: z.enum(['pruned', 'lost', 'tooLarge']),
  report: reportSchema,
});
export type Hole = z.infer<typeof holeSchema>;
