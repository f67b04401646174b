/** Writes products, categories and favourites in bulk, under one new version of the catalogue. */
import type { Category, Product } from '../../domain/catalogue.ts';
import type { Queryable } from '../database/query-rows.ts';
import { raiseVersion } from './raise-version.ts';

export interface CatalogueChange {
  readonly products: readonly Product[];
  /** Ids of products that are gone. */
  readonly removed: readonly string[];
  /** Null leaves them as they are; a list replaces them all. */
  readonly categories: readonly Category[] | null;
  /** Product ids in the order of the tiles. */
  readonly favourites: readonly string[] | null;
}

/** Call it in a transaction. Products that did not change keep their version. @returns the new version. */
export async function saveCatalogue(
  client: Queryable,
  business: string,
  change: CatalogueChange,
): Promise<number> {
  const version = await raiseVersion(client, business, 'catalogue');
  if (change.categories !== null) await replaceCategories(client, business, change.categories);
  await saveProducts(client, business, version, change.products);
  await removeProducts(client, business, version, change.removed);
  if (change.favourites !== null) await replaceFavourites(client, business, change.favourites);
  return version;
}

/** Those that did not change keep their version. */
export async function saveProducts(
  client: Queryable,
  business: string,
  version: number,
  products: readonly Product[],
): Promise<void> {
  await client.query(
    `insert into evertill.product as held (business, product, version, content)
     select $1, content ->> 'id', $2, content from jsonb_array_elements($3::jsonb) content
     on conflict (business, product) do update
       set version = excluded.version, content = excluded.content, removed = false
       where held.removed or held.content <> excluded.content`,
    [business, version, JSON.stringify(products)],
  );
}

/** Leaves a tombstone that tills hear of. */
export async function removeProducts(
  client: Queryable,
  business: string,
  version: number,
  removed: readonly string[],
): Promise<void> {
  await client.query(
    `update evertill.product set version = $2, removed = true
     where business = $1 and product = any($3) and not removed`,
    [business, version, removed],
  );
}

async function replaceCategories(
  client: Queryable,
  business: string,
  categories: readonly Category[],
): Promise<void> {
  await client.query('delete from evertill.category where business = $1', [business]);
  await client.query(
    `insert into evertill.category (business, category, content)
     select $1, content ->> 'id', content from jsonb_array_elements($2::jsonb) content`,
    [business, JSON.stringify(categories)],
  );
}

async function replaceFavourites(
  client: Queryable,
  business: string,
  favourites: readonly string[],
): Promise<void> {
  await client.query('delete from evertill.favourite where business = $1', [business]);
  await client.query(
    `insert into evertill.favourite (business, place, product)
     select $1, place, product from unnest($2::text[]) with ordinality as listed (product, place)`,
    [business, favourites],
  );
}
