/** Lends a connection of a pool for one act, and gives it back; one that may still be at work for nobody is closed instead. */
import pg from 'pg';
import type { Connections } from './query-rows.ts';

/** @param caller aborted when whoever waits for the act has gone: then the database is told to stop, whatever it does. */
export async function borrowConnection<Result>(
  pool: pg.Pool,
  act: (client: pg.PoolClient) => Promise<Result>,
  caller: AbortSignal,
): Promise<Result> {
  const client = await pool.connect();
  if (caller.aborted) client.release();
  caller.throwIfAborted();
  // A connection that dies while it is ours fails the statement, which is all we need to hear: unheard, the event would
  // end the process.
  client.on('error', ignore);
  const stop = (): void => void terminate(pool, client);
  caller.addEventListener('abort', stop);
  try {
    const result = await act(client);
    giveBack(client, caller.aborted);
    return result;
  } catch (error) {
    giveBack(client, caller.aborted || (await isBroken(client)));
    throw error;
  } finally {
    caller.removeEventListener('abort', stop);
  }
}

/** The pool on behalf of one caller: every statement ends when that one has gone. */
export function onBehalfOf(caller: AbortSignal, pool: pg.Pool): Connections {
  return {
    borrow: (act) => borrowConnection(pool, act, caller),
    query: (text, values) => borrowConnection(pool, (client) => client.query(text, values), caller),
  };
}

/**
 * Over a connection of its own: those of the pool may all be taken. The whole session ends, for a transaction between two
 * statements holds its locks as well; the database rolls it back.
 */
async function terminate(pool: pg.Pool, client: pg.PoolClient): Promise<void> {
  const own = new pg.Client(pool.options);
  own.on('error', ignore);
  try {
    await own.connect();
    await own.query('select pg_terminate_backend($1)', [processOf(client)]);
  } catch {
    // The statement's own time limit ends it a little later.
  } finally {
    await own.end().catch(ignore);
  }
}

/** The driver knows it, its types do not. */
function processOf(client: pg.PoolClient): number | null {
  return 'processID' in client && typeof client.processID === 'number' ? client.processID : null;
}

/** A connection that cannot even roll back is not used again. */
function isBroken(client: pg.PoolClient): Promise<boolean> {
  return client.query('rollback').then(
    () => false,
    () => true,
  );
}

function giveBack(client: pg.PoolClient, isBroken: boolean): void {
  client.release(isBroken);
  if (!isBroken) client.off('error', ignore);
}

function ignore(): void {
  // See above.
}
