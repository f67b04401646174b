/** Creates a business with its first shop, people and catalogue: what a demo, a drill or an owner starts with. */
import type { Category, Product } from '../../domain/catalogue.ts';
import type { ShopPolicy } from '../../domain/shop-policy.ts';
import type { Queryable } from '../database/query-rows.ts';
import { saveCatalogue } from './save-catalogue.ts';
import { savePeople, type NewPerson } from './save-people.ts';

export interface NewBusiness {
  readonly business: string;
  readonly shop: string;
  /** Demo and real never share a business. */
  readonly kind: 'real' | 'demo' | 'drill' | 'canary';
  readonly policy: ShopPolicy;
  readonly people: readonly NewPerson[];
  readonly products: readonly Product[];
  readonly categories: readonly Category[];
  readonly favourites: readonly string[];
}

export const FIRST_SHOP_LETTER = 'A';

/** Call it in a transaction. */
export async function createBusiness(client: Queryable, wanted: NewBusiness, now: number): Promise<void> {
  const { business, shop, policy } = wanted;
  await client.query(
    'insert into evertill.business (business, name, kind, created_at) values ($1, $2, $3, $4)',
    [business, policy.businessName, wanted.kind, now],
  );
  await addShop(client, { business, shop, letter: FIRST_SHOP_LETTER, policy }, now);
  await savePeople(client, business, wanted.people, now);
  await saveCatalogue(client, business, { ...wanted, removed: [] });
}

export interface NewShop {
  readonly business: string;
  readonly shop: string;
  /** What its receipts' numbers begin with: one of its own in the business. */
  readonly letter: string;
  readonly policy: ShopPolicy;
}

export async function addShop(client: Queryable, wanted: NewShop, now: number): Promise<void> {
  const { business, shop, letter, policy } = wanted;
  await client.query(
    'insert into evertill.shop (shop, business, name, letter, policy, created_at) values ($1, $2, $3, $4, $5, $6)',
    [shop, business, policy.shopName, letter, policy, now],
  );
}
