/** Asks the database and parses what it answers, because a row is an edge like any other. */
import * as z from 'zod/mini';
import type { Pool, PoolClient } from 'pg';

/** A pool, one connection of it, or a pool on behalf of a borrower. */
export interface Queryable {
  readonly query: (text: string, values?: unknown[]) => Promise<Answered>;
}

interface Answered {
  readonly rows: readonly unknown[];
  readonly rowCount: number | null;
}

/** A pool on behalf of a borrower: a business, and a caller who may go. */
export interface Connections extends Queryable {
  readonly borrow: <Result>(act: (client: PoolClient) => Promise<Result>) => Promise<Result>;
}

/** Where a transaction takes its connection from. */
export type Lender = Pool | Connections;

/** @throws when a row is not as the schema says: the query or a migration is wrong. */
export async function queryRows<Row>(
  database: Queryable,
  text: string,
  values: readonly unknown[],
  row: z.ZodMiniType<Row>,
): Promise<Row[]> {
  const result = await database.query(text, [...values]);
  return z.parse(z.array(row), result.rows);
}

/** The first row, or null when there is none. */
export async function queryRow<Row>(
  database: Queryable,
  text: string,
  values: readonly unknown[],
  row: z.ZodMiniType<Row>,
): Promise<Row | null> {
  const [first] = await queryRows(database, text, values, row);
  return first ?? null;
}
