import { afterAll, beforeAll, expect, test } from 'vitest';
import { actsPageSchema, type ActRow } from '../../protocol/act-messages.ts';
import { startTestOffice, type TestOffice } from '../../testing/office.ts';

let office: TestOffice;
let manager: string;

beforeAll(async () => {
  office = await startTestOffice();
  manager = await office.signIn('manager@mine.example');
});
afterAll(() => office.stop());

const read = async (query = '') =>
  actsPageSchema.parse((await office.ask({ path: `/acts?${query}`, cookie: manager })).json());
const actsOf = (rows: readonly ActRow[]) => rows.map(({ act, person }) => [act, person]);

test('AUDIT-1 what people change in the office is read back, the latest first, by person and by kind', async () => {
  const owner = await office.signIn('owner@mine.example');
  const post = (path: string, body: Record<string, unknown>, cookie: string) =>
    office.ask({ path, body, cookie });
  await post('/staff', { name: 'Freya', role: 'clerk' }, manager);
  await post('/tills', { shop: 'mine-shop', name: 'Till 9' }, owner);
  const { rows, total, after } = await read();
  expect([total, after]).toEqual([4, null]);
  expect(actsOf(rows)).toEqual([
    ['tillAdded', 'mine owner'],
    ['personAdded', 'mine manager'],
    ['signedIn', 'mine owner'],
    ['signedIn', 'mine manager'],
  ]);
  expect(rows[0]).toMatchObject({ till: 'Till 9', detail: { name: 'Till 9' } });
  expect(actsOf((await read('person=mine-owner')).rows)).toEqual([
    ['tillAdded', 'mine owner'],
    ['signedIn', 'mine owner'],
  ]);
  expect(actsOf((await read('kind=staff')).rows)).toEqual([['personAdded', 'mine manager']]);
  expect((await office.ask({ path: '/acts?kind=everything', cookie: manager })).statusCode).toBe(400);
  await post('/sign-out', {}, owner);
  expect(actsOf((await read('kind=signIns')).rows)[0]).toEqual(['signedOut', 'mine owner']);
});

test('AUDIT-2 a long list is read page by page, each act once, and what nobody did has no name', async () => {
  await office.owner.query(
    `insert into evertill.audit (business, at, act, detail)
     select 'mine', n, 'databaseRestored', '{"madeAt": 7}' from generate_series(1, 230) n`,
  );
  const seen: number[] = [];
  for (let after: string | null = ''; after !== null;) {
    const page = await read(after === '' ? '' : `after=${after}`);
    seen.push(...page.rows.map(({ id }) => id));
    after = page.after;
  }
  expect(seen).toHaveLength(235);
  expect(new Set(seen).size).toBe(235);
  const [restored] = (await read()).rows;
  expect(restored).toMatchObject({
    act: 'databaseRestored',
    person: null,
    till: null,
    detail: { madeAt: '7' },
  });
});

test('AUDIT-3 nothing of another business is among the acts, and nobody can take an act away', async () => {
  const theirs = await office.signIn('manager@theirs.example');
  const page = actsPageSchema.parse((await office.ask({ path: '/acts', cookie: theirs })).json());
  expect(actsOf(page.rows)).toEqual([['signedIn', 'theirs manager']]);
  for (const statement of ['delete from evertill.audit', `update evertill.audit set act = 'nothing'`])
    await expect(office.pool.query(statement)).rejects.toThrow('permission denied');
});
