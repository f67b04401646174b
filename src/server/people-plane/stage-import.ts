/** Takes rows of an import: finds each its product, and keeps what it was with what it becomes. Nothing that is sold changes yet. */
import { uuidv7 } from 'uuidv7';
import * as z from 'zod/mini';
import type { Category, Product } from '../../domain/catalogue.ts';
import { importedProduct, isSameProduct } from '../../domain/imported-product.ts';
import { productFault } from '../../domain/product-fault.ts';
import type { Day } from '../../domain/trading-day.ts';
import type { ImportRow, ImportRows, ImportState } from '../../protocol/import-messages.ts';
import { CATEGORIES_MAX } from '../../protocol/limits.ts';
import { categorySchema } from '../../protocol/pull.ts';
import { inTransaction } from '../database/in-transaction.ts';
import { queryRows, type Queryable } from '../database/query-rows.ts';
import { findImported, type FoundFor } from './find-imported.ts';
import { findImport, holdImport, stateOf, type HeldImport } from './import-state.ts';
import type { Asked } from './office-route.ts';
import { answer, NOT_FOUND, refused, type Outcome, type Refused } from './outcome.ts';
import { readTaxClasses } from './read-tax-classes.ts';
import { dayAt, shopsOf } from './shop-of-business.ts';

const BEGUN = refused(409, 'changed-meanwhile', 'This import is being carried out; it takes no more rows.');
const TOO_MANY = refused(400, 'input-invalid', 'More rows than the import was begun with.');
const NO_SHOP = refused(409, 'input-invalid', 'There is no shop yet whose prices these could be.');
const CATEGORY_COLOUR = '#7a8b99';

interface Staging {
  readonly held: HeldImport;
  readonly today: Day;
  /** Ids by their names in lower case. */
  readonly categories: Map<string, string>;
  readonly nameOf: ReadonlyMap<string, string>;
  /** Those that the import makes. */
  readonly made: Category[];
}

interface StagedRow {
  readonly row: number;
  readonly product: string;
  readonly key: string;
  readonly name: string;
  readonly outcome: 'fresh' | 'changed' | 'same' | 'twice';
  readonly sharing: boolean;
  readonly twiceAs: number | null;
  readonly before: Product | null;
  readonly after: Product | null;
  readonly withoutTax: boolean;
  readonly withoutPrice: boolean;
}

export async function stageImport(asked: Asked<ImportRows>): Promise<Outcome<ImportState>> {
  const { input, caller, pool, now } = asked;
  return inTransaction(pool, async (client): Promise<Outcome<ImportState>> => {
    const held = await holdImport(client, caller.business, input.import);
    if (held === null) return NOT_FOUND;
    if (held.stage !== 'staging' && held.stage !== 'ready') return BEGUN;
    const rows = await notYetHere(client, held, input.rows);
    if (held.counts.staged + rows.length > held.rows) return TOO_MANY;
    const staging = await startStaging(client, caller.business, held, now);
    if (staging === null) return NO_SHOP;
    const staged = await stageRows(client, caller.business, staging, rows);
    if (!Array.isArray(staged)) return staged;
    await keepRows(client, caller.business, staging, staged);
    const after = await findImport(client, caller.business, held.import);
    return after === null ? NOT_FOUND : answer(stateOf(after));
  });
}

/** A chunk may come twice, because its answer was lost. */
async function notYetHere(
  client: Queryable,
  held: HeldImport,
  rows: readonly ImportRow[],
): Promise<ImportRow[]> {
  const here = await queryRows(
    client,
    'select row from evertill.catalogue_import_row where import = $1 and row = any($2)',
    [held.import, rows.map(({ row }) => row)],
    z.object({ row: z.int() }),
  );
  const known = new Set(here.map(({ row }) => row));
  return [...new Map(rows.map((row) => [row.row, row])).values()].filter(({ row }) => !known.has(row));
}

async function startStaging(
  client: Queryable,
  business: string,
  held: HeldImport,
  now: number,
): Promise<Staging | null> {
  const [shop] = await shopsOf(client, business);
  if (shop === undefined) return null;
  const rows = await queryRows(
    client,
    `select content from evertill.category where business = $1 order by (content ->> 'rank')::int desc`,
    [business],
    z.object({ content: categorySchema }),
  );
  const known = [...rows.map(({ content }) => content), ...held.categories];
  return {
    held,
    today: dayAt(now, shop.policy),
    categories: new Map(known.map(({ id, name }) => [name.toLowerCase(), id])),
    nameOf: new Map(known.map(({ id, name }) => [id, name.toLowerCase()])),
    made: [...held.categories],
  };
}

async function stageRows(
  client: Queryable,
  business: string,
  staging: Staging,
  rows: readonly ImportRow[],
): Promise<StagedRow[] | Refused> {
  const found = await findImported(client, business, rows);
  const taken = await takenBefore(client, staging.held, rows, found);
  const classes = new Set((await readTaxClasses(client, business)).map(({ id }) => id));
  const staged: StagedRow[] = [];
  for (const row of rows) {
    const one = stageRow(staging, row, found(row), taken);
    const fault = one.after === null ? null : productFault(one.after, classes);
    if (fault !== null) return refused(400, 'input-invalid', `Row ${String(row.row)}: ${fault}`);
    staged.push(one);
  }
  const isTooMany = staging.categories.size > CATEGORIES_MAX;
  return isTooMany ? refused(400, 'input-invalid', 'Too many categories.') : staged;
}

function stageRow(
  staging: Staging,
  row: ImportRow,
  { product: before, sharing: isShared }: FoundFor,
  taken: Map<string, number>,
): StagedRow {
  const id = before?.id ?? row.id ?? uuidv7();
  const key = keyOf(row);
  const twiceAs = taken.get(id) ?? taken.get(key) ?? null;
  const what = { row: row.row, product: id, key, name: row.name };
  const nothing = { sharing: false, withoutTax: false, withoutPrice: false };
  if (twiceAs !== null) return { ...what, ...nothing, outcome: 'twice', twiceAs, before: null, after: null };
  taken.set(id, row.row).set(key, row.row);
  const sharing = isShared || row.sharesInFile;
  const { otherwise } = staging.held;
  const category =
    before !== null && isIn(staging, before, row.category)
      ? before.category
      : categoryOf(staging, row.category ?? otherwise.category);
  const terms = { id, category, tax: otherwise.tax, today: staging.today };
  const after = importedProduct(before, row, terms);
  if (before !== null && isSameProduct(before, after))
    return { ...what, ...nothing, sharing, outcome: 'same', twiceAs, before: null, after: null };
  const isFresh = before === null;
  return {
    ...{ ...what, sharing, twiceAs, before, after },
    outcome: isFresh ? 'fresh' : 'changed',
    withoutTax: isFresh && row.tax === null,
    withoutPrice: isFresh && after.prices.length === 0,
  };
}

/** Several categories may have one name: a product stays in its own. */
function isIn({ nameOf }: Staging, { category }: Product, wanted: string | null): boolean {
  return wanted === null || nameOf.get(category) === wanted.toLowerCase();
}

function categoryOf({ categories, made }: Staging, name: string): string {
  const known = categories.get(name.toLowerCase());
  if (known !== undefined) return known;
  const category = { id: uuidv7(), name, colour: CATEGORY_COLOUR, rank: 0 };
  categories.set(name.toLowerCase(), category.id);
  made.push(category);
  return category.id;
}

/** Two rows that the next import of the same file would take for one product are one. */
function keyOf({ id, sku, barcodes, name }: ImportRow): string {
  if (id !== null) return `id ${id}`;
  if (sku !== null) return `sku ${sku}`;
  return `name ${barcodes?.[0] ?? ''} ${name}`;
}

/** The rows before, by product and by what the file calls it. */
async function takenBefore(
  client: Queryable,
  held: HeldImport,
  rows: readonly ImportRow[],
  found: (row: ImportRow) => FoundFor,
): Promise<Map<string, number>> {
  const taken = await queryRows(
    client,
    `select product, key, row from evertill.catalogue_import_row
     where import = $1 and outcome <> 'twice' and (product = any($2) or key = any($3))`,
    [held.import, rows.flatMap((row) => found(row).product?.id ?? []), rows.map(keyOf)],
    z.object({ product: z.string(), key: z.string(), row: z.int() }),
  );
  return new Map(
    taken.flatMap(({ product, key, row }): [string, number][] => [
      [product, row],
      [key, row],
    ]),
  );
}

async function keepRows(
  client: Queryable,
  business: string,
  { held, made }: Staging,
  staged: readonly StagedRow[],
): Promise<void> {
  await client.query(
    `insert into evertill.catalogue_import_row
       (business, import, row, product, key, name, outcome, sharing, twice_as, before, after)
     select $1, $2, row, product, key, name, outcome, sharing, "twiceAs", nullif(before, 'null'), nullif(after, 'null')
     from jsonb_to_recordset($3::jsonb) as r
       (row int, product text, key text, name text, outcome text, sharing boolean, "twiceAs" int, before jsonb, after jsonb)`,
    [business, held.import, JSON.stringify(staged)],
  );
  const count = (is: (row: StagedRow) => boolean) => staged.filter(is).length;
  await client.query(
    `update evertill.catalogue_import set categories = $2, staged = staged + $3, fresh = fresh + $4, changed = changed + $5,
       same = same + $6, twice = twice + $7, sharing = sharing + $8, without_tax = without_tax + $9,
       without_price = without_price + $10, stage = case when staged + $3 = rows then 'ready' else 'staging' end
     where import = $1`,
    [
      held.import,
      JSON.stringify(made),
      staged.length,
      ...(['fresh', 'changed', 'same', 'twice'] as const).map((is) => count(({ outcome }) => outcome === is)),
      count(({ sharing }) => sharing),
      count(({ withoutTax }) => withoutTax),
      count(({ withoutPrice }) => withoutPrice),
    ],
  );
}
