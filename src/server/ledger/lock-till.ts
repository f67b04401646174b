/** Locks a till's head for an append: one at a time writes to a till's chains. */
import * as z from 'zod/mini';
import { queryRow, type Queryable } from '../database/query-rows.ts';
import type { LockedTill } from './offer.ts';

const lockedTillSchema = z.object({
  business: z.string(),
  lastSeq: z.int(),
  revoked: z.boolean(),
  enrolments: z.int(),
  enrolledAt: z.nullable(z.int()),
});

/**
 * Skips instead of waiting: a till that repeats too early is told so at once, and holds no connection meanwhile.
 * @returns null while another request of the till holds it.
 */
export function lockTill(client: Queryable, till: string): Promise<LockedTill | null> {
  return queryRow(
    client,
    `select head.business, head.last_seq as "lastSeq", till.revoked, till.enrolments, till.enrolled_at as "enrolledAt"
     from evertill.till_head head join evertill.till using (till)
     where head.till = $1 for update of head skip locked`,
    [till],
    lockedTillSchema,
  );
}
