/** The admission rule on real requests: turns, the wait that is too long, callers that have gone. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type pg from 'pg';
import { startTestDatabase, type TestDatabase } from '../../testing/database.ts';
import { makeAdmission, type Admission, type AskedWork } from './admission.ts';

let database: TestDatabase;
let pool: pg.Pool;
beforeAll(async () => {
  database = await startTestDatabase();
  const limits = { connectionsMax: 1, waitMsMax: 1_000, statementMsMax: 200, lockMsMax: 0 };
  pool = database.openPool('till', limits);
});
afterAll(() => database.stop());

const limits = { underWayMax: 1, waitingMax: 2, waitMsMax: 100, ofBusinessMax: 1 };
const signal = new AbortController().signal;
const push: AskedWork = { work: 'push', business: 'b', signal };

interface Held {
  readonly taken: Promise<unknown>;
  readonly finish: () => void;
}

/** Work that is under way until `finish`. */
function hold(admission: Admission): Held {
  const finished = new AbortController();
  const act = (): Promise<'done'> =>
    new Promise((resolve) => {
      if (finished.signal.aborted) resolve('done');
      finished.signal.addEventListener('abort', () => resolve('done'));
    });
  return { taken: admission.run(push, act), finish: () => finished.abort() };
}

function ask(admission: Admission, asked: AskedWork = push): Promise<unknown> {
  return admission.run(asked, () => Promise.resolve('done'));
}

test('LEDG-20 F41 who finds the places taken waits its turn', async () => {
  const admission = makeAdmission({ chance: () => 0.5, limits: { ...limits, waitMsMax: 60_000 } });
  const held = hold(admission);
  const waiting = ask(admission);
  held.finish();
  expect(await Promise.all([held.taken, waiting])).toEqual(['done', 'done']);
});

test('LEDG-20 F41 who has waited for too long is sent away with a time to come back', async () => {
  const admission = makeAdmission({ chance: () => 0.5, limits });
  const held = hold(admission);
  expect(await ask(admission)).toMatchObject({ status: 503, code: 'overloaded', retryAfter: 3 });
  held.finish();
  await held.taken;
  expect(await ask(admission)).toBe('done');
});

test('LEDG-23 F42 work whose caller has gone is dropped, and leaves its place in the queue', async () => {
  const admission = makeAdmission({ chance: () => 0.5, limits: { ...limits, waitMsMax: 60_000 } });
  const held = hold(admission);
  const caller = new AbortController();
  const dropped = ask(admission, { ...push, signal: caller.signal });
  const patient = ask(admission);
  caller.abort();
  expect(await dropped).toMatchObject({ is: 'refused' });
  expect(await ask(admission, { ...push, signal: caller.signal })).toMatchObject({ is: 'refused' });
  held.finish();
  expect(await patient).toBe('done');
});

test('LEDG-20 work that fails leaves its place', async () => {
  const admission = makeAdmission({ chance: () => 0, limits });
  await expect(admission.run(push, () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
  expect(await ask(admission)).toBe('done');
});

test('LEDG-23 F42 a database without a free connection, or slower than the deadline, is an overload and no failure', async () => {
  const admission = makeAdmission({ chance: () => 0 });
  expect(await admission.run(push, () => pool.query('select pg_sleep(5)'))).toMatchObject({
    code: 'overloaded',
  });
  const taken = await pool.connect();
  const shed = await admission.run(push, () => pool.query('select 1'));
  taken.release();
  expect(shed).toMatchObject({ is: 'refused', code: 'overloaded' });
});
