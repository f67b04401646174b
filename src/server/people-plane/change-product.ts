/**
 * Puts a product, new, changed or gone, in the place of the one it was made to; tills pull it. Taking a change back is the same
 * change the other way round.
 */
import type { PoolClient } from 'pg';
import * as z from 'zod/mini';
import type { Product } from '../../domain/catalogue.ts';
import { productFault } from '../../domain/product-fault.ts';
import type { ChangeProduct, ProductChanged } from '../../protocol/catalogue-messages.ts';
import { inTransaction } from '../database/in-transaction.ts';
import { queryRow, queryRows } from '../database/query-rows.ts';
import { raiseVersion } from '../reference/raise-version.ts';
import { removeProducts, saveProducts } from '../reference/save-catalogue.ts';
import { noteAct, type OfficeAct } from './note-act.ts';
import type { Asked } from './office-route.ts';
import { answer, refused, type Outcome, type Refused } from './outcome.ts';
import { readTaxClasses } from './read-tax-classes.ts';

const CHANGED = refused(409, 'changed-meanwhile', 'Someone else changed this product meanwhile.');
const NOTHING = refused(400, 'input-invalid', 'A change needs a product before or after it, with one id.');
const NO_CATEGORY = refused(400, 'input-invalid', 'There is no such category.');

export async function changeProduct(asked: Asked<ChangeProduct>): Promise<Outcome<ProductChanged>> {
  const { input, caller, pool, now } = asked;
  const { before, after } = input;
  const id = after?.id ?? before?.id;
  if (id === undefined || (before !== null && before.id !== id)) return NOTHING;
  return inTransaction(pool, async (client) => {
    // One change after the other sees what is there.
    await client.query('select 1 from evertill.business where business = $1 for update', [caller.business]);
    const refusal = await refusalOf(client, caller.business, id, input);
    if (refusal !== null) return refusal;
    const version = await raiseVersion(client, caller.business, 'catalogue');
    if (after === null) await removeProducts(client, caller.business, version, [id]);
    else await saveProducts(client, caller.business, version, [after]);
    await noteAct(client, caller, { act: actOf(input), till: null, detail: detailOf(id, input) }, now);
    return answer({ product: after, sharing: await sharing(client, caller.business, after) });
  });
}

async function refusalOf(
  client: PoolClient,
  business: string,
  id: string,
  { before, after }: ChangeProduct,
): Promise<Refused | null> {
  if (!(await isAsBefore(client, business, id, before))) return CHANGED;
  if (after === null) return null;
  const fault = productFault(after, new Set((await readTaxClasses(client, business)).map(({ id }) => id)));
  if (fault !== null) return refused(400, 'input-invalid', fault);
  return (await isCategory(client, business, after.category)) ? null : NO_CATEGORY;
}

async function isAsBefore(
  client: PoolClient,
  business: string,
  id: string,
  before: Product | null,
): Promise<boolean> {
  const row = await queryRow(
    client,
    `select (not removed and content = $3::jsonb) as same, removed from evertill.product
     where business = $1 and product = $2`,
    [business, id, JSON.stringify(before)],
    z.object({ same: z.boolean(), removed: z.boolean() }),
  );
  return before === null ? row === null || row.removed : row?.same === true;
}

async function isCategory(client: PoolClient, business: string, category: string): Promise<boolean> {
  const text = 'select 1 as found from evertill.category where business = $1 and category = $2';
  return (await queryRow(client, text, [business, category], z.object({ found: z.int() }))) !== null;
}

const SHARING_MAX = 5;

/** Other products that one of its barcodes or its stock number means too. That is allowed: the till asks which. */
function sharing(
  client: PoolClient,
  business: string,
  after: Product | null,
): Promise<ProductChanged['sharing']> {
  if (after === null) return Promise.resolve([]);
  return queryRows(
    client,
    `select content ->> 'name' as name, code from evertill.product, unnest($3::text[]) code
     where business = $1 and not removed and product <> $2
       and (content -> 'barcodes' ? code or content ->> 'sku' = code)
     order by code, name limit $4`,
    [business, after.id, [...after.barcodes, after.sku], SHARING_MAX],
    z.object({ name: z.string(), code: z.string() }),
  );
}

function actOf({ before, after }: ChangeProduct): OfficeAct['act'] {
  if (before === null) return 'productAdded';
  return after === null ? 'productRetired' : 'productChanged';
}

function detailOf(product: string, { before, after }: ChangeProduct): OfficeAct['detail'] {
  return { product, before: JSON.stringify(before), after: JSON.stringify(after) };
}
