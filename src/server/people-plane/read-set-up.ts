/** How far a shop's set-up is: read from what is there, and only where nothing shows it from what its owner said. */
import * as z from 'zod/mini';
import {
  SET_UP_STEPS,
  setUpStepSchema,
  type SetUp,
  type SetUpState,
  type SetUpStep,
} from '../../protocol/set-up-messages.ts';
import { queryRow, queryRows, type Queryable } from '../database/query-rows.ts';
import type { Shop } from './shop-of-business.ts';

/** Whoever has sold so much asks no set-up how much. */
const SALES_COUNTED_MAX = 1_000;
/** The owner alone is nobody to hand a till to. */
const PEOPLE_TO_BE_STAFF = 2;

export async function readSetUp(database: Queryable, business: string, shop: Shop): Promise<SetUp> {
  const counts = await readCounts(database, business);
  const said = await readSaid(database, business);
  const { policy } = shop;
  const seen: Partial<Record<SetUpStep, boolean>> = {
    business: policy.vatNumber !== '',
    shop: policy.address.length > 0,
    products: counts.products > 0,
    staff: counts.people >= PEOPLE_TO_BE_STAFF,
    till: counts.tills > 0,
    sale: counts.sales > 0,
  };
  const stateOf = (step: SetUpStep): SetUpState =>
    seen[step] === true ? 'done' : (said.get(step) ?? 'open');
  return {
    steps: SET_UP_STEPS.map((step) => ({ step, is: stateOf(step) })),
    business: { name: policy.businessName, vatNumber: policy.vatNumber },
    shop: {
      id: shop.shop,
      name: shop.name,
      address: [...policy.address],
      startOfDay: policy.startOfDay,
      timeZone: policy.timeZone,
    },
    tax: { ...policy.tax, isFixed: counts.sales > 0 },
    counts,
  };
}

const countsSchema = z.object({ products: z.int(), people: z.int(), tills: z.int(), sales: z.int() });

async function readCounts(database: Queryable, business: string): Promise<SetUp['counts']> {
  const counts = await queryRow(
    database,
    `select
       (select count(*) from evertill.product where business = $1 and not removed) as products,
       (select count(*) from evertill.person where business = $1 and removed_at is null) as people,
       (select count(*) from evertill.till where business = $1 and public_key is not null and not revoked) as tills,
       (select count(*) from (select from evertill.receipt where business = $1 limit $2) first) as sales`,
    [business, SALES_COUNTED_MAX],
    countsSchema,
  );
  return counts ?? { products: 0, people: 0, tills: 0, sales: 0 };
}

async function readSaid(
  database: Queryable,
  business: string,
): Promise<ReadonlyMap<SetUpStep, 'done' | 'skipped'>> {
  const rows = await queryRows(
    database,
    'select step, said from evertill.set_up_step where business = $1 and step = any($2)',
    [business, SET_UP_STEPS],
    z.object({ step: setUpStepSchema, said: z.enum(['done', 'skipped']) }),
  );
  return new Map(rows.map(({ step, said }) => [step, said]));
}
