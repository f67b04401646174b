/** What a manager makes of a till: another name, another tablet, another shop; and codes for the safe. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openShift } from '../../domain/open-shift.ts';
import { isRefusal } from '../../domain/refusal.ts';
import { money } from '../../domain/money.ts';
import { SPARE_CODE_LIFE_MS } from '../../protocol/limits.ts';
import {
  spareCodesSchema,
  tillCodeSchema,
  tillRowSchema,
  tillsSchema,
  type TillRow,
} from '../../protocol/office-till-messages.ts';
import { problemSchema } from '../../protocol/problem.ts';
import { OFFICE_NOON, startTestOffice, type TestOffice } from '../../testing/office.ts';
import type { TillJournal } from '../../testing/till-journal.ts';

let office: TestOffice;
let manager: string;
let journal: TillJournal;
let tills = 1;

beforeAll(async () => {
  office = await startTestOffice();
  manager = await office.signIn('manager@mine.example');
  await office.owner.query(
    `insert into evertill.shop (shop, business, name, letter, policy, created_at)
     select 'market', business, 'Market', 'M', policy, created_at from evertill.shop where shop = 'mine-shop'`,
  );
});
afterAll(() => office.stop());

beforeEach(async () => {
  journal = await office.addJournal('mine-shop');
  tills += 1;
  await rename(till(), `Counter ${String(tills)}`);
});

const till = () => journal.identity.till;
const post = (path: string, body: Record<string, unknown>) => office.ask({ path, body, cookie: manager });
const rename = (of: string, name: string) => post(`/tills/${of}/name`, { name });
const move = (name: string, shop = 'market') => post(`/tills/${till()}/move`, { shop, name });
const refusalOf = (response: { statusCode: number; body: string }) => [
  response.statusCode,
  problemSchema.parse(JSON.parse(response.body)).code,
];

async function list(shop: string): Promise<TillRow[]> {
  return tillsSchema.parse((await office.ask({ path: `/tills?shop=${shop}`, cookie: manager })).json()).tills;
}

async function rowOf(shop = 'mine-shop'): Promise<TillRow> {
  const row = (await list(shop)).find((one) => one.till === till());
  if (row === undefined) throw new Error('the till has gone');
  return row;
}

async function acts(of: string | null) {
  const { rows } = await office.owner.query<{ act: string; person: string; detail: Record<string, string> }>(
    'select act, person, detail from evertill.audit where till is not distinct from $1 order by audit',
    [of],
  );
  return rows;
}

async function rosterVersion(): Promise<number> {
  const { rows } = await office.owner.query<{ v: number }>(
    `select roster_version as v from evertill.business where business = 'mine'`,
  );
  return rows[0]?.v ?? 0;
}

async function openAShift(): Promise<void> {
  await journal.add({ kind: 'journalStarted', body: { parent: null, series: 'A9' } });
  const opened = openShift(null, {
    ...{ shift: `shift ${till()}`, day: '2025-05-06', drawer: 'drawer', float: money(0) },
    ...{ openedAt: OFFICE_NOON, openedBy: 'mine-clerk' },
  });
  if (isRefusal(opened)) throw new Error(opened.code);
  await journal.add({ kind: 'shiftOpened', body: opened.body }, { staff: 'mine-clerk' });
}

describe('OFFICE-45 a name', () => {
  test('OFFICE-45 a till is renamed, hears of it with its next roster, and it is written down with both names', async () => {
    const [before, version] = [(await rowOf()).name, await rosterVersion()];
    const answer = tillRowSchema.parse((await rename(till(), 'Café, left')).json());
    expect(answer).toMatchObject({ till: till(), name: 'Café, left', status: 'enrolled' });
    expect(await rosterVersion()).toBeGreaterThan(version);
    expect((await acts(till())).at(-1)).toEqual({
      act: 'tillRenamed',
      person: 'mine-manager',
      detail: { name: 'Café, left', nameBefore: before },
    });
  });

  test('OFFICE-45 no till takes the name of another of its shop; its own it may write differently', async () => {
    await rename(till(), 'Window');
    const other = await office.addJournal('mine-shop');
    expect(refusalOf(await rename(other.identity.till, 'window'))).toEqual([409, 'already-done']);
    expect((await rename(till(), 'WINDOW')).statusCode).toBe(200);
  });
});

describe('OFFICE-46 another shop', () => {
  test('OFFICE-46 the till ends here with its series, and a till of the other shop waits for the tablet', async () => {
    const before = await rowOf();
    const code = tillCodeSchema.parse((await move('Stall')).json());
    expect(code).toMatchObject({ name: 'Stall' });
    expect(code.code).toHaveLength(8);
    expect(await rowOf()).toMatchObject({ series: before.series, status: 'revoked', staysFor: 'revoked' });
    expect((await list('market')).find((one) => one.till === code.till)).toMatchObject({
      name: 'Stall',
      status: 'waitingForTablet',
      codeExpiresAt: code.expiresAt,
    });
    expect((await acts(till())).at(-1)).toEqual({
      act: 'tillMoved',
      person: 'mine-manager',
      detail: {
        name: before.name,
        before: JSON.stringify({ shop: 'Leith Walk' }),
        after: JSON.stringify({ shop: 'Market' }),
      },
    });
    expect((await acts(code.till)).map(({ act }) => act)).toEqual(['tillAdded']);
  });

  test('OFFICE-46 P6 not while its shift is open, nor before all that it made has arrived', async () => {
    await openAShift();
    await office.send(1, {}, journal);
    expect((await rowOf()).staysFor).toBe('openShift');
    expect(refusalOf(await move('Stall 2'))).toEqual([409, 'not-permitted']);

    journal = await office.addJournal('mine-shop');
    await journal.add({ kind: 'journalStarted', body: { parent: null, series: 'A9' } });
    await office.send(1, { head: 3, waitingFacts: 3, waitingSales: 1 }, journal);
    expect((await rowOf()).staysFor).toBe('waitingFacts');
    expect(refusalOf(await move('Stall 2'))).toEqual([409, 'not-permitted']);
    expect((await rowOf()).status).toBe('enrolled');
  });

  test('OFFICE-46 it may move once what it called waiting has come with that very push', async () => {
    await journal.add({ kind: 'journalStarted', body: { parent: null, series: 'A9' } });
    await office.send(1, { head: 1, waitingFacts: 1 }, journal);
    expect((await rowOf()).staysFor).toBeNull();
    expect((await move('Stall 3')).statusCode).toBe(200);
  });

  test('OFFICE-46 nowhere it is already, nor under a name that is taken there, nor to a shop of somebody else', async () => {
    expect(refusalOf(await move('Stall 4', 'mine-shop'))).toEqual([409, 'already-done']);
    expect((await move('Stall 4')).statusCode).toBe(200);
    expect(refusalOf(await move('Stall 4'))).toEqual([409, 'not-permitted']);
    journal = await office.addJournal('mine-shop');
    expect(refusalOf(await move('stall 4'))).toEqual([409, 'already-done']);
    expect((await move('Stall 5', 'theirs-shop')).statusCode).toBe(404);
    expect((await rowOf()).status).toBe('enrolled');
  });
});

describe('OFFICE-47 another tablet', () => {
  const replace = (why: string) => post(`/tills/${till()}/replace`, { why });

  test('OFFICE-47 a code lets another tablet take the till over; until then the one it has goes on', async () => {
    expect((await replace('')).statusCode).toBe(400);
    const code = tillCodeSchema.parse((await replace('Fell off the counter')).json());
    expect(code).toMatchObject({ till: till() });
    expect(await rowOf()).toMatchObject({ status: 'enrolled', codeExpiresAt: code.expiresAt });
    const { rows } = await office.owner.query(
      'select purpose from evertill.enrolment_code where till = $1 and used_at is null',
      [till()],
    );
    expect(rows).toEqual([{ purpose: 'replace' }]);
    expect((await acts(till())).at(-1)).toEqual({
      act: 'replacementCodeIssued',
      person: 'mine-manager',
      detail: { why: 'Fell off the counter' },
    });
  });

  test('OFFICE-47 a revoked till gets none, and one that no tablet has been yet needs none', async () => {
    const added = tillCodeSchema.parse((await post('/tills', { shop: 'mine-shop', name: 'Not yet' })).json());
    expect(refusalOf(await post(`/tills/${added.till}/replace`, { why: 'Broken' }))).toEqual([
      409,
      'not-permitted',
    ]);
    await post(`/tills/${till()}/revoke`, { why: 'Stolen' });
    expect(refusalOf(await replace('Broken'))).toEqual([409, 'not-permitted']);
  });
});

describe('OFFICE-48 spare codes', () => {
  const print = async () =>
    spareCodesSchema.parse((await post('/spare-codes', { shop: 'market', name: 'Spare' })).json()).codes;

  test('OFFICE-48 two codes for the safe last ninety days; printing them again ends those before', async () => {
    const first = await print();
    expect(first.map(({ name }) => name)).toEqual(['Spare 1', 'Spare 2']);
    for (const { issuedAt, expiresAt } of first) expect(expiresAt - issuedAt).toBe(SPARE_CODE_LIFE_MS);
    const again = await print();
    expect(again.map(({ till: id }) => id)).toEqual(first.map(({ till: id }) => id));
    expect(new Set([...first, ...again].map(({ code }) => code)).size).toBe(4);
    const { rows } = await office.owner.query('select 1 from evertill.enrolment_code where till = any($1)', [
      first.map(({ till: id }) => id),
    ]);
    expect(rows).toHaveLength(2);
    expect((await acts(null)).at(-1)).toEqual({
      act: 'spareCodesIssued',
      person: 'mine-manager',
      detail: { name: 'Spare 1, Spare 2' },
    });
  });

  test('OFFICE-48 a spare till that a tablet has become is spare no more: the next printing makes another', async () => {
    const [used] = await print();
    await office.owner.query(
      `update evertill.till set public_key = 'key', enrolled_at = $2, enrolments = 1 where till = $1`,
      [used?.till, OFFICE_NOON],
    );
    const rows = await list('market');
    expect(rows.filter(({ isSpare }) => isSpare).map(({ name }) => name)).toEqual(['Spare 2']);
    expect((await print()).map(({ name }) => name)).toEqual(['Spare 2', 'Spare 3']);
  });
});
