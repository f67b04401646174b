/**
 * Carries an import out, or takes it back, a bounded step at a time: between two steps everybody else gets on. Products are written under
 * the version that comes next, and only the last step raises it, so that tills fetch the whole import once.
 */
import type { PoolClient } from 'pg';
import * as z from 'zod/mini';
import type { ImportStage, ImportState, ImportStep } from '../../protocol/import-messages.ts';
import { inTransaction } from '../database/in-transaction.ts';
import { queryRow, type Queryable } from '../database/query-rows.ts';
import { raiseVersion } from '../reference/raise-version.ts';
import { findImport, holdImport, stateOf, type HeldImport } from './import-state.ts';
import { noteAct } from './note-act.ts';
import type { Asked } from './office-route.ts';
import { answer, NOT_FOUND, refused, type Outcome } from './outcome.ts';

/** About a fifth of a second. */
const STEP_ROWS = 1_000;
const NOT_NOW = refused(409, 'changed-meanwhile', 'This import is not at the point where that can be done.');

interface Way {
  /** In which it may be asked for, the last one being its own. */
  readonly from: readonly ImportStage[];
  readonly while: ImportStage;
  readonly over: ImportStage;
  readonly act: 'productsImported' | 'importTakenBack';
  readonly step: string;
  /** Of the state that rows it carried out are in. */
  readonly counted: 'applied' | 'undone';
}

export function applyImport(asked: Asked<ImportStep>): Promise<Outcome<ImportState>> {
  return takeStep(asked, APPLY);
}

export function undoImport(asked: Asked<ImportStep>): Promise<Outcome<ImportState>> {
  return takeStep(asked, UNDO);
}

function takeStep(asked: Asked<ImportStep>, way: Way): Promise<Outcome<ImportState>> {
  const { input, caller, pool, now } = asked;
  const { business } = caller;
  return inTransaction(pool, async (client) => {
    const found = await holdImport(client, business, input.import);
    if (found === null) return NOT_FOUND;
    if (found.stage === way.over) return answer(stateOf(found));
    if (found.stage !== way.while && !way.from.includes(found.stage)) return NOT_NOW;
    // Not for update: tills that send refer to the business and must not wait.
    const version = await nextVersion(client, business);
    if (found.stage !== way.while) await begin(client, business, found, way);
    const isOver = await stepOn(client, business, version, found, way);
    if (isOver) {
      if (way === UNDO) await removeCategories(client, business, found);
      await raiseVersion(client, business, 'catalogue');
    }
    const after = await findImport(client, business, input.import);
    if (after === null) return NOT_FOUND;
    if (isOver) await noteAct(client, caller, { act: way.act, till: null, detail: detailOf(after) }, now);
    return answer(stateOf(after));
  });
}

/** What the version will be when it is raised next; nobody raises it before this transaction ends. */
async function nextVersion(client: Queryable, business: string): Promise<number> {
  const row = await queryRow(
    client,
    'select version + 1 as version from evertill.business where business = $1 for no key update',
    [business],
    z.object({ version: z.int() }),
  );
  if (row === null) throw new Error(`no business ${business}`);
  return row.version;
}

async function begin(client: PoolClient, business: string, held: HeldImport, way: Way): Promise<void> {
  await client.query(
    `update evertill.catalogue_import
     set stage = $2, applied_to = position, position = 0, done = 0, kept = 0 where import = $1`,
    [held.import, way.while],
  );
  if (way === APPLY) await addCategories(client, business, held);
}

/** @returns whether it was the last one. */
async function stepOn(
  client: Queryable,
  business: string,
  version: number,
  held: HeldImport,
  way: Way,
): Promise<boolean> {
  const step = await queryRow(
    client,
    way.step,
    [business, version, held.import, STEP_ROWS],
    z.object({ gone: z.int(), carried: z.int(), kept: z.int(), last: z.nullable(z.int()) }),
  );
  const { gone = 0, carried = 0, kept = 0, last = null } = step ?? {};
  const isOver = gone < STEP_ROWS;
  await client.query(
    `update evertill.catalogue_import set done = done + $2, ${way.counted} = ${way.counted} + $3, kept = kept + $4,
       position = coalesce($5, position), stage = $6 where import = $1`,
    [held.import, gone, carried, kept, last, isOver ? way.over : way.while],
  );
  return isOver;
}

/** Behind those that are there. */
async function addCategories(client: Queryable, business: string, { categories }: HeldImport): Promise<void> {
  await client.query(
    `insert into evertill.category (business, category, content)
     select $1, c ->> 'id', jsonb_set(c, '{rank}', to_jsonb(place::int + (
       select coalesce(max((content ->> 'rank')::int), 0) from evertill.category where business = $1)))
     from jsonb_array_elements($2::jsonb) with ordinality as made (c, place) on conflict do nothing`,
    [business, JSON.stringify(categories)],
  );
}

/** Those with products in them by now stay, and so does the last of all. */
async function removeCategories(
  client: Queryable,
  business: string,
  { categories }: HeldImport,
): Promise<void> {
  await client.query(
    `delete from evertill.category c where business = $1 and category = any($2)
       and not exists (select 1 from evertill.product p
         where p.business = $1 and not p.removed and p.content ->> 'category' = c.category)
       and exists (select 1 from evertill.category other where other.business = $1 and other.category <> all($2))`,
    [business, categories.map(({ id }) => id)],
  );
}

function detailOf({ import: id, fileName, counts }: HeldImport): Record<string, string> {
  const { fresh, changed, applied, undone, kept } = counts;
  return {
    ...{ import: id, name: fileName, fresh: String(fresh), changed: String(changed) },
    ...{ applied: String(applied), undone: String(undone), kept: String(kept) },
  };
}

/** Rows of this step, and what became of each: written, or kept as somebody made it since. */
const stepOf = (way: 'apply' | 'undo', wanted: string, writing: string) => `
  with batch as (
    select r.row, r.product, r.outcome, r.before, r.after, ${wanted} as wanted
    from evertill.catalogue_import_row r join evertill.catalogue_import i using (import)
    where r.import = $3 and r.outcome in ('fresh', 'changed') and r.row > i.position ${way === 'undo' ? 'and r.row <= i.applied_to' : ''}
    order by r.row limit $4),
  ${writing},
  passed as (
    update evertill.catalogue_import_row r set kept = '${way}'
    from batch b where b.wanted and r.import = $3 and r.row = b.row and not exists (
      select 1 from written w where w.product = b.product)
    returning r.row)
  select count(*)::int as gone, max(row) as last, (select count(*)::int from written) as carried,
    (select count(*)::int from passed) as kept
  from batch`;

const APPLY: Way = {
  from: ['ready'],
  while: 'applying',
  over: 'applied',
  act: 'productsImported',
  counted: 'applied',
  step: stepOf(
    'apply',
    'true',
    `added as (
      insert into evertill.product as held (business, product, version, content)
      select $1, product, $2, after from batch where outcome = 'fresh'
      on conflict (business, product) do update
        set version = excluded.version, content = excluded.content, removed = false
        where held.removed
      returning product),
    changed as (
      update evertill.product held set version = $2, content = b.after
      from batch b where b.outcome = 'changed' and held.business = $1 and held.product = b.product
        and not held.removed and held.content = b.before
      returning held.product),
    written as materialized (select product from added union all select product from changed)`,
  ),
};

const UNDO: Way = {
  from: ['applied', 'applying'],
  while: 'undoing',
  over: 'undone',
  act: 'importTakenBack',
  counted: 'undone',
  step: stepOf(
    'undo',
    '(r.kept is null)',
    `written as (
      update evertill.product held
        set version = $2, removed = b.before is null, content = coalesce(b.before, held.content)
      from batch b where b.wanted and held.business = $1 and held.product = b.product
        and not held.removed and held.content = b.after
      returning held.product)`,
  ),
};
