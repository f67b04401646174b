/** What a day's card payments are reconciled from: the acquirer's files and rows, and what was rung. */
import * as z from 'zod/mini';
import { CARD_APART_MS_MAX, type AcquirerRow, type CardSale } from '../../domain/match-cards.ts';
import { localMoment } from '../../domain/local-moment.ts';
import type { ShopPolicy } from '../../domain/shop-policy.ts';
import type { Day } from '../../domain/trading-day.ts';
import { CARD_ROWS_OF_DAY_MAX } from '../../protocol/card-messages.ts';
import { countSchema, daySchema, millisecondsSchema, moneySchema } from '../../protocol/scalars.ts';
import { queryRows, type Queryable } from '../database/query-rows.ts';
import type { Shop } from './shop-of-business.ts';

const fileSchema = z.object({
  file: z.string(),
  name: z.string(),
  firstDay: daySchema,
  lastDay: daySchema,
  dayBegins: z.string(),
  rows: countSchema,
  broughtAt: millisecondsSchema,
  byName: z.string(),
});

/** A file that stands, with the moments it covers: from the first up to before the last. */
export interface CardFile extends z.infer<typeof fileSchema> {
  readonly from: number;
  readonly until: number;
}

export interface RungByCard extends CardSale {
  readonly day: Day;
  readonly inc: string;
  readonly no: number;
  readonly receipt: string;
}

export interface CardRecords {
  /** When the trading day begins and ends by the clock. */
  readonly from: number;
  readonly until: number;
  /** The latest first. */
  readonly files: readonly CardFile[];
  /** Those that count, of the day and a little around it. */
  readonly rows: readonly AcquirerRow[];
  readonly sales: readonly RungByCard[];
}

const DAY_MS = 86_400_000;
const MARGIN_MS = 2 * CARD_APART_MS_MAX;

const rowSchema = z.object({
  id: z.string(),
  file: z.string(),
  at: millisecondsSchema,
  amount: moneySchema,
  terminal: z.nullable(z.string()),
  code: z.nullable(z.string()),
});

/** @returns null where no file says anything about the day. */
export async function readCardRecords(
  database: Queryable,
  { shop, policy }: Shop,
  day: Day,
  moments: readonly number[],
): Promise<CardRecords | null> {
  const { from, until } = spanOf(day, day, policy.startOfDay, policy);
  const begin = Math.min(from, ...moments) - MARGIN_MS;
  const end = Math.max(until, ...moments) + MARGIN_MS;
  const files = (await readFiles(database, shop, day, policy)).filter(
    (file) => file.from < end && file.until > begin,
  );
  if (!files.some((file) => file.from < until && file.until > from)) return null;
  const rows = await queryRows(
    database,
    ROWS,
    [shop, begin, end, files.map(({ file }) => file), CARD_ROWS_OF_DAY_MAX],
    rowSchema,
  );
  return {
    from,
    until,
    files,
    rows: rows.filter(({ file, at }) => countingAt(files, at)?.file === file),
    sales: await readRung(database, shop, begin, end),
  };
}

/** The file brought last of those that cover a moment. */
export function countingAt(files: readonly CardFile[], at: number): CardFile | null {
  return files.find(({ from, until }) => from <= at && at < until) ?? null;
}

/** @param begins HH:MM, when each of the days begins by the shop's clock. */
function spanOf(first: Day, last: Day, begins: string, { timeZone }: ShopPolicy) {
  const momentOf = localMoment(timeZone);
  return { from: momentOf(first, `${begins}:00`), until: momentOf(dayAfter(last), `${begins}:00`) };
}

function dayAfter(day: Day): Day {
  return new Date(Date.parse(day) + DAY_MS).toISOString().slice(0, 10);
}

async function readFiles(
  database: Queryable,
  shop: string,
  day: Day,
  policy: ShopPolicy,
): Promise<CardFile[]> {
  const around = [-DAY_MS, DAY_MS].map((ms) => new Date(Date.parse(day) + ms).toISOString().slice(0, 10));
  const files = await queryRows(database, FILES, [shop, ...around], fileSchema);
  return files.map((file) => ({ ...file, ...spanOf(file.firstDay, file.lastDay, file.dayBegins, policy) }));
}

const rungSchema = z.object({
  id: z.string(),
  till: z.string(),
  day: daySchema,
  inc: z.string(),
  no: countSchema,
  receipt: z.string(),
  at: millisecondsSchema,
  amount: moneySchema,
  bytes: z.string(),
});
const codesSchema = z.object({
  body: z.object({
    tenders: z.array(z.object({ is: z.string(), amount: z.int(), code: z.optional(z.string()) })),
  }),
});

async function readRung(
  database: Queryable,
  shop: string,
  from: number,
  until: number,
): Promise<RungByCard[]> {
  const rows = await queryRows(database, RUNG, [shop, from, until, CARD_ROWS_OF_DAY_MAX], rungSchema);
  return rows.map(({ bytes, ...sale }) => ({ ...sale, code: codeIn(bytes, sale.amount) }));
}

/** The approval code is in the fact alone. */
function codeIn(bytes: string, amount: number): string | null {
  const { tenders } = codesSchema.parse(JSON.parse(bytes)).body;
  const code = tenders.find((tender) => tender.is === 'card' && tender.amount === amount)?.code?.trim();
  return code === undefined || code === '' ? null : code.toUpperCase();
}

const FILES = `
  select f.file, f.name, f.first_day as "firstDay", f.last_day as "lastDay", f.day_begins as "dayBegins", f.rows,
    f.brought_at as "broughtAt", coalesce(p.name, f.brought_by) as "byName"
  from evertill.card_file f left join evertill.person p on p.business = f.business and p.person = f.brought_by
  where f.shop = $1 and f.last_day >= $2 and f.first_day <= $3 and f.undone_at is null
  order by f.brought_at desc, f.file desc`;

const ROWS = `
  select file || ' ' || place as id, file, at, amount, terminal, code from evertill.card_row
  where shop = $1 and at >= $2 and at < $3 and file = any($4) order by at, file, place limit $5`;

/** A receipt that another one repeats is the same payment. */
const RUNG = `
  select r.till || ' ' || r.seq || ' ' || t.place as id, r.till, r.day, r.inc, r.no, r.receipt, r.at, t.amount, f.bytes
  from evertill.receipt r join evertill.tender t using (till, seq)
  join evertill.fact f on f.till = r.till and f.inc = r.inc and f.no = r.no and f.hash = r.hash
  where r.shop = $1 and r.at >= $2 and r.at < $3 and t.kind = 'card' and r.unposted_because is distinct from 'sameSale'
  order by r.at, r.till, r.seq, t.place limit $4`;
