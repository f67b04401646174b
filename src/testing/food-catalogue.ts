/** 100,000 real names with their barcodes, from the file beside the repository: what search and speed are judged on. */
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import * as z from 'zod';
import type { Searchable } from '../domain/search/product-search.ts';
import { sharedPath } from './shared-data.ts';

export const FOOD_CATALOGUE = 'catalogue-off/products-100k.csv.gz';

const rowsSchema = z.array(z.object({ gtin: z.string(), name: z.string() }));

export function readFoodCatalogue(): Searchable[] {
  const text = gunzipSync(readFileSync(sharedPath(FOOD_CATALOGUE))).toString('utf8');
  const rows = rowsSchema.parse(parse(text, { columns: true }));
  return rows.map(({ gtin, name }) => ({ name, sku: gtin, barcodes: [gtin] }));
}
