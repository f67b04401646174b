/** Puts a manager's arrangement of the tiles in the place of the one it was made to; tills pull it with the catalogue. */
import type { PoolClient } from 'pg';
import * as z from 'zod/mini';
import type { ArrangeTiles, Tiles } from '../../protocol/catalogue-messages.ts';
import { inTransaction } from '../database/in-transaction.ts';
import { queryRows } from '../database/query-rows.ts';
import { saveCatalogue } from '../reference/save-catalogue.ts';
import { noteAct } from './note-act.ts';
import type { Asked } from './office-route.ts';
import { answer, refused, type Outcome } from './outcome.ts';
import { readTiles } from './read-tiles.ts';

const CHANGED = refused(409, 'changed-meanwhile', 'Someone else arranged the tiles meanwhile.');
const IN_USE = refused(409, 'input-invalid', 'A category that still has products cannot be removed.');
const UNKNOWN_PRODUCT = refused(400, 'input-invalid', 'A favourite is no product of this business.');
const TWICE = refused(400, 'input-invalid', 'A favourite or a category is there twice.');

export async function arrangeTiles(asked: Asked<ArrangeTiles>): Promise<Outcome<Tiles>> {
  const { input, caller, pool, now } = asked;
  const { favourites, categories } = input;
  if (hasTwins(favourites) || hasTwins(categories.map(({ id }) => id))) return TWICE;
  return inTransaction(pool, async (client) => {
    await client.query('select 1 from evertill.business where business = $1 for update', [caller.business]);
    const before = await readTiles(client, caller.business);
    if (before.seen !== input.seen) return CHANGED;
    const kept = new Set(categories.map(({ id }) => id));
    if (before.categories.some(({ category, products }) => products > 0 && !kept.has(category.id)))
      return IN_USE;
    if (!(await areProducts(client, caller.business, favourites))) return UNKNOWN_PRODUCT;
    const ranked = categories.map((category, rank) => ({ ...category, rank }));
    const change = { products: [], removed: [], favourites, categories: ranked };
    await saveCatalogue(client, caller.business, change);
    const detail = { favourites: String(favourites.length), categories: String(categories.length) };
    await noteAct(client, caller, { act: 'tilesArranged', till: null, detail }, now);
    return answer(await readTiles(client, caller.business));
  });
}

function hasTwins(ids: readonly string[]): boolean {
  return new Set(ids).size < ids.length;
}

async function areProducts(client: PoolClient, business: string, ids: readonly string[]): Promise<boolean> {
  const found = await queryRows(
    client,
    'select product from evertill.product where business = $1 and product = any($2) and not removed',
    [business, ids],
    z.object({ product: z.string() }),
  );
  return found.length === ids.length;
}
