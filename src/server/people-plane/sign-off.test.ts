/** Days signed off: what a signature stands under, what speaks against it, what comes later. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { FactBody } from '../../domain/fact-body.ts';
import { closeShift } from '../../domain/close-shift.ts';
import { money } from '../../domain/money.ts';
import { openShift } from '../../domain/open-shift.ts';
import { isRefusal } from '../../domain/refusal.ts';
import { addToShift } from '../../domain/shift-totals.ts';
import type { OpenShift } from '../../domain/shift.ts';
import { reconciliationSchema, type Reconciliation } from '../../protocol/people-messages.ts';
import { problemSchema } from '../../protocol/problem.ts';
import { signedSchema } from '../../protocol/sign-off-messages.ts';
import { startTestOffice, type TestOffice } from '../../testing/office.ts';
import { paperReceipt } from '../../testing/paper-receipt.ts';
import { signWhatMay } from './auto-sign.ts';
import { lessTakings } from './takings.ts';

let office: TestOffice;
let manager: string;
let number = 0;
let sent = 0;
let run = 0;
let shift: OpenShift;
const dayOf = (): string => `2025-05-${String(10 + run)}`;
const noonAfter = () => Date.parse(`${dayOf()}T11:00:00Z`) + 86_400_000;

beforeAll(async () => {
  office = await startTestOffice();
  manager = await office.signIn('manager@mine.example');
  await office.journal.add({ kind: 'journalStarted', body: { parent: null, series: 'A1' } });
});
afterAll(() => office.stop());
beforeEach(() => {
  run += 1;
});

const add = (happened: FactBody) => office.journal.add(happened, { day: dayOf(), staff: 'mine-clerk' });

async function open(): Promise<void> {
  const opened = openShift(null, {
    shift: `shift-${String(run)}-${String(number)}`,
    day: dayOf(),
    drawer: 'drawer-1',
    float: money(15_000),
    openedAt: 0,
    openedBy: 'mine-clerk',
  });
  if (isRefusal(opened)) throw new Error(opened.code);
  ({ shift } = opened);
  await add({ kind: 'shiftOpened', body: opened.body });
}

/** 3.00 in cash. */
async function sell(): Promise<void> {
  number += 1;
  const receipt = `A1-${String(number).padStart(6, '0')}`;
  const lines = [{ product: 'tea', count: 1, net: 250, priceFrom: 'typed' as const }];
  const body = paperReceipt({ sale: `sale-${receipt}`, receipt, lines, shift: shift.shift });
  shift = { ...shift, totals: addToShift(shift.totals, body, 'saleCompleted') };
  await add({ kind: 'saleCompleted', body });
}

async function close(difference = 0): Promise<void> {
  const counted = 15_000 + shift.totals.cash + difference;
  const closed = closeShift(shift, money(counted), money(Math.min(15_000, counted)));
  if (isRefusal(closed)) throw new Error(closed.code);
  await add({ kind: 'shiftClosed', body: closed.body });
}

/** Everything made so far, or so many facts of it. */
async function send(facts = office.journal.facts.length - sent, report = {}): Promise<void> {
  const { header, lines } = await office.journal.push(sent + 1, sent + facts);
  await office.take({ header, lines }, report);
  sent += facts;
}

async function read(): Promise<Reconciliation> {
  const path = `/reconcile?shop=mine-shop&day=${dayOf()}`;
  return reconciliationSchema.parse((await office.ask({ path, cookie: manager })).json());
}

const sign = (seen: string, why = '', cookie = manager) =>
  office.ask({ path: '/sign-off', cookie, body: { shop: 'mine-shop', day: dayOf(), seen, why } });
const signNow = async (why = '') => sign((await read()).signOff.seen, why);
const problemOf = (body: string) => problemSchema.parse(JSON.parse(body)).code;
const numberOf = (body: string) => signedSchema.parse(JSON.parse(body)).number;

describe('a signature', () => {
  test('RECO-50 stores exactly what was seen: the figures, and each till’s head', async () => {
    await open();
    await sell();
    await sell();
    await close();
    await send();
    const before = await read();
    expect(before.signOff).toMatchObject({ maySign: true, open: [], signatures: [], addendum: null });
    expect(numberOf((await signNow()).body)).toBe(1);
    const { signOff, takings } = await read();
    const last = office.journal.facts.at(-1);
    expect(signOff).toMatchObject({ maySign: false, addendum: null });
    expect(signOff.signatures).toMatchObject([
      {
        number: 1,
        byName: 'mine manager',
        open: [],
        figures: {
          takings,
          received: { receipts: 2, gross: 600 },
          drawers: { counted: 1, all: 1, difference: 0 },
        },
        heads: [
          { tillName: 'Till 1', seq: sent, no: last?.fact.no, hash: last?.hash, lastReceipt: 'A1-000002' },
        ],
      },
    ]);
  });

  test('RECO-54 is taken for what was seen alone: a day that moved meanwhile is looked at again', async () => {
    await open();
    await sell();
    await close();
    await send();
    const { seen } = (await read()).signOff;
    await open();
    await sell();
    await close();
    await send();
    const late = await sign(seen);
    expect([late.statusCode, problemOf(late.body)]).toEqual([409, 'changed-meanwhile']);
    expect((await signNow()).statusCode).toBe(200);
    const again = await signNow();
    expect([again.statusCode, problemOf(again.body)]).toEqual([409, 'already-done']);
  });

  test('RECO-54 two people at once give one signature', async () => {
    await open();
    await sell();
    await close();
    await send();
    const { seen } = (await read()).signOff;
    const answers = await Promise.all([sign(seen), sign(seen)]);
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
    expect((await read()).signOff.signatures).toHaveLength(1);
  });

  test('RECO-51 is refused while a till is not in or money may be missing, unless a manager says why', async () => {
    await open();
    await sell();
    const head = office.journal.facts.length + 2;
    await send(2, {
      head,
      lastReceipt: `A1-${String(number + 2).padStart(6, '0')}`,
      waitingFacts: 2,
      waitingSales: 2,
      waitingValue: money(600),
    });
    expect((await read()).signOff.open).toMatchObject([
      { is: 'shiftOpen', tillName: 'Till 1', count: 1 },
      { is: 'onTablet', tillName: 'Till 1', count: 2, value: 600 },
    ]);
    expect(problemOf((await signNow()).body)).toBe('not-permitted');
    await close(-5_000);
    await send();
    expect((await read()).signOff.open).toMatchObject([{ is: 'moneyMissing', count: 1, value: -5_000 }]);
    expect(problemOf((await signNow('  ')).body)).toBe('not-permitted');
    expect((await signNow('the till was stolen with what was in it')).statusCode).toBe(200);
    expect((await read()).signOff.signatures).toMatchObject([
      { why: 'the till was stolen with what was in it', open: [{ is: 'moneyMissing' }] },
    ]);
  });

  test('RECO-50 of a clerk, of another business, or under nothing, is none', async () => {
    const { seen } = (await read()).signOff;
    expect(problemOf((await sign(seen)).body)).toBe('already-done');
    const theirs = await office.signIn('manager@theirs.example');
    expect((await sign(seen, '', theirs)).statusCode).toBe(404);
    expect((await sign(seen, '', 'evertill-office=x')).statusCode).toBe(401);
  });
});

test('RECO-52 F28 P4 what arrives after the signature keeps its day, is an addendum, and wants a signature of its own', async () => {
  await open();
  await sell();
  await sell();
  await sell();
  await close();
  await send(2);
  const first = await read();
  expect((await signNow('the tablet is off, and the day must close')).statusCode).toBe(200);
  await send();
  const day = await read();
  expect(day.takings).toMatchObject({ sales: 3, gross: 900 });
  expect(day.signOff).toMatchObject({
    maySign: true,
    signatures: [{ number: 1, figures: { takings: first.takings } }],
    addendum: {
      figures: { takings: { sales: 2, gross: 600 }, received: { receipts: 2, gross: 600 } },
      receipts: [{ tillName: 'Till 1', gross: 300 }, { gross: 300 }],
    },
  });
  expect(lessTakings(day.takings, first.takings)).toEqual(day.signOff.addendum?.figures.takings);
  expect(numberOf((await signNow()).body)).toBe(2);
  const { signOff } = await read();
  expect(signOff.signatures.map(({ number: each, figures }) => [each, figures.takings.gross])).toEqual([
    [1, 300],
    [2, 900],
  ]);
  expect(signOff).toMatchObject({ maySign: false, addendum: null });
});

describe('RECO-53 a day that signs itself off', () => {
  const wishes = (wish: boolean) =>
    office.owner.query(`update evertill.shop set policy = policy || $1 where shop = 'mine-shop'`, [
      JSON.stringify({ signsItselfOff: wish }),
    ]);

  test('does so at noon of the next day, where the shop wishes it, and says that nobody did', async () => {
    await open();
    await sell();
    await close();
    await send();
    expect(await signWhatMay(office.pool, noonAfter())).toEqual([]);
    await wishes(true);
    expect(await signWhatMay(office.pool, noonAfter() - 1)).toEqual([]);
    expect(await signWhatMay(office.pool, noonAfter())).toEqual([dayOf()]);
    expect(await signWhatMay(office.pool, noonAfter())).toEqual([]);
    expect((await read()).signOff.signatures).toMatchObject([{ number: 1, byName: null, why: '' }]);
  });

  test('waits for a person when a drawer is short, and when a shift is open', async () => {
    await open();
    await sell();
    await send();
    expect(await signWhatMay(office.pool, noonAfter())).toEqual([]);
    await close(-5_000);
    await send();
    expect(await signWhatMay(office.pool, noonAfter())).toEqual([]);
    expect((await signNow('found in the safe')).statusCode).toBe(200);
  });

  test('leaves an addendum to a person', async () => {
    await open();
    await sell();
    await close();
    await send();
    expect(await signWhatMay(office.pool, noonAfter())).toEqual([dayOf()]);
    await open();
    await sell();
    await close();
    await send();
    expect(await signWhatMay(office.pool, noonAfter())).toEqual([]);
    expect((await read()).signOff).toMatchObject({
      maySign: true,
      addendum: { figures: { takings: { sales: 1 } } },
    });
    await wishes(false);
  });
});
