import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { FactBody } from '../../domain/fact-body.ts';
import { money } from '../../domain/money.ts';
import { closeShift } from '../../domain/close-shift.ts';
import { openShift } from '../../domain/open-shift.ts';
import { isRefusal } from '../../domain/refusal.ts';
import { addToShift } from '../../domain/shift-totals.ts';
import {
  drawerRowSchema,
  tillCodeSchema,
  tillRowSchema,
  tillsSchema,
} from '../../protocol/office-till-messages.ts';
import {
  daysSchema,
  reconciliationSchema,
  saleDetailSchema,
  salesPageSchema,
} from '../../protocol/people-messages.ts';
import { problemSchema } from '../../protocol/problem.ts';
import { OFFICE_NOON, startTestOffice, type TestOffice } from '../../testing/office.ts';
import { paperReceipt } from '../../testing/paper-receipt.ts';

const DAY = '2025-05-06';
const SALES = 60;
let office: TestOffice;
let manager: string;

beforeAll(async () => {
  office = await startTestOffice();
  manager = await office.signIn('manager@mine.example');
  await tradeForADay();
});
afterAll(() => office.stop());

/** A shift with 60 cash sales, one card refund, an outage, and a drawer that is 1.20 short. */
async function tradeForADay(): Promise<void> {
  const { journal } = office;
  const add = (happened: FactBody, minute: number) =>
    journal.add(happened, { at: OFFICE_NOON - 3_600_000 + minute * 60_000, staff: 'mine-clerk' });
  await add({ kind: 'journalStarted', body: { parent: null, series: 'A1' } }, 0);
  const opened = openShift(null, {
    shift: 'shift-1',
    day: DAY,
    drawer: 'drawer-1',
    float: money(15_000),
    openedAt: OFFICE_NOON,
    openedBy: 'mine-clerk',
  });
  if (isRefusal(opened)) throw new Error(opened.code);
  await add({ kind: 'shiftOpened', body: opened.body }, 0);
  let { shift } = opened;
  const ring = async (number: number, count: number, minute: number) => {
    const body = paperReceipt({
      sale: `sale-${String(number)}`,
      receipt: `A1-${String(number).padStart(6, '0')}`,
      lines: [{ product: 'tea', count, net: 250 }],
      card: count < 0,
    });
    const kind = count < 0 ? 'refundGiven' : 'saleCompleted';
    await add({ kind, body }, minute);
    shift = { ...shift, totals: addToShift(shift.totals, body, kind) };
  };
  for (let number = 1; number <= SALES; number += 1) await ring(number, number % 3 === 0 ? 2 : 1, number / 2);
  await ring(SALES + 1, -1, 40);
  await add({ kind: 'outageNoticed', body: { capability: 'signIn', since: OFFICE_NOON - 3_600_000 } }, 41);
  const until = OFFICE_NOON - 3_600_000 + 5 * 60_000;
  await add(
    { kind: 'outageEnded', body: { capability: 'signIn', since: OFFICE_NOON - 3_600_000, until } },
    42,
  );
  const closed = closeShift(shift, money(15_000 + 24_000 - 120), money(15_000));
  if (isRefusal(closed)) throw new Error(closed.code);
  await add({ kind: 'shiftClosed', body: closed.body }, 43);
  await office.send(1, { lastReceipt: `A1-${String(SALES + 1).padStart(6, '0')}` });
}

const get = async (path: string, cookie = manager) => (await office.ask({ path, cookie })).json<unknown>();
const post = (path: string, body: Record<string, unknown>, cookie = manager) =>
  office.ask({ path, body, cookie });
const codeOf = (body: string) => problemSchema.parse(JSON.parse(body)).code;
const factPath = (no: number) => `/facts/${office.journal.identity.till}/inc-1/${String(no)}`;

describe('a day, from the till’s facts to the office', () => {
  test('RECO-1 P4 the figures are the till’s to the penny', async () => {
    const day = reconciliationSchema.parse(await get(`/reconcile?shop=mine-shop&day=${DAY}`));
    expect(day.takings).toEqual({
      sales: 60,
      refunds: 1,
      lines: 61,
      units: 79_000,
      net: 79 * 250,
      tax: 79 * 50,
      gross: 79 * 300,
      cash: 24_000,
      card: -300,
      byRate: [{ rate: 2000, net: 79 * 250, tax: 79 * 50, gross: 79 * 300 }],
    });
    expect(day).toMatchObject({
      soFar: false,
      receipts: { received: 61, known: 61 },
      drawers: { counted: 1, all: 1, difference: -120 },
    });
  });

  test('P7 its till is complete, each number accounted for, the drawer 1.20 short', async () => {
    const { tills } = reconciliationSchema.parse(await get(`/reconcile?shop=mine-shop&day=${DAY}`));
    expect(tills).toMatchObject([
      {
        name: 'Till 1',
        status: 'complete',
        firstReceipt: 'A1-000001',
        lastReceipt: 'A1-000061',
        strip: [{ is: 'received', first: 'A1-000001', last: 'A1-000061', count: 61 }],
        onTablet: { sales: 0, value: 0 },
        shifts: [
          {
            openedBy: 'mine clerk',
            float: 15_000,
            expectedCash: 39_000,
            countedCash: 38_880,
            difference: -120,
          },
        ],
      },
    ]);
  });

  test('RECO-8 the outage says what was sold meanwhile', async () => {
    const { outages } = reconciliationSchema.parse(await get(`/reconcile?shop=mine-shop&day=${DAY}`));
    expect(outages).toMatchObject([
      { capability: 'signIn', tills: 1, sales: 10, lastReceivedAt: OFFICE_NOON },
    ]);
  });

  test('the list of days has it', async () => {
    expect(daysSchema.parse(await get('/days?shop=mine-shop')).days).toEqual([
      { day: DAY, receipts: 61, gross: 23_700 },
    ]);
  });

  test('another day knows nothing of it', async () => {
    const day = reconciliationSchema.parse(await get('/reconcile?shop=mine-shop&day=2025-05-05'));
    expect(day).toMatchObject({ takings: { sales: 0, gross: 0 }, tills: [], outages: [], flags: [] });
  });
});

describe('sales', () => {
  const page = async (more = '') =>
    salesPageSchema.parse(await get(`/sales?shop=mine-shop&day=${DAY}${more}`));

  test('come in pages, the latest first, each once', async () => {
    const first = await page();
    expect([first.total, first.rows.length]).toEqual([61, 50]);
    const second = await page(`&after=${first.after ?? ''}`);
    expect(second).toMatchObject({ after: null, total: 61 });
    const numbers = [...first.rows, ...second.rows].map((row) => row.receipt);
    expect(numbers).toEqual([...numbers].sort().reverse());
    expect(new Set(numbers).size).toBe(61);
  });

  test('OFFICE-7 are found by number and by amount', async () => {
    expect((await page('&search=a1-7')).rows.map((row) => row.receipt)).toEqual(['A1-000007']);
    expect((await page('&search=%C2%A36.00')).total).toBe(20);
    expect((await page('&search=tea')).total).toBe(0);
  });

  test('OFFICE-8 P4 one opens down to its fact: the very bytes that the till made', async () => {
    const made = office.journal.facts[2];
    const detail = saleDetailSchema.parse(await get(factPath(3)));
    expect(detail.fact).toMatchObject({
      bytes: made?.bytes,
      hash: made?.hash,
      prev: office.journal.facts[1]?.hash,
      hashHolds: true,
      linkHolds: true,
      signature: { verified: true, firstNo: 1, lastNo: office.journal.facts.length },
    });
    expect(detail.row).toMatchObject({ receipt: 'A1-000001', staffName: 'mine clerk', gross: 300 });
    expect(detail.body).toEqual(made?.fact.body);
  });

  test('what is no sale has no such page', async () => {
    expect((await office.ask({ path: factPath(1), cookie: manager })).statusCode).toBe(404);
  });

  test('a made-up place in the list is refused', async () => {
    const response = await office.ask({ path: '/sales?shop=mine-shop&after=x', cookie: manager });
    expect([response.statusCode, codeOf(response.body)]).toEqual([400, 'input-invalid']);
  });
});

describe('OFFICE-9 tills', () => {
  const list = async () => tillsSchema.parse(await get('/tills?shop=mine-shop')).tills;
  const acts = async (till: string) => {
    const { rows } = await office.owner.query<{ act: string; person: string; detail: unknown }>(
      'select act, person, detail from evertill.audit where till = $1 order by audit',
      [till],
    );
    return rows;
  };

  test('a new till waits for its tablet with a code; a second code ends the first', async () => {
    const added = tillCodeSchema.parse((await post('/tills', { shop: 'mine-shop', name: 'Till 2' })).json());
    expect(added.code).toHaveLength(8);
    expect(added.expiresAt - added.issuedAt).toBe(600_000);
    expect((await list())[1]).toMatchObject({
      name: 'Till 2',
      series: 'A2',
      status: 'waitingForTablet',
      lastHeardAt: null,
      codeExpiresAt: added.expiresAt,
    });
    const again = tillCodeSchema.parse((await post(`/tills/${added.till}/code`, {})).json());
    expect(again.code).not.toBe(added.code);
    const { rows } = await office.owner.query('select 1 from evertill.enrolment_code where till = $1', [
      added.till,
    ]);
    expect(rows).toHaveLength(1);
    expect((await acts(added.till)).map((act) => act.act)).toEqual(['tillAdded', 'codeIssued']);
  });

  test('two tills of a shop never share a name', async () => {
    const response = await post('/tills', { shop: 'mine-shop', name: 'till 1' });
    expect([response.statusCode, codeOf(response.body)]).toEqual([409, 'already-done']);
  });

  test('revoking ends an open code, so that it lets no tablet in', async () => {
    const added = tillCodeSchema.parse((await post('/tills', { shop: 'mine-shop', name: 'Till 3' })).json());
    await post(`/tills/${added.till}/revoke`, { why: 'The code was seen' });
    const { rows } = await office.owner.query('select 1 from evertill.enrolment_code where till = $1', [
      added.till,
    ]);
    expect(rows).toHaveLength(0);
  });

  test('F48 revoking takes a reason, tells tills by a higher number, and can be taken back', async () => {
    const till = office.journal.identity.till;
    const number = async () => {
      const { rows } = await office.owner.query<{ n: number }>(
        'select revocation_number as n from evertill.till where till = $1',
        [till],
      );
      return rows[0]?.n;
    };
    const roster = async () => {
      const { rows } = await office.owner.query<{ v: number }>(
        `select roster_version as v from evertill.business where business = 'mine'`,
      );
      return rows[0]?.v ?? 0;
    };
    const before = await roster();
    expect((await post(`/tills/${till}/revoke`, { why: '' })).statusCode).toBe(400);
    expect(tillRowSchema.parse((await post(`/tills/${till}/revoke`, { why: 'Stolen' })).json()).status).toBe(
      'revoked',
    );
    expect([await number(), (await roster()) > before]).toEqual([1, true]);
    expect(codeOf((await post(`/tills/${till}/revoke`, { why: 'Again' })).body)).toBe('already-done');
    expect((await post(`/tills/${till}/code`, {})).statusCode).toBe(409);
    expect(tillRowSchema.parse((await post(`/tills/${till}/unrevoke`, { why: 'Found' })).json()).status).toBe(
      'enrolled',
    );
    expect(await number()).toBe(2);
    expect(await acts(till)).toEqual([
      { act: 'tillRevoked', person: 'mine-manager', detail: { why: 'Stolen' } },
      { act: 'tillUnrevoked', person: 'mine-manager', detail: { why: 'Found' } },
    ]);
  });
});

describe('OFFICE-44 drawers', () => {
  const list = async () => tillsSchema.parse(await get('/tills?shop=mine-shop'));
  const drawerCalled = async (name: string) => (await list()).drawers.find((drawer) => drawer.name === name);
  const assign = (till: string, drawer: string) => post(`/tills/${till}/drawer`, { drawer });

  test('OFFICE-44 each till comes with a drawer of its own, which it counts', async () => {
    const { tills, drawers } = await list();
    const first = drawers.find(({ id }) => id === tills[0]?.drawer);
    expect(first).toMatchObject({ tills: [{ name: 'Till 1' }], countedAt: tills[0]?.till });
  });

  test('OFFICE-44 a till moves to another’s drawer and back; who counts it is always one of its tills', async () => {
    const { tills } = await list();
    const [one, two] = tills;
    if (!one?.drawer || !two?.drawer) throw new Error('two tills with drawers');
    const [own, front] = [two.drawer, one.drawer];
    expect(tillRowSchema.parse((await assign(two.till, front)).json()).drawer).toBe(front);
    const shared = (await list()).drawers.find(({ id }) => id === front);
    expect(shared).toMatchObject({ tills: [{ till: one.till }, { till: two.till }], countedAt: one.till });
    const renamed = await post(`/drawers/${front}`, { name: 'Front', countedAt: two.till });
    expect(drawerRowSchema.parse(renamed.json())).toMatchObject({ name: 'Front', countedAt: two.till });
    await assign(two.till, own);
    expect(await drawerCalled('Front')).toMatchObject({ tills: [{ till: one.till }], countedAt: one.till });
  });

  test('OFFICE-44 two drawers of a shop never share a name, and only a till of a drawer counts it', async () => {
    const { tills, drawers } = await list();
    const [first, second] = drawers;
    const other = tills.find(({ drawer }) => drawer === second?.id);
    const name = second?.name.toUpperCase() ?? '';
    const taken = await post(`/drawers/${first?.id ?? ''}`, { name, countedAt: null });
    expect([taken.statusCode, codeOf(taken.body)]).toEqual([409, 'already-done']);
    const stranger = await post(`/drawers/${first?.id ?? ''}`, { name: 'Front', countedAt: other?.till });
    expect([stranger.statusCode, codeOf(stranger.body)]).toEqual([409, 'not-permitted']);
  });
});

describe('OFFICE-5 every route asks who is calling', () => {
  const till = () => office.journal.identity.till;
  const routes = (): { path: string; body?: Record<string, unknown> }[] => [
    { path: '/days?shop=mine-shop' },
    { path: `/reconcile?shop=mine-shop&day=${DAY}` },
    { path: '/sales?shop=mine-shop' },
    { path: factPath(3) },
    { path: '/tills?shop=mine-shop' },
    { path: '/tills', body: { shop: 'mine-shop', name: 'Till 9' } },
    { path: `/tills/${till()}/code`, body: {} },
    { path: `/tills/${till()}/revoke`, body: { why: 'x' } },
    { path: `/tills/${till()}/unrevoke`, body: { why: 'x' } },
    { path: `/tills/${till()}/drawer`, body: { drawer: 'drawer-1' } },
    { path: '/drawers/drawer-1', body: { name: 'Front', countedAt: null } },
  ];
  const tillCount = async () => (await office.owner.query('select 1 from evertill.till')).rows.length;

  test('nobody gets nothing', async () => {
    for (const route of [...routes(), { path: '/me' }]) {
      const response = await office.ask(route);
      expect([route.path, response.statusCode, codeOf(response.body)]).toEqual([
        route.path,
        401,
        'sign-in-needed',
      ]);
    }
  });

  test('a made-up cookie is nobody', async () => {
    expect((await office.ask({ path: '/me', cookie: 'evertill-office=aaaa' })).statusCode).toBe(401);
  });

  test('what is another business’s is not there, and stays as it is', async () => {
    const cookie = await office.signIn('owner@theirs.example');
    const before = await tillCount();
    for (const route of routes()) {
      const response = await office.ask({ ...route, cookie });
      expect([route.path, response.statusCode, codeOf(response.body)]).toEqual([
        route.path,
        404,
        'not-found',
      ]);
    }
    expect(await tillCount()).toBe(before);
    const { rows } = await office.owner.query('select revoked from evertill.till where till = $1', [till()]);
    expect(rows).toEqual([{ revoked: false }]);
  });

  test('who is no longer a manager may no longer', async () => {
    const cookie = await office.signIn('owner@mine.example');
    await office.owner.query(`update evertill.person set role = 'supervisor' where person = 'mine-owner'`);
    for (const route of routes()) expect((await office.ask({ ...route, cookie })).statusCode).toBe(403);
  });
});
