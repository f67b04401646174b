/** One day of a shop reconciled, as the database stands in one transaction. */
import type { PoolClient } from 'pg';
import type { Day } from '../../domain/trading-day.ts';
import type { Reconciliation } from '../../protocol/people-messages.ts';
import { readDayRecords } from './read-day-records.ts';
import { reconcileDay } from './reconcile-day.ts';
import { dayAt, type Shop } from './shop-of-business.ts';

/** Call it in a transaction; in a repeatable-read one all of it is of one moment. */
export async function readReconciliation(
  client: PoolClient,
  shop: Shop,
  day: Day,
  now: number,
): Promise<Reconciliation> {
  const records = await readDayRecords(client, shop, day, now);
  return reconcileDay(shop.shop, records, { day, today: dayAt(now, shop.policy), now });
}
