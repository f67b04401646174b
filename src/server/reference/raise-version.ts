/**
 * Raises the business's version inside the transaction that changes its reference data. Call it first: the row lock it takes
 * makes such transactions commit in the order of their versions, so no reader misses a late one.
 */
import * as z from 'zod/mini';
import { queryRow, type Queryable } from '../database/query-rows.ts';

/** What tills pull: a change of products, or of people, policy and revocations. */
export type ReferenceStream = 'catalogue' | 'roster';

const statementOf = {
  catalogue: `update evertill.business set version = version + 1, catalogue_version = version + 1
              where business = $1 returning version`,
  roster: `update evertill.business set version = version + 1, roster_version = version + 1
           where business = $1 returning version`,
} as const satisfies Record<ReferenceStream, string>;

/** @throws when there is no such business. */
export async function raiseVersion(
  client: Queryable,
  business: string,
  stream: ReferenceStream,
): Promise<number> {
  const row = await queryRow(client, statementOf[stream], [business], z.object({ version: z.int() }));
  if (row === null) throw new Error(`no business ${business}`);
  return row.version;
}
