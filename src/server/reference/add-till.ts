/** Adds a till to a shop, with a drawer of its own: its place in the receipt series is taken for good, so no number is ever printed twice. */
import { uuidv7 } from 'uuidv7';
import * as z from 'zod/mini';
import { queryRow, type Queryable } from '../database/query-rows.ts';

export interface AddedTill {
  readonly till: string;
  readonly business: string;
  readonly series: string;
}

const placeSchema = z.object({ business: z.string(), letter: z.string(), number: z.int() });

/** Call it in a transaction. @returns null when there is no such shop. */
export async function addTill(
  client: Queryable,
  shop: string,
  name: string,
  now: number,
): Promise<AddedTill | null> {
  const place = await queryRow(
    client,
    `update evertill.shop set next_till_number = next_till_number + 1 where shop = $1
     returning business, letter, next_till_number - 1 as number`,
    [shop],
    placeSchema,
  );
  if (place === null) return null;
  const till = uuidv7();
  const drawer = uuidv7();
  const series = `${place.letter}${place.number}`;
  await client.query(
    'insert into evertill.drawer (drawer, business, shop, name, created_at) values ($1, $2, $3, $4, $5)',
    [drawer, place.business, shop, `Drawer ${String(place.number)}`, now],
  );
  await client.query(
    `insert into evertill.till (till, business, shop, name, series, created_at, drawer, counts_drawer)
     values ($1, $2, $3, $4, $5, $6, $7, true)`,
    [till, place.business, shop, name, series, now, drawer],
  );
  await client.query('insert into evertill.till_head (till, business) values ($1, $2)', [
    till,
    place.business,
  ]);
  return { till, business: place.business, series };
}
