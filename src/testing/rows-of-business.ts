/** Everything a business has in the database: what crossing tests compare before and after. */
import * as z from 'zod/mini';
import { queryRows, type Queryable } from '../server/database/query-rows.ts';

/** @param owner of the tables. @returns its rows by table; none of tables that hold nothing of it. */
export async function rowsOfBusiness(
  owner: Queryable,
  business: string,
): Promise<ReadonlyMap<string, readonly unknown[]>> {
  const tables = await queryRows(
    owner,
    `select table_name as name from information_schema.columns
     where table_schema = 'evertill' and column_name = 'business' order by table_name`,
    [],
    z.object({ name: z.string() }),
  );
  const held = new Map<string, unknown[]>();
  for (const { name } of tables) {
    const rows = await queryRows(
      owner,
      `select to_jsonb(t) as row from evertill.${name} t where business = $1 order by to_jsonb(t)::text`,
      [business],
      z.object({ row: z.unknown() }),
    );
    if (rows.length > 0)
      held.set(
        name,
        rows.map(({ row }) => row),
      );
  }
  return held;
}

/** Whatever text of theirs could be known by sight: ids and names with the mark, and the ids of their tills. */
export function textsWith(held: ReadonlyMap<string, readonly unknown[]>, mark: string): string[] {
  const rowSchema = z.record(z.string(), z.unknown());
  const rows = [...held.values()].flat().map((row) => rowSchema.parse(row));
  const isMarked = (value: unknown): boolean => typeof value === 'string' && value.includes(mark);
  const texts = rows.flatMap((row) => [row['till'], ...Object.values(row).filter(isMarked)]);
  return [...new Set(texts.filter((text) => typeof text === 'string'))];
}
