/**
 * The next page of the catalogue for a cursor: what changed since, when that is little; else a snapshot, page by page.
 * A snapshot keeps the version it began with. Rows changed meanwhile may be newer than that; they come again as changes.
 */
import * as z from 'zod/mini';
import { PULL_OVERLAY_MAX, PULL_PAGE_PRODUCTS } from '../../protocol/limits.ts';
import { categorySchema, productSchema, type CataloguePage } from '../../protocol/pull.ts';
import { queryRows, type Queryable } from '../database/query-rows.ts';
import { encodeCursor, type CatalogueCursor } from './catalogue-cursor.ts';
import type { ServerState } from './server-state.ts';

type Position = Pick<ServerState, 'serverEpoch' | 'catalogueVersion'>;
interface Part extends Pick<CataloguePage, 'is' | 'version' | 'page' | 'products' | 'removed' | 'done'> {
  readonly next: CatalogueCursor;
}

export async function cataloguePage(
  database: Queryable,
  business: string,
  position: Position,
  cursor: CatalogueCursor | null,
  now: number,
): Promise<CataloguePage> {
  const { next, ...part } = await readPart(database, business, position, usable(cursor, position));
  return {
    stream: 'catalogue',
    epoch: position.serverEpoch,
    ...part,
    categories: await readCategories(database, business),
    favourites: await readFavourites(database, business),
    cursor: encodeCursor(next),
    serverTime: now,
  };
}

/** A cursor of another epoch, or ahead of this server, was given by a server that knew another catalogue. */
function usable(cursor: CatalogueCursor | null, position: Position): CatalogueCursor | null {
  if (cursor?.epoch !== position.serverEpoch || cursor.version > position.catalogueVersion) return null;
  return cursor;
}

async function readPart(
  database: Queryable,
  business: string,
  position: Position,
  cursor: CatalogueCursor | null,
): Promise<Part> {
  const { serverEpoch: epoch, catalogueVersion: version } = position;
  if (cursor?.is === 'snapshot') return snapshotPage(database, business, cursor);
  const changes = cursor === null ? null : await readChanges(database, business, cursor.version);
  if (changes === null) {
    return snapshotPage(database, business, { is: 'snapshot', epoch, version, page: 0, after: '' });
  }
  return { is: 'changes', version, page: 0, ...changes, done: true, next: { is: 'changes', epoch, version } };
}

const rowSchema = z.object({ product: z.string(), removed: z.boolean(), content: productSchema });

async function snapshotPage(
  database: Queryable,
  business: string,
  cursor: Extract<CatalogueCursor, { is: 'snapshot' }>,
): Promise<Part> {
  const rows = await queryRows(
    database,
    `select product, removed, content from evertill.product
     where business = $1 and not removed and product > $2 order by product limit $3`,
    [business, cursor.after, PULL_PAGE_PRODUCTS + 1],
    rowSchema,
  );
  const page = rows.slice(0, PULL_PAGE_PRODUCTS);
  const last = page.at(-1);
  const done = rows.length <= PULL_PAGE_PRODUCTS || last === undefined;
  const { epoch, version } = cursor;
  return {
    is: 'snapshot',
    version,
    page: cursor.page,
    products: page.map((row) => row.content),
    removed: [],
    done,
    next: done
      ? { is: 'changes', epoch, version }
      : { ...cursor, page: cursor.page + 1, after: last.product },
  };
}

/** @returns null when so much changed that a snapshot is less work. */
async function readChanges(
  database: Queryable,
  business: string,
  since: number,
): Promise<Pick<CataloguePage, 'products' | 'removed'> | null> {
  const rows = await queryRows(
    database,
    `select product, removed, content from evertill.product
     where business = $1 and version > $2 order by version, product limit $3`,
    [business, since, PULL_OVERLAY_MAX + 1],
    rowSchema,
  );
  if (rows.length > PULL_OVERLAY_MAX) return null;
  return {
    products: rows.filter((row) => !row.removed).map((row) => row.content),
    removed: rows.filter((row) => row.removed).map((row) => row.product),
  };
}

async function readCategories(database: Queryable, business: string): Promise<CataloguePage['categories']> {
  const rows = await queryRows(
    database,
    `select content from evertill.category where business = $1 order by (content ->> 'rank')::int, category`,
    [business],
    z.object({ content: categorySchema }),
  );
  return rows.map((row) => row.content);
}

async function readFavourites(database: Queryable, business: string): Promise<string[]> {
  const rows = await queryRows(
    database,
    `select product from evertill.favourite where business = $1 order by place`,
    [business],
    z.object({ product: z.string() }),
  );
  return rows.map((row) => row.product);
}
