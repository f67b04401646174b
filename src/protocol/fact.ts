/**
 * The fact's envelope. Canonical bytes (RFC 8785) of exactly this object are hashed, signed and kept as made.
 * The envelope is all that appending reads; what `body` says is read later, so no body can fail a push.
 */
import * as z from 'zod/mini';
import { FACT_VERSION } from './version.ts';
import {
  countSchema,
  daySchema,
  factNumberSchema,
  hashSchema,
  idSchema,
  millisecondsSchema,
} from './scalars.ts';

/** The `prev` of the first fact of an incarnation. */
export const NO_FACT_HASH = '0'.repeat(64);

const linkSchema = z.enum(['up', 'down', 'unknown']);

export const factSchema = z.object({
  v: z.literal(FACT_VERSION),
  business: idSchema,
  shop: idSchema,
  till: idSchema,
  inc: idSchema,
  no: factNumberSchema,
  id: idSchema,
  prev: hashSchema,
  kind: idSchema,
  schema: countSchema,
  /** Trading day; of the open shift, or of the clock where none is open. */
  day: daySchema,
  at: z.object({ wall: millisecondsSchema, mono: millisecondsSchema, anchored: millisecondsSchema }),
  by: z.object({
    /** Staff id, or "till" for what the till does by itself. */
    staff: idSchema,
    how: z.enum(['pin', 'till']),
    roster: countSchema,
    approval: z.nullable(z.object({ approver: idSchema, digest: hashSchema })),
  }),
  app: idSchema,
  link: z.object({ signIn: linkSchema, sending: linkSchema }),
  body: z.unknown(),
});

export type Fact = z.infer<typeof factSchema>;
export type LinkState = z.infer<typeof linkSchema>;
