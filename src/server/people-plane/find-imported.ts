/** Which product each row of a file is for: by id, else stock number, else barcode, and by its name only where it has neither code. */
import * as z from 'zod/mini';
import type { Product } from '../../domain/catalogue.ts';
import type { ImportRow } from '../../protocol/import-messages.ts';
import { productSchema } from '../../protocol/pull.ts';
import { queryRows, type Queryable } from '../database/query-rows.ts';

export interface FoundFor {
  /** Null: a new one. */
  readonly product: Product | null;
  /** Another product is found by one of its barcodes too. */
  readonly sharing: boolean;
}

export async function findImported(
  database: Queryable,
  business: string,
  rows: readonly ImportRow[],
): Promise<(row: ImportRow) => FoundFor> {
  const candidates = await readCandidates(database, business, rows);
  const byId = new Map(candidates.map((product) => [product.id, product]));
  const bySku = groupedBy(candidates, ({ sku }) => [sku]);
  const byBarcode = groupedBy(candidates, ({ barcodes }) => barcodes);
  const byName = groupedBy(candidates, ({ name }) => [name]);

  function productFor(row: ImportRow): Product | null {
    if (row.id !== null) return byId.get(row.id) ?? null;
    if (row.sku !== null) return onlyOne(bySku.get(row.sku), row);
    const [barcode] = row.barcodes ?? [];
    if (barcode !== undefined) return onlyOne(byBarcode.get(barcode), row);
    return onlyOne(byName.get(row.name), row);
  }
  return (row) => {
    const product = productFor(row);
    const others = (row.barcodes ?? []).flatMap((code) => byBarcode.get(code) ?? []);
    return { product, sharing: others.some(({ id }) => id !== product?.id) };
  };
}

/** Of several, the one with the very name. */
function onlyOne(found: readonly Product[] | undefined, row: ImportRow): Product | null {
  if (found?.length === 1) return found[0] ?? null;
  const named = found?.filter(({ name }) => name === row.name) ?? [];
  return named.length === 1 ? (named[0] ?? null) : null;
}

function groupedBy(
  products: readonly Product[],
  keysOf: (product: Product) => readonly string[],
): ReadonlyMap<string, Product[]> {
  const groups = new Map<string, Product[]>();
  for (const product of products) for (const key of keysOf(product)) put(groups, key, product);
  return groups;
}

function put(groups: Map<string, Product[]>, key: string, product: Product): void {
  const group = groups.get(key);
  if (group === undefined) groups.set(key, [product]);
  else group.push(product);
}

async function readCandidates(
  database: Queryable,
  business: string,
  rows: readonly ImportRow[],
): Promise<Product[]> {
  const nameless = rows.filter(({ sku, barcodes }) => sku === null && (barcodes ?? []).length === 0);
  const found = await queryRows(
    database,
    CANDIDATES,
    [
      business,
      rows.flatMap(({ id }) => (id === null ? [] : [id])),
      rows.flatMap(({ sku }) => (sku === null ? [] : [sku])),
      rows.flatMap(({ barcodes }) => barcodes ?? []),
      nameless.map(({ name }) => name),
    ],
    z.object({ content: productSchema }),
  );
  return found.map(({ content }) => content);
}

/** Once through the business's products: with several businesses kept apart, no index on what is in them is of use. */
const CANDIDATES = `
  select content from evertill.product
  where business = $1 and not removed and (
    product = any($2) or content ->> 'sku' = any($3) or content ->> 'name' = any($5)
    or exists (select 1 from jsonb_array_elements_text(content -> 'barcodes') code where code = any($4)))`;
