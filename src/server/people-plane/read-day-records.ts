/** Reads what a shop's day is reconciled from. */
import * as z from 'zod/mini';
import { TWICE_LINES_MIN } from '../../domain/find-difference.ts';
import type { Day } from '../../domain/trading-day.ts';
import { daySchema } from '../../protocol/scalars.ts';
import { FLAGS_AT_ONCE_MAX, flagSchema, settlementSchema } from '../../protocol/settlement-messages.ts';
import { signatureSchema } from '../../protocol/sign-off-messages.ts';
import { queryRows, type Queryable } from '../database/query-rows.ts';
import { readCardRecords } from './card-records.ts';
import {
  outageNoteSchema,
  placeSchema,
  receiptRecordSchema,
  shiftRecordSchema,
  sinceReportSchema,
  tillRecordSchema,
  unreadableSchema,
  type DayRecords,
  drillNoteSchema,
  type DrillNote,
  type OutageNote,
  type ReceiptRecord,
} from './day-records.ts';
import { dayAt, type Shop } from './shop-of-business.ts';

const SETTLEMENTS_MAX = 200;
const DAY_MS = 86_400_000;

/** Call it in one read-only, repeatable-read transaction, so that all of it is of one moment. */
export async function readDayRecords(
  database: Queryable,
  shop: Shop,
  day: Day,
  now: number,
): Promise<DayRecords> {
  const ofDay = [shop.shop, day];
  const receipts = await queryRows(database, RECEIPTS, ofDay, receiptRecordSchema);
  return {
    policy: shop.policy,
    tills: await queryRows(database, TILLS, [shop.shop], tillRecordSchema),
    receipts,
    cards: await readCardRecords(database, shop, day, momentsOf(receipts)),
    shifts: await queryRows(database, SHIFTS, ofDay, shiftRecordSchema),
    before: await queryRows(database, BEFORE, ofDay, placeSchema),
    last: await queryRows(database, LAST, [shop.shop], z.extend(placeSchema, { day: daySchema })),
    sinceReport: await queryRows(database, SINCE_REPORT, [shop.shop], sinceReportSchema),
    unreadable: await queryRows(database, UNREADABLE, [shop.shop], unreadableSchema),
    outageNotes: (await readOutageNotes(database, shop.shop, day)).filter((note) =>
      isOfDay(note, shop, day, now),
    ),
    flags: await queryRows(database, FLAGS, [...ofDay, FLAGS_AT_ONCE_MAX], flagSchema),
    settledQuestions: (await queryRows(database, SETTLED_QUESTIONS, ofDay, z.object({ id: z.string() }))).map(
      ({ id }) => id,
    ),
    signatures: await queryRows(database, SIGNATURES, ofDay, signatureSchema),
    settlements: await queryRows(database, SETTLEMENTS, [...ofDay, SETTLEMENTS_MAX], settlementSchema),
    drillNotes: (await readDrillNotes(database, shop.shop, day)).filter(
      ({ startedAt }) => dayAt(startedAt, shop.policy) === day,
    ),
  };
}

/** A day and more to either side, whatever the zone: which of them are of the day is told by the shop's own clock. */
function readOutageNotes(database: Queryable, shop: string, day: Day): Promise<OutageNote[]> {
  const noon = Date.parse(day) + DAY_MS / 2;
  return queryRows(database, OUTAGES, [shop, noon + 2 * DAY_MS, noon - 2 * DAY_MS], outageNoteSchema);
}

function readDrillNotes(database: Queryable, shop: string, day: Day): Promise<DrillNote[]> {
  const noon = Date.parse(day) + DAY_MS / 2;
  return queryRows(database, DRILLS, [shop, noon + 2 * DAY_MS, noon - 2 * DAY_MS], drillNoteSchema);
}

/** When the first and the last of the day were rung, which may be outside of it by the clock. */
function momentsOf(receipts: readonly ReceiptRecord[]): number[] {
  const times = receipts.map(({ at }) => at);
  if (times.length === 0) return [];
  return [Math.min, Math.max].map((of) => times.reduce((one, other) => of(one, other)));
}

function isOfDay({ since, endedAt }: OutageNote, { policy }: Shop, day: Day, now: number): boolean {
  return dayAt(since, policy) <= day && dayAt(endedAt ?? Math.max(since, now), policy) >= day;
}

const TILLS = `
  select t.till, t.name, t.public_key is not null as "isEnrolled", t.revoked, h.last_heard_at as "lastHeardAt", h.report,
    (select s.day from evertill.shift s where s.till = t.till and s.closed_seq is null
     order by s.opened_seq desc limit 1) as "openDay"
  from evertill.till t left join evertill.till_head h using (till)
  where t.shop = $1 order by t.created_at, t.till`;

const RECEIPTS = `
  select r.till, r.seq, r.series, r.number, r.inc, r.no, r.kind, r.receipt, r.shift, r.at, r.received_at as "receivedAt", r.posted,
    r.unposted_because as "unpostedBecause", r.lines, r.units, r.net, r.tax, r.gross, r.cash, r.card,
    r.cash_rounding as "cashRounding", rates."byRate",
    case when r.lines >= ${String(TWICE_LINES_MIN)} then (
      select md5(string_agg(l.product || ' ' || l.quantity || ' ' || l.gross, ',' order by l.product, l.quantity, l.gross))
      from evertill.receipt_line l where l.till = r.till and l.seq = r.seq
    ) end as alike
  from evertill.receipt r
  cross join lateral (
    select coalesce(jsonb_agg(to_jsonb(one)), '[]') as "byRate" from (
      select l.tax_rate as rate, sum(l.net) as net, sum(l.tax) as tax, sum(l.gross) as gross
      from evertill.receipt_line l where l.till = r.till and l.seq = r.seq group by l.tax_rate
    ) one
  ) rates
  where r.shop = $1 and r.day = $2 order by r.till, r.seq`;

const SHIFTS = `
  select s.till, s.shift, s.day, s.drawer, d.name as "drawerName", s.shared, s.counted_at as "countedAt", s.float,
    s.opened_at as "openedAt", coalesce(p.name, s.opened_by) as "openedByName", s.closed_at as "closedAt", f.inc as "closedInc",
    f.no as "closedNo", s.totals, s.expected_cash as "expectedCash", s.counted_cash as "countedCash", s.difference,
    s.kept_float as "keptFloat", s.banked, (
      select coalesce(jsonb_agg(jsonb_build_object('move', m.move, 'shift', m.shift, 'is', m.direction, 'amount', m.amount,
        'reason', m.reason) order by m.seq), '[]')
      from evertill.cash_move m where m.till = s.till and m.shift = s.shift) as moves, (
      select coalesce(jsonb_agg(jsonb_build_object('to', coalesce(taker.name, h.to_staff), 'counted', h.counted,
        'expectedCash', h.expected_cash) order by h.seq), '[]')
      from evertill.drawer_hand_over h
      left join evertill.person taker on taker.business = h.business and taker.person = h.to_staff
      where h.till = s.till and h.shift = s.shift) as "handOvers"
  from evertill.shift s left join evertill.drawer d on d.drawer = s.drawer
  left join evertill.person p on p.business = s.business and p.person = s.opened_by
  left join evertill.fact f on f.till = s.till and f.till_seq = s.closed_seq
  where s.shop = $1 and s.day = $2 order by s.till, s.opened_seq`;

const BEFORE = `
  select b.till, b.series, b.number, b.inc, b.no from (
    select till, series, min(seq) as first from evertill.receipt where shop = $1 and day = $2 group by till, series
  ) d
  cross join lateral (
    select * from evertill.receipt r where r.till = d.till and r.seq < d.first and r.series = d.series
    order by r.seq desc limit 1
  ) b`;

/**
 * What each till last told of itself, read out of its report before receipts are looked up by it: a function that may fail, such as a
 * cast or a difference, cannot use their index, since the database asks it only of rows it knows to be ours.
 */
const TOLD = `told as materialized (
  select t.till, split_part(h.report ->> 'lastReceipt', '-', 1) as series, (h.report ->> 'head')::bigint as head,
    (h.report ->> 'head')::bigint - (h.report ->> 'waitingFacts')::bigint as sent
  from evertill.till t join evertill.till_head h using (till)
  where t.shop = $1 and h.report ->> 'lastReceipt' is not null)`;

const LAST = `
  with ${TOLD}
  select l.till, l.series, l.number, l.inc, l.no, l.day from told
  cross join lateral (
    select * from evertill.receipt r where r.till = told.till and r.series = told.series
    order by r.no desc, r.seq desc limit 1
  ) l`;

/** A till reports before it sends: what it called waiting then may have come with that very push. */
const SINCE_REPORT = `
  with ${TOLD}
  select told.till, count(*) as sales, sum(r.gross)::bigint as value
  from told join evertill.receipt r on r.till = told.till and r.series = told.series
    and r.no <= told.head and r.no > told.sent
  group by told.till`;

const UNREADABLE = `select distinct till, inc, no from evertill.flag where shop = $1 and kind = 'unreadable' limit 10000`;

const OUTAGES = `
  select till, capability, since, ended_at as "endedAt" from evertill.outage_note
  where shop = $1 and since < $2 and (ended_at is null or ended_at > $3) order by since limit 5000`;

const DRILLS = `
  select d.drill, d.till, t.name as "tillName", d.what, coalesce(p.name, d.started_by) as "startedBy",
    d.started_at as "startedAt", d.ended_at as "endedAt", d.ended
  from evertill.drill_note d join evertill.till t using (till)
  left join evertill.person p on p.business = d.business and p.person = d.started_by
  where d.shop = $1 and d.started_at < $2 and d.started_at > $3 order by d.started_at limit 500`;

/** By cause first: however much there is to decide once, nothing that may be missing is left out for it. */
const FLAGS = `
  select f.flag as id, f.kind, f.cause as "group", f.subject, f.till, t.name as "tillName", f.receipt, f.inc, f.no, f.at, f.value, f.evidence
  from evertill.flag f join evertill.till t using (till)
  where f.shop = $1 and f.day = $2 and f.settled_at is null
  order by array_position(array['moneyMissing', 'givenTwice', 'decideOnce', 'goodToKnow'], f.cause), abs(f.value) desc, f.at desc limit $3`;

const SETTLED_QUESTIONS = `
  select unnest(flags) as id from evertill.settlement
  where shop = $1 and day = $2 and kind in ('cashDifference', 'probableDuplicate', 'cardWithoutSale', 'saleWithoutCard') and taken_back_at is null`;

const SIGNATURES = `
  select s.number, s.at, coalesce(p.name, s.person) as "byName", s.why, s.heads, s.figures, s.open
  from evertill.sign_off s left join evertill.person p on p.business = s.business and p.person = s.person
  where s.shop = $1 and s.day = $2 order by s.number`;

const SETTLEMENTS = `
  select s.settlement as id, s.kind, s.decision, s.why, coalesce(p.name, s.person) as "byName", s.at,
    cardinality(s.flags) as count, s.value, s.evidence
  from evertill.settlement s left join evertill.person p on p.business = s.business and p.person = s.person
  where s.shop = $1 and s.day = $2 and s.taken_back_at is null order by s.at desc, s.settlement limit $3`;
