/** Lends a connection of a pool for one act, and gives it back; one that may still be at work for nobody is closed instead. */
import pg from 'pg';
import { NOBODY, showRowsOf, takeAsItIs } from './plane-pool.ts';
import type { Connections } from './query-rows.ts';

const NOBODY_GOES = new AbortController().signal;

export interface Borrower {
  /** Whose rows are seen; nobody's where none is named. */
  readonly business?: string;
  /** Aborted when whoever waits for the act has gone: then the database is told to stop, whatever it does. */
  readonly caller?: AbortSignal;
}

export async function borrowConnection<Result>(
  pool: pg.Pool,
  act: (client: pg.PoolClient) => Promise<Result>,
  { business = NOBODY, caller = NOBODY_GOES }: Borrower = {},
): Promise<Result> {
  const client = await takeAsItIs(pool);
  if (caller.aborted) client.release();
  caller.throwIfAborted();
  // A connection that dies while it is ours fails the statement, which is all we need to hear: unheard, the event would
  // end the process.
  client.on('error', ignore);
  const stop = (): void => void terminate(pool, client);
  caller.addEventListener('abort', stop);
  try {
    await showRowsOf(client, business);
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

/** The pool on behalf of a borrower: it sees what is theirs, and every statement ends when the caller has gone. */
export function onBehalfOf(borrower: Borrower, pool: pg.Pool): Connections {
  return {
    borrow: (act) => borrowConnection(pool, act, borrower),
    query: (text, values) => borrowConnection(pool, (client) => client.query(text, values), borrower),
  };
}

/** The pool as one business sees it. */
export function ofBusiness(pool: pg.Pool, business: string): Connections {
  return onBehalfOf({ business }, pool);
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
