/** The database's channel for "something in the office's tables changed", with the business it belongs to. */
import type { Queryable } from './query-rows.ts';

export const CHANGED_CHANNEL = 'evertill_changed';

/** Heard when the transaction commits, once however often it is said in it. */
export async function tellChanged(client: Queryable, business: string): Promise<void> {
  await client.query('select pg_notify($1, $2)', [CHANGED_CHANNEL, business]);
}
