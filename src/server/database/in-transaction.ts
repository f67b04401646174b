/** Runs an act in one database transaction: all of it happened when this returns, or none of it. */
import type { Pool, PoolClient } from 'pg';

export async function inTransaction<Result>(
  pool: Pool,
  act: (client: PoolClient) => Promise<Result>,
): Promise<Result> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    const result = await act(client);
    await client.query('commit');
    client.release();
    return result;
  } catch (error) {
    await giveBack(client);
    throw error;
  }
}

/** A connection that cannot even roll back is not used again. */
async function giveBack(client: PoolClient): Promise<void> {
  await client.query('rollback').then(
    () => {
      client.release();
    },
    () => {
      client.release(true);
    },
  );
}
