/** How far a shop's set-up is: read from what is there, and only where nothing shows it from what its owner said. */
import * as z from 'zod/mini';
import {
  SET_UP_STEPS,
  setUpSchema,
  setUpStepSchema,
  TEST_RECEIPT_PRODUCTS_MAX,
  type SetUp,
  type SetUpState,
  type SetUpStep,
  type TestReceipt,
} from '../../protocol/set-up-messages.ts';
import { productSchema } from '../../protocol/pull.ts';
import { queryRow, queryRows, type Queryable } from '../database/query-rows.ts';
import { SALE_COLUMNS, SALE_SOURCE } from './read-sales.ts';
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
      openingHours: policy.openingHours ?? null,
      timeZone: policy.timeZone,
    },
    tax: { ...policy.tax, isFixed: counts.sales > 0 },
    counts,
    firstSale: counts.sales === 0 ? null : await readFirstSale(database, shop),
  };
}

function readFirstSale(database: Queryable, { shop }: Shop): Promise<SetUp['firstSale']> {
  return queryRow(
    database,
    `select ${SALE_COLUMNS} from ${SALE_SOURCE} where r.shop = $1 order by r.at, r.till, r.seq limit 1`,
    [shop],
    setUpSchema.shape.firstSale,
  );
}

/** Of a large catalogue that is enough to find goods of every tax. */
const PRODUCTS_LOOKED_AT = 1_000;

export async function readTestReceipt(
  database: Queryable,
  business: string,
  { policy }: Shop,
): Promise<TestReceipt> {
  const rows = await queryRows(
    database,
    `select content from
       (select content, row_number() over (partition by content -> 'tax' order by product) as turn from
          (select product, content from evertill.product where business = $1 and not removed order by product limit $2) few
        where jsonb_array_length(content -> 'prices') > 0) taxed
     order by turn, content -> 'tax' limit $3`,
    [business, PRODUCTS_LOOKED_AT, TEST_RECEIPT_PRODUCTS_MAX],
    z.object({ content: productSchema }),
  );
  return { policy, products: rows.map(({ content }) => content) };
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
