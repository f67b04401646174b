import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type pg from 'pg';
import { startTestDatabase, type TestDatabase } from '../../testing/database.ts';
import { onBehalfOf } from './borrow-connection.ts';
import { inTransaction } from './in-transaction.ts';

const ROW = 91_542;

let database: TestDatabase;
let owner: pg.Pool;
let pool: pg.Pool;
let caller: AbortController;
beforeAll(async () => {
  database = await startTestDatabase();
  owner = database.openPool('owner');
  // One connection and no time limit: whoever holds it holds up everybody, until it is taken away.
  const limits = { connectionsMax: 1, waitMsMax: 60_000, statementMsMax: 0, lockMsMax: 0 };
  pool = database.openPool('till', limits);
});
afterAll(() => database.stop());
beforeEach(() => {
  caller = new AbortController();
});

async function isAtWork(): Promise<boolean> {
  const { rowCount } = await owner.query(
    `select 1 from pg_stat_activity where state = 'active' and query like '%pg_sleep(3600)%' and pid <> pg_backend_pid()`,
  );
  return rowCount !== 0;
}

test('LEDG-23 F42 a statement whose caller goes is ended in the middle, and its connection serves the next', async () => {
  const running = onBehalfOf({ caller: caller.signal }, pool).query('select pg_sleep(3600)');
  const ended = expect(running).rejects.toThrow(/terminat/);
  await expect.poll(isAtWork).toBe(true);
  caller.abort();
  await ended;
  expect(await isAtWork()).toBe(false);
  expect((await pool.query('select 1')).rowCount).toBe(1);
});

test('LEDG-23 F42 a transaction between two statements is rolled back when its caller goes, and its locks with it', async () => {
  const lock = 'select pg_advisory_xact_lock($1)';
  const locked = new AbortController();
  const running = inTransaction(onBehalfOf({ caller: caller.signal }, pool), async (client) => {
    await client.query(lock, [ROW]);
    const gone = new Promise((resolve) => client.once('end', resolve));
    locked.abort();
    await gone;
    await client.query('select 1');
  });
  const ended = expect(running).rejects.toThrow();
  await new Promise((resolve) => locked.signal.addEventListener('abort', resolve));
  caller.abort();
  await inTransaction(owner, (client) => client.query(lock, [ROW]));
  await ended;
});

test('LEDG-23 nothing is begun for a caller who has gone, and its connection is not lost', async () => {
  caller.abort();
  await expect(onBehalfOf({ caller: caller.signal }, pool).query('select 1')).rejects.toThrow();
  expect((await pool.query('select 1')).rowCount).toBe(1);
});
