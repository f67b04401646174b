/** The tables a backup holds, each after those its rows refer to. */
import type { ClientBase } from 'pg';
import { z } from 'zod';

export interface TableToCopy {
  readonly table: string;
  /** Columns of its primary key. */
  readonly order: string;
}

/** Who is signed in to the office signs in again after a restore. */
const LEFT_OUT = ['office_sign_in'];

const rowsSchema = z.array(z.object({ table: z.string(), order: z.string(), needs: z.array(z.string()) }));

export async function listTables(client: ClientBase): Promise<TableToCopy[]> {
  const result = await client.query(
    `select relation.relname as table,
            (select string_agg(quote_ident(attname), ', ' order by array_position(key.conkey, attnum))
             from pg_attribute where attrelid = relation.oid and attnum = any (key.conkey)) as order,
            coalesce((select array_agg(distinct target.relname::text)
             from pg_constraint needed join pg_class target on target.oid = needed.confrelid
             where needed.contype = 'f' and needed.conrelid = relation.oid and target.oid <> relation.oid), '{}') as needs
     from pg_class relation
     join pg_constraint key on key.conrelid = relation.oid and key.contype = 'p'
     where relation.relnamespace = 'evertill'::regnamespace and relation.relkind = 'r'
       and relation.relname <> all ($1::text[])
     order by relation.relname`,
    [LEFT_OUT],
  );
  return inOrderOfNeed(rowsSchema.parse(result.rows));
}

/** @throws when tables refer to each other in a circle: ours do not. */
function inOrderOfNeed(rows: z.infer<typeof rowsSchema>): TableToCopy[] {
  const done = new Set<string>();
  const sorted: TableToCopy[] = [];
  while (sorted.length < rows.length) {
    const next = rows.find(({ table, needs }) => !done.has(table) && needs.every((need) => done.has(need)));
    if (next === undefined) throw new Error('tables refer to each other in a circle');
    done.add(next.table);
    sorted.push({ table: next.table, order: next.order });
  }
  return sorted;
}
