/** Reads a shop's ledger straight from the server's database, past all of the server's code. */
import type { Pool } from 'pg';
import * as z from 'zod/mini';
import { withDatabase } from '../../server/database/database-address.ts';
import { bringUpCluster } from '../../server/database/embedded-cluster.ts';
import { prepareCluster } from '../../server/database/open-database.ts';
import { openPool } from '../../server/database/pool.ts';
import { queryRows } from '../../server/database/query-rows.ts';

/** The bytes of every fact of a business. */
export function readLedger(dataDirectory: string, business: string): Promise<string[]> {
  return withServersDatabase(dataDirectory, async (pool) => {
    const rows = await queryRows(
      pool,
      'select bytes from evertill.fact where business = $1 order by till, till_seq',
      [business],
      z.object({ bytes: z.string() }),
    );
    return rows.map((row) => row.bytes);
  });
}

/** The server of this data directory is running and goes on running. */
export async function withServersDatabase<Result>(
  dataDirectory: string,
  act: (pool: Pool) => Promise<Result>,
): Promise<Result> {
  const cluster = await bringUpCluster(await prepareCluster(dataDirectory));
  const pool = openPool(withDatabase(cluster.address, 'evertill'), 'owner');
  try {
    return await act(pool);
  } finally {
    await pool.end();
  }
}
