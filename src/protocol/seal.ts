/** What the server's online key signs on every till-plane answer, and the certificates behind the keys. */
import * as z from 'zod/mini';
import { base64UrlSchema, hashSchema, idSchema, millisecondsSchema } from './scalars.ts';

/** Signed as its RFC 8785 bytes. `till` is empty on enrolment. */
export const sealSubjectSchema = z.object({
  till: z.string().check(z.maxLength(64)),
  requestNonce: base64UrlSchema,
  route: z.string().check(z.maxLength(500)),
  status: z.int(),
  /** SHA-256 of the body before compression. */
  bodyDigest: hashSchema,
});
export type SealSubject = z.infer<typeof sealSubjectSchema>;

/** Root signs the RFC 8785 bytes of `certificate`. Keys are SPKI, base64url. */
export const onlineKeyCertificateSchema = z.object({
  certificate: z.object({ kind: z.literal('onlineKey'), key: base64UrlSchema, from: millisecondsSchema }),
  signature: base64UrlSchema,
});
export type OnlineKeyCertificate = z.infer<typeof onlineKeyCertificateSchema>;

/** The online key signs the RFC 8785 bytes of `certificate`: a till presents it to a server that forgot it. */
export const tillCertificateSchema = z.object({
  certificate: z.object({
    kind: z.literal('till'),
    till: idSchema,
    business: idSchema,
    shop: idSchema,
    series: idSchema,
    key: base64UrlSchema,
    issued: millisecondsSchema,
  }),
  signature: base64UrlSchema,
  by: onlineKeyCertificateSchema,
});
export type TillCertificate = z.infer<typeof tillCertificateSchema>;
