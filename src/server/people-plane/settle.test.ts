/** Flags settled by people: what the office shows then, what the takings are, what stays on record. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Decision } from '../../domain/settlement.ts';
import { reconciliationSchema, type Reconciliation } from '../../protocol/people-messages.ts';
import { problemSchema } from '../../protocol/problem.ts';
import { settledSchema } from '../../protocol/settlement-messages.ts';
import { catchUp } from '../projections/projector.ts';
import { startTestOffice, type TestOffice } from '../../testing/office.ts';
import { paperReceipt } from '../../testing/paper-receipt.ts';

let office: TestOffice;
let manager: string;
let number = 0;
let sent = 0;
let run = 0;
const dayOf = (): string => `2025-05-${String(10 + run)}`;

beforeAll(async () => {
  office = await startTestOffice();
  manager = await office.signIn('manager@mine.example');
  await office.journal.add({ kind: 'journalStarted', body: { parent: null, series: 'A1' } });
});
afterAll(() => office.stop());

/** Of a product that nobody knows here, on a day of the test's own. */
async function sell(product: string): Promise<void> {
  number += 1;
  const receipt = `A1-${String(number).padStart(6, '0')}`;
  const body = paperReceipt({ sale: `sale-${receipt}`, receipt, lines: [{ product, count: 1, net: 250 }] });
  await office.journal.add({ kind: 'saleCompleted', body }, { day: dayOf(), staff: 'mine-clerk' });
}

async function send(): Promise<void> {
  await office.send(sent + 1);
  sent = office.journal.facts.length;
}

async function revoke(revoked: boolean): Promise<void> {
  await office.owner.query('update evertill.till set revoked = $2 where till = $1', [
    office.journal.identity.till,
    revoked,
  ]);
}

async function makeProjectionsAnew(): Promise<void> {
  await office.owner.query(
    'truncate evertill.projection_progress, evertill.incarnation, evertill.receipt, evertill.receipt_line, evertill.tender',
  );
  await catchUp(office.owner);
}

async function read(): Promise<Reconciliation> {
  const path = `/reconcile?shop=mine-shop&day=${dayOf()}`;
  return reconciliationSchema.parse((await office.ask({ path, cookie: manager })).json());
}

async function idsOf(kind: string): Promise<string[]> {
  return (await read()).flags.filter((flag) => flag.kind === kind).map((flag) => flag.id);
}

const settle = (flags: readonly string[], decision: Decision, why = '', cookie = manager) =>
  office.ask({ path: '/settle', cookie, body: { shop: 'mine-shop', day: dayOf(), flags, decision, why } });
const takeBack = (settlement: string, cookie = manager) =>
  office.ask({ path: `/settlements/${settlement}/take-back`, cookie, body: { why: 'a slip' } });
const problemOf = (body: string) => problemSchema.parse(JSON.parse(body)).code;
const settlementOf = (body: string) => settledSchema.parse(JSON.parse(body)).settlement;

async function acts(): Promise<Record<string, unknown>[]> {
  const { rows } = await office.owner.query<Record<string, unknown>>(
    `select person, act, detail from evertill.audit where act in ('flagsSettled', 'settlementTakenBack') order by audit`,
  );
  return rows;
}

describe('settling', () => {
  test('RECO-41 one act settles a whole question: who, when, why, and what was seen of it', async () => {
    run = 1;
    await sell('mystery');
    await sell('mystery');
    await send();
    const response = await settle(await idsOf('unknownProduct'), 'mistake', 'the barcode was never entered');
    expect(response.statusCode).toBe(200);
    const { flags, settlements } = await read();
    expect(flags).toEqual([]);
    expect(settlements).toMatchObject([
      {
        kind: 'unknownProduct',
        decision: 'mistake',
        why: 'the barcode was never entered',
        byName: 'mine manager',
        count: 2,
        value: 600,
        evidence: [{ label: 'Product', text: 'Name of mystery (MYSTERY)' }, { label: 'Sold for' }],
      },
    ]);
    expect((await acts()).at(-1)).toMatchObject({
      person: 'mine-manager',
      act: 'flagsSettled',
      detail: { kind: 'unknownProduct', decision: 'mistake', flags: '2' },
    });
  });

  test('RECO-42 it is taken back by a further act, and both stay on record', async () => {
    run = 2;
    await sell('enigma');
    await send();
    const settlement = settlementOf((await settle(await idsOf('unknownProduct'), 'keep')).body);
    expect((await takeBack(settlement)).statusCode).toBe(200);
    expect(await read()).toMatchObject({ flags: [{ kind: 'unknownProduct' }], settlements: [] });
    expect((await acts()).slice(-2)).toMatchObject([
      { act: 'flagsSettled', detail: { settlement } },
      { act: 'settlementTakenBack', detail: { settlement, why: 'a slip' } },
    ]);
    const again = await takeBack(settlement);
    expect([again.statusCode, problemOf(again.body)]).toEqual([409, 'already-done']);
  });

  test('RECO-56 what was decided once, to keep it, holds for what comes later of the same question and day', async () => {
    run = 3;
    await sell('riddle');
    await send();
    const settlement = settlementOf((await settle(await idsOf('unknownProduct'), 'keep')).body);
    await sell('riddle');
    await sell('another');
    await send();
    expect((await read()).flags).toMatchObject([{ subject: 'another' }]);
    await takeBack(settlement);
    expect((await read()).flags.map((flag) => flag.subject).sort()).toEqual(['another', 'riddle', 'riddle']);
  });
});

describe('RECO-43 F48 what a revoked till still sends', () => {
  test('counts once a manager says so, on the day it belongs to, and no longer when that is taken back', async () => {
    run = 4;
    await sell('mystery');
    await revoke(true);
    await send();
    await sell('mystery');
    await send();
    await revoke(false);
    expect((await read()).takings).toMatchObject({ sales: 0, gross: 0 });
    const ids = await idsOf('revokedTill');
    expect(
      new Set((await read()).flags.filter((flag) => flag.kind === 'revokedTill').map((flag) => flag.subject))
        .size,
    ).toBe(1);
    const settlement = settlementOf((await settle(ids, 'count')).body);
    expect((await read()).takings).toMatchObject({ sales: 2, gross: 600 });
    await makeProjectionsAnew();
    expect((await read()).takings).toMatchObject({ sales: 2, gross: 600 });
    await takeBack(settlement);
    expect((await read()).takings).toMatchObject({ sales: 0, gross: 0 });
    expect(await idsOf('revokedTill')).toEqual(ids);
  });

  test('stays out for good with a reason', async () => {
    expect(problemOf((await settle(await idsOf('revokedTill'), 'leaveOut')).body)).toBe('input-invalid');
    await settle(await idsOf('revokedTill'), 'leaveOut', 'the tablet was stolen, and they were made up');
    expect(await read()).toMatchObject({ takings: { sales: 0 }, settlements: [{ decision: 'leaveOut' }] });
  });
});

describe('RECO-44 a settlement is refused, and changes nothing,', () => {
  test('when not all of it is open on that day any more', async () => {
    run = 5;
    await sell('mystery');
    await sell('riddle');
    await send();
    const ids = await idsOf('unknownProduct');
    await settle(ids.slice(0, 1), 'keep');
    const late = await settle(ids, 'keep');
    expect([late.statusCode, problemOf(late.body)]).toEqual([409, 'changed-meanwhile']);
    expect(await idsOf('unknownProduct')).toHaveLength(1);
  });

  test('when the flags are of several kinds, or the decision is none of theirs', async () => {
    run = 6;
    await revoke(true);
    await sell('mystery');
    await send();
    await revoke(false);
    const all = (await read()).flags.map((flag) => flag.id);
    expect(all).toHaveLength(2);
    expect(problemOf((await settle(all, 'keep')).body)).toBe('input-invalid');
    expect(problemOf((await settle(await idsOf('unknownProduct'), 'writeOff', 'so')).body)).toBe(
      'input-invalid',
    );
    expect(await read()).toMatchObject({ settlements: [] });
  });

  test('when a clerk asks, or somebody of another business', async () => {
    const ids = await idsOf('unknownProduct');
    const clerk = await office.signIn('clerk@mine.example');
    expect((await settle(ids, 'keep', '', clerk)).statusCode).toBe(clerk === '' ? 401 : 403);
    const theirs = await office.signIn('manager@theirs.example');
    expect((await settle(ids, 'keep', '', theirs)).statusCode).toBe(404);
    const settlement = settlementOf((await settle(ids, 'keep')).body);
    expect((await takeBack(settlement, theirs)).statusCode).toBe(404);
    expect((await read()).settlements).toHaveLength(1);
  });
});
