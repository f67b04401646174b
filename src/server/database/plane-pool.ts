/**
 * A pool whose connections see the rows of one business while they are lent for it, and of nobody otherwise (migration 0030). What
 * a connection sees stays said while it lies idle, because the next borrower mostly is of the same business; whoever takes it
 * without naming one has it hidden again before the first statement.
 */
import pg from 'pg';

/** No business: a connection that nothing was said on, or that was told to forget. */
export const NOBODY = '';
const UNKNOWN = Symbol('what it sees is being changed');

const seenBy = new WeakMap<pg.PoolClient, string | typeof UNKNOWN>();

type Callback = (
  error: Error | undefined,
  client: pg.PoolClient | undefined,
  done: (release?: unknown) => void,
) => void;

export class PlanePool extends pg.Pool {
  override connect(): Promise<pg.PoolClient>;
  override connect(callback: Callback): void;
  override connect(callback?: Callback): Promise<pg.PoolClient> | undefined {
    const lent = this.connectAsItIs().then(hidden);
    if (callback === undefined) return lent;
    void lent.then(
      (client) => callback(undefined, client, (isBroken) => client.release(Boolean(isBroken))),
      (error: unknown) =>
        callback(error instanceof Error ? error : new Error(String(error)), undefined, () => undefined),
    );
    return undefined;
  }

  connectAsItIs(): Promise<pg.PoolClient> {
    return super.connect();
  }
}

/** A connection as the last borrower left it: say at once whose rows it shall see. */
export function takeAsItIs(pool: pg.Pool): Promise<pg.PoolClient> {
  return pool instanceof PlanePool ? pool.connectAsItIs() : pool.connect();
}

/** Between transactions only, for one that is rolled back would take it back. */
export async function showRowsOf(client: pg.PoolClient, business: string): Promise<void> {
  if ((seenBy.get(client) ?? NOBODY) === business) return;
  seenBy.set(client, UNKNOWN);
  await client.query(`select set_config('evertill.business', $1, false)`, [business]);
  seenBy.set(client, business);
}

/** One that cannot be made to forget is thrown away: it is lent to nobody. */
async function hidden(client: pg.PoolClient): Promise<pg.PoolClient> {
  // The statement fails when the connection dies; unheard, the event would end the process.
  const ignore = () => undefined;
  client.on('error', ignore);
  try {
    await showRowsOf(client, NOBODY);
    client.off('error', ignore);
    return client;
  } catch (error) {
    client.release(true);
    throw error;
  }
}
