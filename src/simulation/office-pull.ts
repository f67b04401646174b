/** What tills pull from the simulated head office: the signed roster whole, the catalogue in very small pages. */
import { signRoster } from '../journal/roster-signature.ts';
import { productSchema, type CataloguePage } from '../protocol/pull.ts';
import { shopPolicySchema, type SignedRoster } from '../protocol/roster.ts';
import { decodeCursor, encodeCursor } from '../server/till-plane/catalogue-cursor.ts';
import { TRIAL_POLICY, trialProduct } from '../testing/trial-shop.ts';
import type { OfficeTables } from './ledger-tables.ts';
import type { OfficeKeys } from './office-keys.ts';

export const BUSINESS = 'business-1';
export const SHOP = 'shop-1';
const PRODUCTS_PER_PAGE = 3;
const POLICY = shopPolicySchema.parse(TRIAL_POLICY);

type Product = CataloguePage['products'][number];
const products = new Map<string, Product>();

/** As it goes over the wire; the same product is made once. */
function product(id: string, name: string): Product {
  const known = products.get(`${id} ${name}`) ?? productSchema.parse(trialProduct({ id, name }));
  products.set(`${id} ${name}`, known);
  return known;
}

export function rosterFor(
  tables: OfficeTables,
  keys: OfficeKeys,
  till: string,
  epoch: string,
  now: number,
): Promise<SignedRoster> {
  const revocation = tables.tills.get(till)?.revocation ?? { number: 0, revoked: false };
  const roster = {
    till,
    tillName: till,
    business: BUSINESS,
    shop: SHOP,
    epoch,
    version: tables.rosterVersion,
    issued: now,
    policy: POLICY,
    unlocks: [],
    revocation,
    staff: [],
  };
  return signRoster(roster, keys.online.privateKey, keys.online.certificate);
}

export function cataloguePage(
  tables: OfficeTables,
  epoch: string,
  cursorText: string,
  serverTime: number,
): CataloguePage {
  const version = tables.catalogueVersion;
  const given = decodeCursor(cursorText);
  const cursor = given?.epoch === epoch && given.version <= version ? given : null;
  const whole = { stream: 'catalogue' as const, epoch, categories: [], favourites: [], serverTime };
  if (cursor?.is === 'changes') {
    const changed = [...tables.catalogue].filter(([, entry]) => entry.version > cursor.version);
    const products = changed.flatMap(([id, { name }]) => (name === null ? [] : [product(id, name)]));
    const removed = changed.flatMap(([id, { name }]) => (name === null ? [id] : []));
    const next = encodeCursor({ is: 'changes', epoch, version });
    return { ...whole, version, is: 'changes', page: 0, products, removed, cursor: next, done: true };
  }
  // A snapshot goes on only while nothing has changed since it was begun.
  const begun = cursor?.version === version ? cursor : null;
  const page = begun?.page ?? 0;
  const living = [...tables.catalogue]
    .filter(([, { name }]) => name !== null)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const from = page * PRODUCTS_PER_PAGE;
  const products = living
    .slice(from, from + PRODUCTS_PER_PAGE)
    .map(([id, { name }]) => product(id, name ?? id));
  const done = from + PRODUCTS_PER_PAGE >= living.length;
  const after = products.at(-1)?.id ?? '';
  const next = done
    ? encodeCursor({ is: 'changes', epoch, version })
    : encodeCursor({ is: 'snapshot', epoch, version, page: page + 1, after });
  return { ...whole, version, is: 'snapshot', page, products, removed: [], cursor: next, done };
}
