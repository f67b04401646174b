/** The tills of a shop as the office manages them. */
import * as z from 'zod/mini';
import { NO_MONEY } from '../../domain/money.ts';
import type { TillRow } from '../../protocol/people-messages.ts';
import { reportSchema } from '../../protocol/push.ts';
import { queryRows, type Queryable } from '../database/query-rows.ts';

export interface TillsAsked {
  readonly business: string;
  /** Null for any shop. */
  readonly shop: string | null;
  /** Null for all tills. */
  readonly till: string | null;
}

const rowSchema = z.object({
  till: z.string(),
  name: z.string(),
  series: z.string(),
  isEnrolled: z.boolean(),
  revoked: z.boolean(),
  lastHeardAt: z.nullable(z.int()),
  report: z.nullable(reportSchema),
  codeExpiresAt: z.nullable(z.int()),
  drawer: z.nullable(z.string()),
});

export async function readTills(database: Queryable, asked: TillsAsked, now: number): Promise<TillRow[]> {
  const rows = await queryRows(database, TILLS, [asked.business, asked.shop, asked.till, now], rowSchema);
  return rows.map(({ till, name, series, lastHeardAt, report, codeExpiresAt, drawer, ...row }) => ({
    till,
    name,
    series,
    status: statusOf(row),
    lastHeardAt,
    app: report?.app ?? null,
    onTablet: { sales: report?.waitingSales ?? 0, value: report?.waitingValue ?? NO_MONEY },
    readiness: report?.readiness.details ?? null,
    codeExpiresAt,
    drawer,
  }));
}

function statusOf({ isEnrolled, revoked }: { isEnrolled: boolean; revoked: boolean }): TillRow['status'] {
  if (revoked) return 'revoked';
  return isEnrolled ? 'enrolled' : 'waitingForTablet';
}

const TILLS = `
  select t.till, t.name, t.series, t.public_key is not null as "isEnrolled", t.revoked, h.last_heard_at as "lastHeardAt", h.report, t.drawer,
    (select max(c.expires_at) from evertill.enrolment_code c
     where c.till = t.till and c.used_at is null and c.expires_at > $4) as "codeExpiresAt"
  from evertill.till t left join evertill.till_head h using (till)
  where t.business = $1 and ($2::text is null or t.shop = $2) and ($3::text is null or t.till = $3)
  order by t.created_at, t.till`;
