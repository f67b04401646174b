/** A page of a shop's sales, the latest first. */
import * as z from 'zod/mini';
import { saleRowSchema, type SalesPage } from '../../protocol/people-messages.ts';
import { countSchema } from '../../protocol/scalars.ts';
import { queryRow, queryRows, type Queryable } from '../database/query-rows.ts';
import { writeSaleCursor, type SaleCursor } from './sale-cursor.ts';
import type { SaleSearch } from './sale-search.ts';

export interface SalesAsked {
  readonly shop: string;
  /** Null for all days. */
  readonly day: string | null;
  readonly search: SaleSearch | null;
  readonly after: SaleCursor | null;
  /** Rows to pass over, after the cursor. */
  readonly skip: number;
  readonly rows: number;
}

export const SALES_PAGE_ROWS = 50;
export const SALES_PAGE_ROWS_MAX = 500;

const rowSchema = z.extend(saleRowSchema, { seq: z.int() });

export const SALE_COLUMNS = `
  r.till, t.name as "tillName", r.inc, r.no, r.receipt, r.kind, r.at, r.received_at as "receivedAt",
  coalesce(p.name, r.staff) as "staffName", r.lines, r.gross, r.cash, r.card, r.posted`;

export const SALE_SOURCE = `
  evertill.receipt r join evertill.till t using (till)
  left join evertill.person p on p.business = r.business and p.person = r.staff`;

export async function readSales(database: Queryable, asked: SalesAsked): Promise<SalesPage> {
  const { shop, day, search, after } = asked;
  const wanted = [
    shop,
    day,
    search !== null,
    search?.series ?? null,
    search?.number ?? null,
    search?.amount ?? null,
  ];
  const counted = await queryRow(
    database,
    `select count(*) as total from evertill.receipt r where ${WANTED}`,
    wanted,
    z.object({ total: countSchema }),
  );
  const rows = await queryRows(
    database,
    `select ${SALE_COLUMNS}, r.seq from ${SALE_SOURCE} where ${WANTED}
       and ($7::bigint is null or (r.at, r.till, r.seq) < ($7, $8::text, $9::bigint))
     order by r.at desc, r.till desc, r.seq desc limit $10 offset $11`,
    [...wanted, after?.at ?? null, after?.till ?? null, after?.seq ?? null, asked.rows + 1, asked.skip],
    rowSchema,
  );
  const page = rows.slice(0, asked.rows);
  const last = page.at(-1);
  return {
    rows: page.map(({ seq: _, ...row }) => row),
    after: rows.length > asked.rows && last !== undefined ? writeSaleCursor(last) : null,
    total: counted?.total ?? 0,
  };
}

const WANTED = `
  r.shop = $1 and ($2::text is null or r.day = $2) and (
    not $3::boolean
    or (r.number = $5::bigint and ($4::text is null or r.series = $4))
    or r.gross in ($6::bigint, -$6::bigint) or r.cash in ($6, -$6::bigint) or r.card in ($6, -$6::bigint)
  )`;
