/**
 * How a till proves a request: a DPoP-shaped token (RFC 9449), `payload.signature`, both base64url.
 * The signature is ECDSA P-256 with SHA-256 (raw r||s) by the till's key over the payload's ASCII base64url text.
 */
import * as z from 'zod/mini';
import { base64UrlSchema, hashSchema, idSchema } from './scalars.ts';

export const proofSchema = z.object({
  till: idSchema,
  method: z.enum(['GET', 'POST']),
  /** Path with query, as sent. */
  target: z.string().check(z.maxLength(500)),
  /** Fresh random value; the answer's seal names it, so an old answer is no answer. */
  requestNonce: base64UrlSchema,
  /** The last nonce the server gave, empty before the first answer. */
  serverNonce: base64UrlSchema,
  /** SHA-256 of the body as sent (compressed), or of nothing. */
  bodyDigest: hashSchema,
});

export type Proof = z.infer<typeof proofSchema>;
