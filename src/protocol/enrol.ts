/** POST /api/v1/enrol: a tablet becomes a till. JSON both ways; the answer is sealed with an empty till name. */
import * as z from 'zod/mini';
import { ENROLMENT_CODE_LENGTH } from './limits.ts';
import { base64UrlSchema, countSchema, idSchema, millisecondsSchema } from './scalars.ts';
import { signedRosterSchema } from './roster.ts';
import { onlineKeyCertificateSchema, tillCertificateSchema } from './seal.ts';

/** Crockford base32 without I, L, O, U: what a person reads aloud. 8 characters are 40 bits. */
export const ENROLMENT_ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

export const enrolmentCodeSchema = z
  .string()
  .check(z.regex(new RegExp(`^[${ENROLMENT_ALPHABET}]{${String(ENROLMENT_CODE_LENGTH)}}$`)));

export const enrolRequestSchema = z.object({
  code: enrolmentCodeSchema,
  /** The till's new P-256 public key, SPKI. */
  key: base64UrlSchema,
  /** By that key over the ASCII text of `code`: it holds what it claims. */
  proof: base64UrlSchema,
  requestNonce: base64UrlSchema,
  /** Since version 2: the till that this tablet was before its storage died. A code of another till is refused, unspent. */
  rekey: z.optional(idSchema),
  /** The version the tablet speaks; absent in version 1. */
  protocol: z.optional(countSchema),
});
export type EnrolRequest = z.infer<typeof enrolRequestSchema>;

export const enrolAnswerSchema = z.object({
  till: idSchema,
  tillName: idSchema,
  business: idSchema,
  shop: idSchema,
  /** Receipt series of the first incarnation: A1. */
  series: idSchema,
  /** Root public key, SPKI: pinned from now on. */
  root: base64UrlSchema,
  certificate: tillCertificateSchema,
  onlineKey: onlineKeyCertificateSchema,
  /** 32 bytes; the tablet imports it as a non-extractable HMAC key and forgets the bytes. */
  pepper: base64UrlSchema,
  roster: signedRosterSchema,
  serverEpoch: idSchema,
  serverTime: millisecondsSchema,
});
export type EnrolAnswer = z.infer<typeof enrolAnswerSchema>;
