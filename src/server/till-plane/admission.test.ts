/** How much the till plane takes on at once, and whom it sends away first. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type pg from 'pg';
import { startTestDatabase, type TestDatabase } from '../../testing/database.ts';
import { makeAdmission, type Admission, type Work } from './admission.ts';

let database: TestDatabase;
let pool: pg.Pool;
beforeAll(async () => {
  database = await startTestDatabase();
  const limits = { connectionsMax: 1, waitMsMax: 100, statementMsMax: 0, lockMsMax: 0 };
  pool = database.openPool('till', limits);
});
afterAll(() => database.stop());

/** Work that is under way until `finish`. */
function makeWork(): { act: () => Promise<'done'>; finish: () => void } {
  const finished = new AbortController();
  return {
    act: () =>
      new Promise((resolve) => {
        finished.signal.addEventListener('abort', () => {
          resolve('done');
        });
      }),
    finish: () => {
      finished.abort();
    },
  };
}

async function isTaken(admission: Admission, work: Work): Promise<boolean> {
  return (await admission.run(work, () => Promise.resolve('done'))) === 'done';
}

test('LEDG-20 F41 beyond its limit the till plane sheds: pulls first, then probes, pushes last', async () => {
  const admission = makeAdmission(() => 0.5, 4);
  const busy = makeWork();
  const running = [admission.run('push', busy.act), admission.run('push', busy.act)];
  expect(await isTaken(admission, 'pull')).toBe(false);
  expect(await isTaken(admission, 'probe')).toBe(true);
  running.push(admission.run('push', busy.act));
  expect(await isTaken(admission, 'probe')).toBe(false);
  expect(await isTaken(admission, 'push')).toBe(true);
  running.push(admission.run('push', busy.act));
  expect(await admission.run('push', busy.act)).toEqual({
    is: 'refused',
    status: 503,
    code: 'overloaded',
    title: 'Too much at once. Come back in a moment.',
    retryAfter: 3,
  });
  busy.finish();
  expect(await Promise.all(running)).toEqual(['done', 'done', 'done', 'done']);
  expect(await isTaken(admission, 'pull')).toBe(true);
});

test('LEDG-20 work that fails leaves its place', async () => {
  const admission = makeAdmission(() => 0, 1);
  await expect(admission.run('push', () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
  expect(await isTaken(admission, 'push')).toBe(true);
});

test('LEDG-20 a wait for a database connection that is too long is shed too', async () => {
  const admission = makeAdmission(() => 0);
  const taken = await pool.connect();
  const shed = await admission.run('push', () => pool.query('select 1'));
  taken.release();
  expect(shed).toMatchObject({ is: 'refused', code: 'overloaded' });
});
