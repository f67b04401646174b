/** Takings over days and shops, parted in one way or another. All parts are of one set of receipts, so they add up to the same totals. */
import type { Day } from '../../domain/trading-day.ts';
import { reportRowSchema, reportSchema, type Report, type ReportBy } from '../../protocol/report-messages.ts';
import { queryRows, type Queryable } from '../database/query-rows.ts';
import { ROWS, TOTALS } from './report-sql.ts';

export interface ReportAsked {
  readonly business: string;
  readonly by: ReportBy;
  /** Of this business, all of one currency. */
  readonly shops: readonly string[];
  readonly from: Day;
  readonly to: Day;
}

/** Call it in one read-only, repeatable-read transaction, so that rows and totals are of one moment. */
export async function readReport(database: Queryable, asked: ReportAsked, now: number): Promise<Report> {
  const { business, by, from, to } = asked;
  const shops = [...asked.shops];
  const wanted = [shops, from, to, business];
  const [totals] = await queryRows(database, TOTALS, wanted, reportSchema.shape.totals);
  if (totals === undefined) throw new Error('sums without a group are always one row');
  const rows = await queryRows(database, ROWS[by], wanted, reportRowSchema);
  return { by, from, to, shops, readAt: now, totals, rows };
}
