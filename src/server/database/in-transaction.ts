/** Runs an act in one database transaction: all of it happened when this returns, or none of it. */
import type { Pool, PoolClient } from 'pg';

export async function inTransaction<Result>(
  pool: Pool,
  act: (client: PoolClient) => Promise<Result>,
): Promise<Result> {
  const client = await pool.connect();
  // A connection that dies while it is ours fails the statement, which is all we need to hear: unheard, the event would
  // end the process.
  client.on('error', ignore);
  try {
    await client.query('begin');
    const result = await act(client);
    await client.query('commit');
    giveBack(client, false);
    return result;
  } catch (error) {
    giveBack(client, await isBroken(client));
    throw error;
  }
}

/** A connection that cannot even roll back is not used again. */
function isBroken(client: PoolClient): Promise<boolean> {
  return client.query('rollback').then(
    () => false,
    () => true,
  );
}

function giveBack(client: PoolClient, broken: boolean): void {
  client.release(broken);
  if (!broken) client.off('error', ignore);
}

function ignore(): void {
  // See above.
}
