/** What the till offers to tap: favourites and categories, in order, and the name of just this arrangement. */
import { createHash } from 'node:crypto';
import * as z from 'zod/mini';
import type { Tiles } from '../../protocol/catalogue-messages.ts';
import { categorySchema, productSchema } from '../../protocol/pull.ts';
import { countSchema } from '../../protocol/scalars.ts';
import { queryRows, type Queryable } from '../database/query-rows.ts';

export async function readTiles(database: Queryable, business: string): Promise<Tiles> {
  const favourites = await queryRows(
    database,
    `select p.content from evertill.favourite f join evertill.product p using (business, product)
     where f.business = $1 and not p.removed order by f.place`,
    [business],
    z.object({ content: productSchema }),
  );
  const categories = await queryRows(
    database,
    `select c.content as category, count(p.product)::int as products
     from evertill.category c left join evertill.product p
       on p.business = c.business and p.content ->> 'category' = c.category and not p.removed
     where c.business = $1
     group by c.category, c.content order by (c.content ->> 'rank')::int, c.category`,
    [business],
    z.object({ category: categorySchema, products: countSchema }),
  );
  const products = favourites.map(({ content }) => content);
  const arrangement = [products.map(({ id }) => id), categories.map(({ category }) => category)];
  const seen = createHash('sha256').update(JSON.stringify(arrangement)).digest('hex');
  return { favourites: products, categories, seen };
}
