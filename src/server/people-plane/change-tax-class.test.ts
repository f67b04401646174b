import { afterAll, beforeAll, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { basisPoints, type TaxRate } from '../../domain/tax-rate.ts';
import { taxClassesSchema } from '../../protocol/catalogue-messages.ts';
import { problemSchema } from '../../protocol/problem.ts';
import { inTransaction } from '../database/in-transaction.ts';
import { queryRow } from '../database/query-rows.ts';
import { saveCatalogue } from '../reference/save-catalogue.ts';
import { startTestOffice, type TestOffice } from '../../testing/office.ts';
import { trialProduct } from '../../testing/trial-shop.ts';

const TODAY = '2025-05-06';
let office: TestOffice;
let manager: string;

beforeAll(async () => {
  office = await startTestOffice();
  manager = await office.signIn('manager@mine.example');
  const products = [trialProduct({ id: 'mug' })];
  const categories = [{ id: 'things', name: 'Things', colour: '#336699', rank: 1 }];
  await inTransaction(office.owner, (client) =>
    saveCatalogue(client, 'mine', { products, removed: [], categories, favourites: [] }),
  );
});
afterAll(() => office.stop());

const rate = (taxClass: string, from: string, points: number): TaxRate => ({
  class: taxClass,
  from,
  rate: basisPoints(points),
});
const read = async (id: string): Promise<readonly TaxRate[]> => {
  const answer = await office.ask({ path: '/catalogue/tax-classes', cookie: manager });
  return taxClassesSchema.parse(answer.json()).classes.find((one) => one.id === id)?.rates ?? [];
};
const change = (id: string, before: readonly TaxRate[], after: readonly TaxRate[]) =>
  office.ask({ path: '/catalogue/tax-classes', body: { id, before, after }, cookie: manager });
const rosterVersion = async () =>
  (
    await queryRow(
      office.owner,
      `select roster_version as version from evertill.business where business = 'mine'`,
      [],
      z.object({ version: z.int() }),
    )
  )?.version;

test('OFFICE-105 a rate from a later day is in every roster from then on, written down, and taken back', async () => {
  const before = await read('standard');
  const version = await rosterVersion();
  const after = [...before, rate('standard', '2026-01-01', 2200)];
  expect((await change('standard', before, after)).statusCode).toBe(200);
  expect(await read('standard')).toEqual(after);
  expect(await rosterVersion()).toBeGreaterThan(version ?? 0);
  const { rows } = await office.owner.query(
    `select person, detail ->> 'name' as class from evertill.audit where act = 'taxChanged'`,
  );
  expect(z.array(z.unknown()).parse(rows)).toEqual([{ person: 'mine-manager', class: 'standard' }]);
  expect((await change('standard', after, before)).statusCode).toBe(200);
  expect(await read('standard')).toEqual(before);
});

test('OFFICE-105 a new class comes with a rate of today, and goes while no product has it', async () => {
  const luxury = [rate('luxury', TODAY, 2500)];
  expect((await change('luxury', [], luxury)).statusCode).toBe(200);
  expect(await read('luxury')).toEqual(luxury);
  expect((await change('luxury', luxury, [])).statusCode).toBe(200);
  expect(await read('luxury')).toEqual([]);
});

test.each<[string, (before: readonly TaxRate[]) => [readonly TaxRate[], readonly TaxRate[]], string]>([
  ['to rates that are no more', () => [[], [rate('standard', TODAY, 1)]], 'changed-meanwhile'],
  ['that changes what was sold', (before) => [before, [rate('standard', TODAY, 1)]], 'input-invalid'],
  ['with two rates from one day', (before) => [before, [...before, ...before]], 'input-invalid'],
  ['that takes away a tax that products have', (before) => [before, []], 'input-invalid'],
  [
    'with a rate of another class',
    (before) => [before, [...before, rate('zero', TODAY, 1)]],
    'input-invalid',
  ],
])('OFFICE-106 a change of a tax %s is refused and changes nothing', async (_, made, code) => {
  const held = await read('standard');
  const [before, after] = made(held);
  expect(problemSchema.parse((await change('standard', before, after)).json()).code).toBe(code);
  expect(await read('standard')).toEqual(held);
});
