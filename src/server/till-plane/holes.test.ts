/** What a till cannot supply any more: said once, kept, shown to a person, and passed by everything after it. */
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { NO_FACT_HASH } from '../../protocol/fact.ts';
import type { Hole } from '../../protocol/hole.ts';
import { pushAnswerSchema, type PushAnswer } from '../../protocol/push.ts';
import { TILL_ROUTES } from '../../protocol/till-messages.ts';
import { NDJSON_GZIP, type Heard, type PaperTablet } from '../../testing/paper-tablet.ts';
import { startTillPlaneApp, type TillPlaneApp } from '../../testing/till-plane-app.ts';
import { headerOf, reportOf, startJournalWith, type TillJournal } from '../../testing/till-journal.ts';
import { catchUp } from '../projections/projector.ts';

let plane: TillPlaneApp;
let tablet: PaperTablet;
let journal: TillJournal;

beforeAll(async () => {
  plane = await startTillPlaneApp();
});
afterAll(() => plane.stop());

beforeEach(async () => {
  tablet = await plane.newTablet();
  journal = await startJournalWith(tablet.enrolment, 'inc-1', tablet.key);
  for (let no = 1; no <= 10; no += 1) await journal.add({ kind: 'signedIn', body: { staff: 's-amara' } });
});

async function push(from: number, to: number): Promise<PushAnswer> {
  const { header, lines } = await journal.push(from, to);
  const heard = await tablet.push(header, lines);
  expect(heard).toMatchObject({ status: 200, seal: 'sealed' });
  return pushAnswerSchema.parse(heard.json);
}

async function declare(from: number, to: number, change: Partial<Hole> = {}): Promise<Heard> {
  const hole: Hole = {
    protocol: 2,
    till: tablet.enrolment.till,
    inc: 'inc-1',
    from,
    to,
    after: hashOf(to),
    why: 'lost',
    report: reportOf(10),
    ...change,
  };
  const body = gzipSync(JSON.stringify(hole));
  return tablet.ask({ method: 'POST', target: TILL_ROUTES.hole, body, headers: NDJSON_GZIP });
}

function hashOf(no: number): string {
  return journal.facts[no - 1]?.hash ?? NO_FACT_HASH;
}

async function heldNumbers(): Promise<number[]> {
  const { rows } = await plane.owner.query<{ no: number }>(
    'select no from evertill.fact where till = $1 order by no',
    [tablet.enrolment.till],
  );
  return rows.map((row) => row.no);
}

test('LEDG-22 F49 a declared hole is recorded and flagged once, and everything after it flows', async () => {
  await push(1, 2);
  expect(await push(6, 8)).toMatchObject({ head: { no: 2 }, expected: 3 });
  const first = pushAnswerSchema.parse((await declare(3, 5)).json);
  expect(first).toMatchObject({ head: { no: 5, hash: hashOf(5) }, expected: null, forkedAt: null });
  expect(await declare(3, 5)).toMatchObject({ status: 200, json: { head: first.head } });
  expect(await push(6, 8)).toMatchObject({ head: { no: 8, hash: hashOf(8) }, expected: null });
  expect(await push(9, 10)).toMatchObject({ head: { no: 10 } });
  expect(await heldNumbers()).toEqual([1, 2, 6, 7, 8, 9, 10]);
  await catchUp(plane.database.openPool('till'));
  const { rows } = await plane.owner.query(
    `select kind, cause, no, evidence from evertill.flag where till = $1`,
    [tablet.enrolment.till],
  );
  expect(rows).toMatchObject([
    { kind: 'hole', cause: 'moneyMissing', no: 3, evidence: [{ label: 'Numbers', text: '3 to 5' }, {}] },
  ]);
});

test('LEDG-22 F49 P12 facts that turn up after their hole was declared are taken, never answered as held', async () => {
  await push(1, 2);
  await declare(3, 5);
  expect(await push(3, 5)).toMatchObject({ head: { no: 5, hash: hashOf(5) }, forkedAt: null });
  expect(await heldNumbers()).toEqual([1, 2, 3, 4, 5]);
  await push(6, 10);
  expect(await heldNumbers()).toHaveLength(10);
});

test('LEDG-22 F49 a run that goes over a hole fills it', async () => {
  await push(1, 2);
  await declare(3, 5);
  await push(6, 8);
  expect(await push(1, 8)).toMatchObject({ head: { no: 8 }, forkedAt: null });
  expect(await heldNumbers()).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
});

test('LEDG-22 F39 F49 a till that pruned its beginning goes on from a hole at the beginning', async () => {
  await tablet.pull('roster');
  expect(await declare(1, 4, { why: 'pruned', hashes: [1, 2, 3, 4].map(hashOf) })).toMatchObject({
    status: 200,
    json: { head: { no: 4, hash: hashOf(4) } },
  });
  expect(await push(5, 10)).toMatchObject({ head: { no: 10 } });
  const header = headerOf(tablet.enrolment.till, 'inc-1', 5, hashOf(4), 10);
  expect((await tablet.probe(header)).json).toMatchObject({ head: { no: 4, hash: hashOf(4) } });
});

test('LEDG-22 a hole past a gap is not one: the answer names what is needed first', async () => {
  await push(1, 2);
  expect((await declare(5, 7)).json).toMatchObject({ head: { no: 2 }, expected: 3 });
  expect(await push(8, 8)).toMatchObject({ head: { no: 2 }, expected: 3 });
});

test('LEDG-22 what is held is no hole', async () => {
  await push(1, 6);
  expect((await declare(3, 5)).json).toMatchObject({ head: { no: 5, hash: hashOf(5) } });
  const { rowCount } = await plane.owner.query('select 1 from evertill.hole where till = $1', [
    tablet.enrolment.till,
  ]);
  expect(rowCount).toBe(0);
});

test.each([
  ['of another till', { till: 'another' }],
  ['that ends before it begins', { from: 6, to: 5 }],
  ['from number 0', { from: 0 }],
])('LEDG-22 a hole %s is refused whole', async (_, change) => {
  await push(1, 2);
  expect(await declare(3, 5, change)).toMatchObject({ status: 400, json: { code: 'batch-invalid' } });
});

test('SYNC-18 F34 a version not known here is refused in words of its own, version 1 is spoken', async () => {
  const { header, lines } = await journal.push(1, 3);
  expect(await tablet.push({ ...header, protocol: 1 }, lines)).toMatchObject({
    status: 200,
    json: { head: { no: 3 }, protocol: 2 },
  });
  const later = gzipSync([JSON.stringify({ ...header, protocol: 3 }), ...lines].join('\n'));
  const heard = await tablet.ask({
    method: 'POST',
    target: TILL_ROUTES.push,
    body: later,
    headers: NDJSON_GZIP,
  });
  expect(heard).toMatchObject({ status: 400, seal: 'sealed', json: { code: 'protocol-unknown' } });
});
