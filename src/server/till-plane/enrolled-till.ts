/** A till as the till plane needs it to believe a request. */
import * as z from 'zod/mini';
import { queryRow, type Queryable } from '../database/query-rows.ts';

const enrolledTillSchema = z.object({
  till: z.string(),
  business: z.string(),
  shop: z.string(),
  /** SPKI, base64url. */
  publicKey: z.string(),
  enrolledAt: z.int(),
});
export type EnrolledTill = z.infer<typeof enrolledTillSchema>;

/** @returns null for a till that is unknown, or that no tablet has enrolled as. */
export function findEnrolledTill(database: Queryable, till: string): Promise<EnrolledTill | null> {
  return queryRow(
    database,
    `select till, business, shop, public_key as "publicKey", enrolled_at as "enrolledAt" from evertill.till
     where till = $1 and public_key is not null`,
    [till],
    enrolledTillSchema,
  );
}
