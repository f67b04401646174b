/**
 * Puts a tax class's dated rates in the place of those they were made to, in every shop that has them so; tills hear of it with their next
 * roster. What was sold before today keeps its tax. Taking a change back is the same change the other way round.
 */
import * as z from 'zod/mini';
import { taxClassFault } from '../../domain/tax-class-fault.ts';
import type { TaxRate } from '../../domain/tax-rate.ts';
import type { ChangeTaxClass, TaxClass } from '../../protocol/catalogue-messages.ts';
import { inTransaction } from '../database/in-transaction.ts';
import { queryRow, type Queryable } from '../database/query-rows.ts';
import { raiseVersion } from '../reference/raise-version.ts';
import { noteAct } from './note-act.ts';
import type { Asked } from './office-route.ts';
import { answer, refused, type Outcome } from './outcome.ts';
import { readTaxClasses } from './read-tax-classes.ts';
import { dayAt, shopsOf, type Shop } from './shop-of-business.ts';

const CHANGED = refused(409, 'changed-meanwhile', 'Someone else changed this tax meanwhile.');
const NO_SHOP = refused(409, 'input-invalid', 'There is no shop yet.');
const USED = refused(409, 'input-invalid', 'Products have this tax, so it must keep a rate.');
const MIXED = refused(400, 'input-invalid', 'A rate is of another class.');

export async function changeTaxClass(
  asked: Asked<ChangeTaxClass>,
): Promise<Outcome<{ readonly classes: TaxClass[] }>> {
  const { input, caller, pool, now } = asked;
  const { id, before, after } = input;
  if ([...before, ...after].some((rate) => rate.class !== id)) return MIXED;
  return inTransaction(pool, async (client) => {
    const { business } = caller;
    await raiseVersion(client, business, 'roster');
    await client.query('select 1 from evertill.shop where business = $1 order by shop for update', [
      business,
    ]);
    const shops = await shopsOf(client, business);
    const [first] = shops;
    if (first === undefined) return NO_SHOP;
    if (!isSame(ratesOf(first, id), before)) return CHANGED;
    const fault = after.length === 0 ? null : taxClassFault(before, after, dayAt(now, first.policy));
    if (fault !== null) return refused(400, 'input-invalid', fault);
    if (after.length === 0 && (await isUsed(client, business, id))) return USED;
    await raiseVersion(client, business, 'roster');
    for (const shop of shops) if (isSame(ratesOf(shop, id), before)) await putRates(client, shop, id, after);
    const detail = { name: id, before: ratesText(before), after: ratesText(after) };
    await noteAct(client, caller, { act: 'taxChanged', till: null, detail }, now);
    return answer({ classes: await readTaxClasses(client, business) });
  });
}

function ratesOf({ policy }: Shop, id: string): readonly TaxRate[] {
  return policy.taxRates.filter((rate) => rate.class === id);
}

/** As who reads of it later would want it. */
function ratesText(rates: readonly TaxRate[]): string {
  return JSON.stringify({ rates: rates.map(({ from, rate }) => `${String(rate / 100)} % (${from})`) });
}

function isSame(one: readonly TaxRate[], other: readonly TaxRate[]): boolean {
  return textOf(one) === textOf(other);
}

function textOf(rates: readonly TaxRate[]): string {
  const texts = rates.map(({ from, rate }) => `${from} ${String(rate)}`);
  return texts.toSorted().join('; ');
}

async function putRates(client: Queryable, shop: Shop, id: string, after: readonly TaxRate[]): Promise<void> {
  const others = shop.policy.taxRates.filter((rate) => rate.class !== id);
  await client.query(
    `update evertill.shop set policy = jsonb_set(policy, '{taxRates}', $2) where shop = $1`,
    [shop.shop, JSON.stringify([...others, ...after])],
  );
}

async function isUsed(client: Queryable, business: string, id: string): Promise<boolean> {
  const found = await queryRow(
    client,
    `select 1 as found from evertill.product where business = $1 and not removed
       and $2 in (content -> 'tax' ->> 'class', content -> 'tax' ->> 'eatIn', content -> 'tax' ->> 'takeAway') limit 1`,
    [business, id],
    z.object({ found: z.int() }),
  );
  return found !== null;
}
