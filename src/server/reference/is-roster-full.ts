import * as z from 'zod/mini';
import { ROSTER_STAFF_MAX } from '../../protocol/limits.ts';
import { queryRow, type Queryable } from '../database/query-rows.ts';

/** A till takes no longer list of people. */
export async function isRosterFull(client: Queryable, business: string): Promise<boolean> {
  const row = await queryRow(
    client,
    'select count(*)::int as count from evertill.person where business = $1 and removed_at is null',
    [business],
    z.object({ count: z.int() }),
  );
  return (row?.count ?? 0) >= ROSTER_STAFF_MAX;
}
