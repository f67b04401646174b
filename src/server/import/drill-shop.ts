/** The shop a drill trades in: the products of a real day's file, prices without tax, UK VAT by date. */
import type { Pool } from 'pg';
import { uuidv7 } from 'uuidv7';
import * as z from 'zod/mini';
import type { Category, Product } from '../../domain/catalogue.ts';
import { money } from '../../domain/money.ts';
import type { ShopPolicy } from '../../domain/shop-policy.ts';
import { basisPoints } from '../../domain/tax-rate.ts';
import { shopPolicySchema } from '../../protocol/roster.ts';
import { moneySchema, nameSchema } from '../../protocol/scalars.ts';
import { inTransaction } from '../database/in-transaction.ts';
import type { Queryable } from '../database/query-rows.ts';
import { addTill } from '../reference/add-till.ts';
import { addShop, createBusiness } from '../reference/create-business.ts';
import { issueEnrolmentCode } from '../reference/enrolment-code.ts';
import type { NewPerson } from '../reference/save-people.ts';

const PRODUCTS_MAX = 100_000;
const TILLS_MAX = 20;
const SHOPS_MAX = 10;
const CODE_LENGTH_MAX = 48;
const CODE_LIFE_MS = 24 * 60 * 60_000;

/** POST /api/v1/lab/shops. */
export const drillShopRequestSchema = z.object({
  name: nameSchema,
  tills: z.int().check(z.minimum(1), z.maximum(TILLS_MAX)),
  products: z
    .array(
      z.object({
        /** SKU and barcode at once, compared exactly, case included. */
        code: z.string().check(z.minLength(1), z.maxLength(CODE_LENGTH_MAX)),
        name: nameSchema,
        /** Whole pence without tax; null: the clerk types it. */
        price: z.nullable(moneySchema),
      }),
    )
    .check(z.maxLength(PRODUCTS_MAX)),
  /** Further shops of the same business, under the same rules. */
  moreShops: z.optional(
    z
      .array(z.object({ name: nameSchema, tills: z.int().check(z.minimum(1), z.maximum(TILLS_MAX)) }))
      .check(z.maxLength(SHOPS_MAX - 1)),
  ),
  /** Its rules: those of the drill unless told. */
  policy: z.optional(shopPolicySchema),
});
export type DrillShopRequest = z.infer<typeof drillShopRequestSchema>;

export const drillShopSchema = z.object({
  business: z.string(),
  shop: z.string(),
  tills: z.array(z.object({ till: z.string(), shop: z.string(), name: z.string(), code: z.string() })),
  people: z.array(z.object({ id: z.string(), name: z.string(), role: z.string(), pin: z.string() })),
  office: z.object({ email: z.string(), password: z.string() }),
});
export type DrillShop = z.infer<typeof drillShopSchema>;

const FIRST_DAY = '2000-01-01';
const GOODS: Category = { id: 'goods', name: 'Goods', colour: '#7f9fc4', rank: 1 };

/** A new business with every call, so drills never meet. */
export function createDrillShop(pool: Pool, wanted: DrillShopRequest, now: number): Promise<DrillShop> {
  return inTransaction(pool, async (client) => {
    const business = uuidv7();
    const shop = uuidv7();
    const office = { email: `manager-${business}@drill.example`, password: `a drill in ${business}` };
    const people = drillPeople(office);
    const policy = wanted.policy ?? drillPolicy(wanted.name);
    await createBusiness(
      client,
      {
        business,
        shop,
        kind: 'drill',
        policy,
        people,
        products: wanted.products.map(drillProduct),
        categories: [GOODS],
        favourites: [],
      },
      now,
    );
    const tills = await addTills(client, shop, wanted.tills, now);
    for (const [index, more] of (wanted.moreShops ?? []).entries()) {
      const another = uuidv7();
      const letter = String.fromCharCode('B'.charCodeAt(0) + index);
      await addShop(
        client,
        { business, shop: another, letter, policy: { ...policy, shopName: more.name } },
        now,
      );
      tills.push(...(await addTills(client, another, more.tills, now)));
    }
    return {
      business,
      shop,
      tills,
      people: people.map(({ id, name, role, pin }) => ({ id, name, role, pin })),
      office,
    };
  });
}

function drillProduct({ code, name, price }: DrillShopRequest['products'][number]): Product {
  return {
    id: `goods-${code}`,
    sku: code,
    name,
    category: GOODS.id,
    barcodes: [code],
    unit: 'each',
    prices: price === null ? [] : [{ from: FIRST_DAY, price }],
    tax: { is: 'single', class: 'standard' },
  };
}

async function addTills(
  client: Queryable,
  shop: string,
  count: number,
  now: number,
): Promise<DrillShop['tills']> {
  const tills: DrillShop['tills'] = [];
  for (let number = 1; number <= count; number += 1) {
    const added = await addTill(client, shop, `Till ${String(number)}`, now);
    const issued = added === null ? null : await issueEnrolmentCode(client, added.till, now, CODE_LIFE_MS);
    if (issued === null) throw new Error(`no shop ${shop}`);
    tills.push({ till: issued.till, shop, name: issued.tillName, code: issued.code });
  }
  return tills;
}

function drillPeople(office: { readonly email: string; readonly password: string }): NewPerson[] {
  return [
    { id: 'd-alma', name: 'Alma', role: 'clerk', pin: '4826' },
    { id: 'd-ben', name: 'Ben', role: 'clerk', pin: '7193' },
    { id: 'd-cleo', name: 'Cleo', role: 'clerk', pin: '6048' },
    { id: 'd-mira', name: 'Mira', role: 'manager', pin: '730416', office },
  ];
}

function drillPolicy(name: string): ShopPolicy {
  return {
    businessName: name,
    shopName: name,
    address: ['1 Drill Street', 'London'],
    vatNumber: 'GB 123 4567 89',
    currency: {
      code: 'GBP',
      digits: 2,
      cashStep: 1,
      denominations: [5000, 2000, 1000, 500, 200, 100, 50, 20, 10, 5, 2, 1].map(money),
    },
    locale: 'en-GB',
    timeZone: 'Europe/London',
    startOfDay: '04:00',
    tax: { pricesIncludeTax: false, rounding: 'perLine' },
    taxRates: [
      { class: 'standard', from: FIRST_DAY, rate: basisPoints(1750) },
      { class: 'standard', from: '2011-01-04', rate: basisPoints(2000) },
    ],
    repeatScans: 'newLine',
    float: money(15_000),
    refundWithoutManager: { days: 30, limit: money(100_000_00) },
    leaseDays: 7,
    // The file's prices are what they are: nobody is asked about them.
    discounts: {
      reasons: [],
      limits: { clerk: basisPoints(10_000), supervisor: basisPoints(10_000) },
      staffRate: basisPoints(0),
    },
  };
}
