import { afterAll, beforeAll, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { basisPoints } from '../../domain/tax-rate.ts';
import type { ShopRules } from '../../domain/shop-rules.ts';
import { problemSchema } from '../../protocol/problem.ts';
import { shopPolicySchema } from '../../protocol/roster.ts';
import { rulesSchema } from '../../protocol/rules-messages.ts';
import { demoPolicy } from '../demo/demo-policy.ts';
import { OFFICE_NOON, startTestOffice, type TestOffice } from '../../testing/office.ts';

let office: TestOffice;
let manager: string;

beforeAll(async () => {
  office = await startTestOffice();
  manager = await office.signIn('manager@mine.example');
});
afterAll(() => office.stop());

const read = async () =>
  rulesSchema.parse((await office.ask({ path: '/rules?shop=mine-shop', cookie: manager })).json());
const change = (before: ShopRules, after: ShopRules, shop = 'mine-shop') =>
  office.ask({ path: '/rules', body: { shop, before, after }, cookie: manager });
const stateOf = async () => {
  const { rows } = await office.owner.query(
    `select s.policy, b.roster_version as version from evertill.shop s join evertill.business b using (business) where shop = 'mine-shop'`,
  );
  const [row] = z.array(z.object({ policy: shopPolicySchema, version: z.int() })).parse(rows);
  if (row === undefined) throw new Error('no shop');
  return row;
};

test('RULES-3 a changed rule is the next roster’s, nothing else of the policy moves, and it says who, when, from what to what', async () => {
  const { rules, version, changed } = await read();
  expect([version, changed]).toEqual([1, null]);
  const before = await stateOf();
  const wanted = { ...rules, clerkDiscount: basisPoints(500), paysOnSell: true, challengeAge: null };
  const answer = rulesSchema.parse((await change(rules, wanted)).json());
  expect(answer).toEqual({
    rules: wanted,
    version: 2,
    changed: { at: OFFICE_NOON, by: 'mine manager' },
  });
  const after = await stateOf();
  expect(after.version).toBeGreaterThan(before.version);
  expect(after.policy).toMatchObject({ paysOnSell: true, discounts: { limits: { clerk: 500 } } });
  expect(after.policy.challengeAge).toBeUndefined();
  expect(after.policy.taxRates).toEqual(demoPolicy.taxRates);
  expect(after.policy.embeddedBarcodes).toEqual(demoPolicy.embeddedBarcodes);
  const { rows } = await office.owner.query(
    `select person, detail from evertill.audit where act = 'rulesChanged'`,
  );
  expect(rows).toEqual([
    {
      person: 'mine-manager',
      detail: {
        shop: 'mine-shop',
        name: 'Leith Walk',
        before: '{"clerkDiscount":1000,"challengeAge":25,"paysOnSell":false}',
        after: '{"clerkDiscount":500,"challengeAge":null,"paysOnSell":true}',
      },
    },
  ]);
  expect(rulesSchema.parse((await change(wanted, rules)).json())).toMatchObject({ rules, version: 3 });
});

test('RULES-4 rules that changed meanwhile, cannot hold, or are another business’s change nothing', async () => {
  const { rules } = await read();
  const before = await stateOf();
  const codeOf = async (answer: Promise<{ json: () => unknown }>) =>
    problemSchema.parse((await answer).json()).code;
  const other = { ...rules, leaseDays: 3 };
  expect(await codeOf(change(other, { ...other, leaseDays: 4 }))).toBe('changed-meanwhile');
  expect(await codeOf(change(rules, { ...rules, leaseDays: 31 }))).toBe('input-invalid');
  expect(await codeOf(change(rules, { ...rules, supervisorDiscount: basisPoints(0) }))).toBe('input-invalid');
  expect(await codeOf(change(rules, { ...rules, openingHours: Array.from({ length: 7 }, () => []) }))).toBe(
    'input-invalid',
  );
  expect(await codeOf(change(rules, other, 'theirs-shop'))).toBe('not-found');
  // The same rules again are no change.
  expect((await change(rules, rules)).statusCode).toBe(200);
  expect(await stateOf()).toEqual(before);
});
