/** Runs an act in one database transaction: all of it happened when this returns, or none of it. */
import type { PoolClient } from 'pg';
import { borrowConnection } from './borrow-connection.ts';
import type { Lender } from './query-rows.ts';

export function inTransaction<Result>(
  from: Lender,
  act: (client: PoolClient) => Promise<Result>,
): Promise<Result> {
  const transaction = async (client: PoolClient): Promise<Result> => {
    await client.query('begin');
    const result = await act(client);
    await client.query('commit');
    return result;
  };
  return 'borrow' in from ? from.borrow(transaction) : borrowConnection(from, transaction);
}
