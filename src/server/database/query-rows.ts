/** Asks the database and parses what it answers, because a row is an edge like any other. */
import * as z from 'zod/mini';
import type { ClientBase, Pool } from 'pg';

export type Queryable = Pick<Pool | ClientBase, 'query'>;

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
