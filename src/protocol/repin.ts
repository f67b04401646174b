/**
 * POST /api/v1/repin: the server's root is another one than the till pinned, so the till believes nothing it says. A manager's
 * code from the office lets the till pin the new root; it keeps its journal and its key. JSON both ways; the answer is sealed
 * with an empty till name, by a key that the new root vouches for.
 */
import * as z from 'zod/mini';
import { enrolmentCodeSchema } from './enrol.ts';
import { signedRosterSchema } from './roster.ts';
import { base64UrlSchema, idSchema, millisecondsSchema } from './scalars.ts';
import { onlineKeyCertificateSchema, tillCertificateSchema } from './seal.ts';

export const repinRequestSchema = z.object({ code: enrolmentCodeSchema, requestNonce: base64UrlSchema });

export const repinAnswerSchema = z.object({
  till: idSchema,
  /** Root public key, SPKI: pinned from now on. */
  root: base64UrlSchema,
  onlineKey: onlineKeyCertificateSchema,
  /** Anew, of the till's own key, because nobody can check the old one any more. */
  certificate: tillCertificateSchema,
  /** The one held was signed under the old root. */
  roster: signedRosterSchema,
  serverEpoch: idSchema,
  serverTime: millisecondsSchema,
});
export type RepinAnswer = z.infer<typeof repinAnswerSchema>;
