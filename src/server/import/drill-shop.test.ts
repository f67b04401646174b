/** A shop for a drill: the products of a real day, ready to enrol tills in. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { taxRateOn } from '../../domain/tax-rate.ts';
import { money } from '../../domain/money.ts';
import { cataloguePageSchema } from '../../protocol/pull.ts';
import { enrolTablet } from '../../testing/paper-tablet.ts';
import { startTillPlaneApp, type TillPlaneApp } from '../../testing/till-plane-app.ts';
import { createDrillShop, drillShopRequestSchema } from './drill-shop.ts';

let plane: TillPlaneApp;
beforeAll(async () => {
  plane = await startTillPlaneApp();
});
afterAll(() => plane.stop());

const request = drillShopRequestSchema.parse({
  name: 'Drill',
  tills: 3,
  products: [
    { code: '85123A', name: 'WHITE HANGING HEART', price: 255 },
    { code: '85123a', name: 'another one', price: 100 },
    { code: 'POST', name: 'POSTAGE', price: null },
  ],
});

test('DRILL-5 a drill shop has its tills, people and products, under the rules of the drill', async () => {
  const shop = await createDrillShop(plane.owner, request, plane.clock.now);
  expect(shop.tills.map(({ name }) => name)).toEqual(['Till 1', 'Till 2', 'Till 3']);
  const tablet = await enrolTablet(plane.app, shop.tills[1]?.code ?? '');
  const { roster } = tablet.enrolment.roster;
  expect(tablet.enrolment).toMatchObject({ business: shop.business, shop: shop.shop, series: 'A2' });
  expect(roster.policy).toMatchObject({
    tax: { pricesIncludeTax: false, rounding: 'perLine' },
    repeatScans: 'newLine',
  });
  expect(taxRateOn(roster.policy.taxRates, 'standard', '2011-01-03')).toBe(1750);
  expect(taxRateOn(roster.policy.taxRates, 'standard', '2011-01-04')).toBe(2000);
  expect(roster.staff.map(({ name }) => name)).toEqual(shop.people.map(({ name }) => name));
  const page = cataloguePageSchema.parse((await tablet.pull('catalogue')).json);
  expect(page.products.map(({ sku, barcodes, prices }) => [sku, barcodes, prices.length])).toEqual([
    ['85123A', ['85123A'], 1],
    ['85123a', ['85123a'], 1],
    ['POST', ['POST'], 0],
  ]);
});

test('DRILL-6 two drills never meet, and thousands of products come in one request', async () => {
  const products = Array.from({ length: 4_000 }, (_, index) => ({
    code: `C${String(index)}`,
    name: `Product ${String(index)}`,
    price: money(100 + index),
  }));
  const first = await createDrillShop(plane.owner, { ...request, products }, plane.clock.now);
  const second = await createDrillShop(plane.owner, request, plane.clock.now);
  expect(second.business).not.toBe(first.business);
  expect(second.office.email).not.toBe(first.office.email);
  const { rows } = await plane.owner.query<{ count: number }>(
    'select count(*) from evertill.product where business = $1',
    [first.business],
  );
  expect(rows[0]?.count).toBe(4_000);
});
