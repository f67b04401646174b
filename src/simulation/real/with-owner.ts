/** Works on a database as the owner of its tables, past everything that a server allows. */
import type { Pool } from 'pg';
import type { DatabaseAddress } from '../../server/database/database-address.ts';
import { openPool } from '../../server/database/pool.ts';

export async function withOwner<Result>(
  address: DatabaseAddress,
  act: (pool: Pool) => Promise<Result>,
): Promise<Result> {
  const pool = openPool(address, 'owner');
  try {
    return await act(pool);
  } finally {
    await pool.end();
  }
}
