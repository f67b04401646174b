/** What rescue needs of the tablet's rows, and no more: so it reads what older and newer versions wrote too. */
import * as z from 'zod/mini';
import { countSchema, hashSchema, idSchema, nameSchema, base64UrlSchema } from '../protocol/scalars.ts';
import { tillCertificateSchema } from '../protocol/seal.ts';

const pointSchema = z.object({ no: countSchema, hash: hashSchema });

export const factRowSchema = z.object({
  no: countSchema,
  bytes: z.string(),
  hash: hashSchema,
  prev: hashSchema,
});

export const branchRowSchema = z.object({
  inc: idSchema,
  /** The incarnation its facts state, where that is not `inc`. */
  chain: z.optional(idSchema),
  /** What a second copy brought back lies between or before. */
  rank: z.number(),
  series: idSchema,
  acknowledged: pointSchema,
});
export type BranchRow = z.infer<typeof branchRowSchema>;

export const enrolmentRowSchema = z.object({
  value: z.object({
    till: idSchema,
    tillName: nameSchema,
    business: idSchema,
    shop: idSchema,
    root: base64UrlSchema,
    certificate: tillCertificateSchema,
    key: z.object({ privateKey: z.instanceof(CryptoKey) }),
  }),
});
export type RawEnrolment = z.infer<typeof enrolmentRowSchema>['value'];

export const rosterRowSchema = z.object({
  value: z.object({
    roster: z.object({
      version: countSchema,
      policy: z.object({ currency: z.object({ code: z.string(), digits: countSchema }) }),
    }),
  }),
});
export type RawRoster = z.infer<typeof rosterRowSchema>['value']['roster'];

/** Of a sale or refund, as far as it is counted here. */
export const receiptFactSchema = z.object({
  kind: z.enum(['saleCompleted', 'refundGiven']),
  body: z.object({ receipt: idSchema, totals: z.object({ gross: z.int() }) }),
});

/** Rows of that shape; what is damaged beyond reading is left out here, and shows as numbers that are missing. */
export function parseRows<Row>(rows: readonly unknown[], schema: z.ZodMiniType<Row>): Row[] {
  return rows.flatMap((row) => {
    const parsed = schema.safeParse(row);
    return parsed.success ? [parsed.data] : [];
  });
}
