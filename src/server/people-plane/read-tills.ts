/** The tills of a shop as the office manages them. */
import * as z from 'zod/mini';
import { NO_MONEY } from '../../domain/money.ts';
import type { TillRow } from '../../protocol/office-till-messages.ts';
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
  isSpare: z.boolean(),
  hasOpenShift: z.boolean(),
  hasAllArrived: z.boolean(),
});

export async function readTills(database: Queryable, asked: TillsAsked, now: number): Promise<TillRow[]> {
  const rows = await queryRows(database, TILLS, [asked.business, asked.shop, asked.till, now], rowSchema);
  return rows.map(({ till, name, series, lastHeardAt, report, codeExpiresAt, drawer, isSpare, ...row }) => ({
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
    isSpare,
    staysFor: staysFor(row),
  }));
}

function statusOf({ isEnrolled, revoked }: { isEnrolled: boolean; revoked: boolean }): TillRow['status'] {
  if (revoked) return 'revoked';
  return isEnrolled ? 'enrolled' : 'waitingForTablet';
}

type StaysBecause = Pick<z.infer<typeof rowSchema>, 'revoked' | 'hasOpenShift' | 'hasAllArrived'>;

function staysFor({ revoked, hasOpenShift, hasAllArrived }: StaysBecause): TillRow['staysFor'] {
  if (revoked) return 'revoked';
  if (hasOpenShift) return 'openShift';
  return hasAllArrived ? null : 'waitingFacts';
}

const TILLS = `
  select t.till, t.name, t.series, t.public_key is not null as "isEnrolled", t.revoked, h.last_heard_at as "lastHeardAt", h.report, t.drawer,
    (select max(c.expires_at) from evertill.enrolment_code c
     where c.till = t.till and c.used_at is null and c.expires_at > $4) as "codeExpiresAt",
    t.public_key is null and exists (
      select 1 from evertill.enrolment_code c where c.till = t.till and c.purpose = 'spare') as "isSpare",
    exists (select 1 from evertill.shift s where s.till = t.till and s.closed_seq is null) as "hasOpenShift",
    -- A till reports before it sends: what it called waiting may have come since.
    coalesce((h.report ->> 'waitingFacts')::bigint, 0) = 0 or coalesce((
      select c.head_no from evertill.incarnation i join evertill.chain c using (till, inc)
      where i.till = t.till order by i.seq desc limit 1), 0) >= (h.report ->> 'head')::bigint as "hasAllArrived"
  from evertill.till t left join evertill.till_head h using (till)
  where t.business = $1 and ($2::text is null or t.shop = $2) and ($3::text is null or t.till = $3)
  order by t.created_at, t.till`;
