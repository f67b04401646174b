/** An import of products as it stands, and its lists of what a person would look at. */
import * as z from 'zod/mini';
import {
  importSourceSchema,
  importStageSchema,
  type ImportDetail,
  type ImportState,
} from '../../protocol/import-messages.ts';
import { categorySchema, productTaxSchema } from '../../protocol/pull.ts';
import { queryRow, queryRows, type Queryable } from '../database/query-rows.ts';

const rowSchema = z.object({
  import: z.string(),
  fileName: z.string(),
  source: importSourceSchema,
  begunAt: z.int(),
  begunBy: z.string(),
  rows: z.int(),
  stage: importStageSchema,
  position: z.int(),
  categories: z.array(categorySchema),
  otherwise: z.object({ category: z.string(), tax: productTaxSchema }),
  counts: z.object({
    staged: z.int(),
    fresh: z.int(),
    changed: z.int(),
    same: z.int(),
    twice: z.int(),
    sharing: z.int(),
    withoutTax: z.int(),
    withoutPrice: z.int(),
    done: z.int(),
    applied: z.int(),
    undone: z.int(),
    kept: z.int(),
  }),
});
export type HeldImport = z.infer<typeof rowSchema>;

/** More than anyone takes back by hand, and few enough to keep: each holds every product it touched twice. */
export const IMPORTS_KEPT = 5;
const LISTED_MAX = 500;

/** @returns null when it is no import of this business. */
export function findImport(database: Queryable, business: string, id: string): Promise<HeldImport | null> {
  return queryRow(database, `${HELD} where i.business = $1 and i.import = $2`, [business, id], rowSchema);
}

/** The same, kept from anybody else's hands until the transaction ends. */
export async function holdImport(
  client: Queryable,
  business: string,
  id: string,
): Promise<HeldImport | null> {
  await client.query(
    'select 1 from evertill.catalogue_import where business = $1 and import = $2 for update',
    [business, id],
  );
  return findImport(client, business, id);
}

export async function listImports(database: Queryable, business: string): Promise<ImportState[]> {
  const text = `${HELD} where i.business = $1 order by i.begun_at desc, i.import desc limit $2`;
  return (await queryRows(database, text, [business, IMPORTS_KEPT], rowSchema)).map(stateOf);
}

export async function readImport(
  database: Queryable,
  business: string,
  id: string,
): Promise<ImportDetail | null> {
  const held = await findImport(database, business, id);
  if (held === null) return null;
  const twice = await queryRows(
    database,
    `select row, name, twice_as as "as" from evertill.catalogue_import_row
     where import = $1 and outcome = 'twice' order by row limit $2`,
    [id, LISTED_MAX],
    z.object({ row: z.int(), name: z.string(), as: z.int() }),
  );
  return {
    state: stateOf(held),
    twice,
    sharing: await listed(database, id, 'sharing'),
    kept: await listed(database, id, isTakenBack(held) ? "kept = 'undo'" : "kept = 'apply'"),
    newCategories: held.categories.map(({ name }) => name),
  };
}

export function stateOf({ position: _, categories: __, otherwise: ___, ...state }: HeldImport): ImportState {
  return state;
}

function isTakenBack({ stage }: HeldImport): boolean {
  return stage === 'undoing' || stage === 'undone';
}

function listed(database: Queryable, id: string, which: 'sharing' | "kept = 'apply'" | "kept = 'undo'") {
  return queryRows(
    database,
    `select row, name from evertill.catalogue_import_row where import = $1 and ${which} order by row limit $2`,
    [id, LISTED_MAX],
    z.object({ row: z.int(), name: z.string() }),
  );
}

const HELD = `
  select i.import, i.file_name as "fileName", i.source, i.begun_at as "begunAt", i.rows, i.stage, i.position, i.categories,
    i.otherwise, coalesce(p.name, i.person) as "begunBy",
    json_build_object('staged', i.staged, 'fresh', i.fresh, 'changed', i.changed, 'same', i.same, 'twice', i.twice,
      'sharing', i.sharing, 'withoutTax', i.without_tax, 'withoutPrice', i.without_price, 'done', i.done,
      'applied', i.applied, 'undone', i.undone, 'kept', i.kept) as counts
  from evertill.catalogue_import i
    left join evertill.person p on p.business = i.business and p.person = i.person`;
