/** Keeps what a till last said about itself: how the office knows what is still on the tablets. */
import type { TillReport } from '../../protocol/push.ts';
import type { Queryable } from '../database/query-rows.ts';

/** Does nothing while an append holds the till's head: that one brings a report of its own. */
export async function noteReport(
  client: Queryable,
  till: string,
  report: TillReport,
  now: number,
): Promise<void> {
  await client.query(
    `update evertill.till_head set report = $2, last_heard_at = $3
     where till = (select till from evertill.till_head where till = $1 for update skip locked)`,
    [till, reportText(report), now],
  );
}

/** PostgreSQL's JSON has no place for U+0000, and a report is never worth a refusal. */
export function reportText(report: TillReport): string {
  return JSON.stringify(report).replaceAll('\\u0000', '');
}
