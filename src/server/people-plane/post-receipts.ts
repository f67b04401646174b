/** Brings the receipts whose flags a settlement settled into the takings, or takes them out again. */
import type { Queryable } from '../database/query-rows.ts';

/** A receipt that is here under another number stays out: it counts there. */
export async function postReceipts(database: Queryable, settlement: string, posted: boolean): Promise<void> {
  await database.query(
    `update evertill.receipt r set posted = $2, unposted_because = case when $2 then null else 'revokedTill' end
     from evertill.flag f
     where f.settled_in = $1 and f.kind = 'revokedTill'
       and r.till = f.till and r.inc = f.inc and r.no = f.no and r.hash = f.hash
       and (case when $2 then r.unposted_because = 'revokedTill' else r.posted end)`,
    [settlement, posted],
  );
}
