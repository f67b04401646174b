/** A basket parked on one till is taken up on another: by one of them, once, and only through head office. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { FactBody } from '../../domain/fact-body.ts';
import { money } from '../../domain/money.ts';
import { claimAnswerSchema, parkedElsewhereSchema, type ParkedElsewhere } from '../../protocol/parked.ts';
import { TILL_ROUTES } from '../../protocol/till-messages.ts';
import type { Ask, Heard, PaperTablet } from '../../testing/paper-tablet.ts';
import { soldBasket } from '../../testing/trial-basket.ts';
import { startJournalWith, type TillJournal } from '../../testing/till-journal.ts';
import { startTillPlaneApp, type TillPlaneApp } from '../../testing/till-plane-app.ts';
import { untilProjected } from '../../testing/until-projected.ts';

let plane: TillPlaneApp;
let [here, there, third]: PaperTablet[] = [];
let journals: Map<PaperTablet, TillJournal>;

beforeAll(async () => {
  plane = await startTillPlaneApp();
});
afterAll(() => plane.stop());
beforeEach(async () => {
  journals = new Map();
  [here, there, third] = [await newTablet(), await newTablet(), await newTablet()];
});

async function newTablet(): Promise<PaperTablet> {
  const tablet = await plane.newTablet();
  journals.set(tablet, await startJournalWith(tablet.enrolment, 'inc-1', tablet.key));
  return tablet;
}

function tablet(which: PaperTablet | undefined): PaperTablet {
  if (which === undefined) throw new Error('no tablet');
  return which;
}

async function send(from: PaperTablet | undefined, fact: FactBody): Promise<void> {
  const journal = journals.get(tablet(from));
  if (journal === undefined) throw new Error('no journal');
  await journal.add(fact);
  const { header, lines } = await journal.push(1);
  expect((await tablet(from).push(header, lines)).status).toBe(200);
  await untilProjected(plane, tablet(from).enrolment.till);
}

async function park(): Promise<ReturnType<typeof soldBasket>> {
  const open = soldBasket(`parked-${tablet(here).enrolment.till}`, 2);
  await send(here, { kind: 'saleParked', body: { name: 'Mr Green', gross: money(500), open } });
  return open;
}

async function listed(by: PaperTablet | undefined): Promise<ParkedElsewhere> {
  const heard = await ask(by, { method: 'GET', target: TILL_ROUTES.parked });
  expect(heard).toMatchObject({ status: 200, seal: 'sealed' });
  return parkedElsewhereSchema.parse(heard.json);
}

function claim(by: PaperTablet | undefined, sale: unknown): Promise<Heard> {
  const body = Buffer.from(JSON.stringify({ sale }));
  const headers = { 'content-type': 'application/x-ndjson' };
  return ask(by, { method: 'POST', target: TILL_ROUTES.claim, body, headers });
}

/** Once more with the nonce that the first answer brings, as a till does. */
async function ask(by: PaperTablet | undefined, what: Ask): Promise<Heard> {
  const first = await tablet(by).ask(what);
  return first.status === 401 ? tablet(by).ask(what) : first;
}

test('SALE-24 the other tills of the shop see it, and the one that asks first has it, however often it asks', async () => {
  const open = await park();
  expect((await listed(there)).parked).toContainEqual(
    expect.objectContaining({ sale: open.sale, name: 'Mr Green', gross: 500, lines: 1 }),
  );
  expect((await listed(here)).parked.map(({ sale }) => sale)).not.toContain(open.sale);

  const first = claimAnswerSchema.parse((await claim(there, open.sale)).json);
  expect(first).toMatchObject({
    ...{ is: 'claimed', till: tablet(here).enrolment.till, open },
    ...{ name: 'Mr Green', gross: 500, day: '2025-05-06' },
  });
  expect(claimAnswerSchema.parse((await claim(there, open.sale)).json)).toEqual(first);
  expect((await claim(third, open.sale)).json).toEqual({ is: 'gone' });
  expect((await listed(third)).parked.map(({ sale }) => sale)).not.toContain(open.sale);
  expect((await listed(here)).taken).toEqual([open.sale]);
});

test('SALE-24 two that ask at once do not both have it', async () => {
  const open = await park();
  const answers = await Promise.all([claim(there, open.sale), claim(third, open.sale)]);
  const kinds = answers.map(({ json }) => claimAnswerSchema.parse(json).is).sort();
  expect(kinds).toEqual(['claimed', 'gone']);
});

test('SALE-24 what its own till took up, threw away or never parked is gone', async () => {
  const open = await park();
  await send(here, { kind: 'saleRecalled', body: { sale: open.sale, till: tablet(here).enrolment.till } });
  expect((await claim(there, open.sale)).json).toEqual({ is: 'gone' });
  expect((await claim(there, 'no-such-sale')).json).toEqual({ is: 'gone' });
  expect((await claim(there, 7)).status).toBe(400);
});

test('SALE-24 parked anew on the till that took it up it waits for all the others', async () => {
  const open = await park();
  await claim(there, open.sale);
  await send(there, { kind: 'saleRecalled', body: { sale: open.sale, till: tablet(here).enrolment.till } });
  await send(there, { kind: 'saleParked', body: { name: 'Mr Green', gross: money(500), open } });
  expect((await listed(here)).parked.map(({ sale }) => sale)).toContain(open.sale);
  expect(claimAnswerSchema.parse((await claim(here, open.sale)).json).is).toBe('claimed');
});
