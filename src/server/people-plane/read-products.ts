/** A page of the products, by name: all of them, those of a category, or those that a few words find. */
import * as z from 'zod/mini';
import type { ProductsPage } from '../../protocol/catalogue-messages.ts';
import { productSchema } from '../../protocol/pull.ts';
import { countSchema } from '../../protocol/scalars.ts';
import { readJson } from '../../journal/read-json.ts';
import { queryRow, queryRows, type Queryable } from '../database/query-rows.ts';

export interface ProductsAsked {
  readonly business: string;
  /** Each word is in the name, the stock number or a barcode. */
  readonly search: string;
  /** Null for all. */
  readonly category: string | null;
  readonly after: ProductCursor | null;
  readonly page: keyof typeof PAGE_ROWS;
}

/** Name, in lower case, and id of the last product of the page before. */
type ProductCursor = readonly [string, string];

const PAGE_ROWS = { few: 60, many: 1_000 } as const;
const cursorSchema = z.tuple([z.string(), z.string()]);

export async function readProducts(database: Queryable, asked: ProductsAsked): Promise<ProductsPage> {
  const { business, category, after } = asked;
  const most = PAGE_ROWS[asked.page];
  const wanted = [business, category, wordsOf(asked.search).map(likePattern)];
  const counted = await queryRow(
    database,
    `select count(*) as total from evertill.product where ${WANTED}`,
    wanted,
    z.object({ total: countSchema }),
  );
  const rows = await queryRows(
    database,
    `select content, lower(content ->> 'name') as name from evertill.product
     where ${WANTED} and ($4::text is null or (lower(content ->> 'name') collate "C", product) > ($4, $5::text))
     order by lower(content ->> 'name') collate "C", product limit $6`,
    [...wanted, after?.[0] ?? null, after?.[1] ?? null, most + 1],
    z.object({ content: productSchema, name: z.string() }),
  );
  const page = rows.slice(0, most);
  const last = page.at(-1);
  return {
    rows: page.map(({ content }) => content),
    after: rows.length > most && last !== undefined ? writeCursor([last.name, last.content.id]) : null,
    total: counted?.total ?? 0,
  };
}

/** @returns null for what is no cursor of ours. */
export function readProductCursor(text: string): ProductCursor | null {
  const parsed = z.safeParse(cursorSchema, readJson(Buffer.from(text, 'base64url').toString()));
  return parsed.success ? parsed.data : null;
}

const WANTED = `
  business = $1 and not removed and ($2::text is null or content ->> 'category' = $2)
  and concat_ws(' ', content ->> 'name', content ->> 'sku', content ->> 'barcodes') ilike all ($3::text[])`;

function wordsOf(search: string): string[] {
  return search.split(/\s+/).filter((word) => word !== '');
}

function likePattern(word: string): string {
  return `%${word.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
}

function writeCursor(cursor: ProductCursor): string {
  return Buffer.from(JSON.stringify(cursor)).toString('base64url');
}
