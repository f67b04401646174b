/** The drawers of a shop with the tills whose cash goes into them. */
import * as z from 'zod/mini';
import type { Drawer } from '../../domain/drawer.ts';
import { queryRows, type Queryable } from '../database/query-rows.ts';

const rowSchema = z.object({
  id: z.string(),
  name: z.string(),
  till: z.nullable(z.string()),
  tillName: z.nullable(z.string()),
  counts: z.nullable(z.boolean()),
});
type Row = z.infer<typeof rowSchema>;

/** A drawer that no till in service uses has none that counts it. */
export interface ShopDrawer extends Omit<Drawer, 'countedAt'> {
  readonly countedAt: string | null;
}

/** In the order they were made. Revoked tills take no cash, so they are left out; where the counting one is, the first of the others counts. */
export async function readDrawers(database: Queryable, shop: string): Promise<ShopDrawer[]> {
  const rows = await queryRows(database, DRAWERS, [shop], rowSchema);
  const ids = [...new Set(rows.map(({ id }) => id))];
  return ids.map((id) =>
    drawerOf(
      id,
      rows.filter((row) => row.id === id),
    ),
  );
}

function drawerOf(id: string, rows: readonly Row[]): ShopDrawer {
  const tills = rows.flatMap(({ till, tillName, counts }) =>
    till === null || tillName === null ? [] : [{ till, name: tillName, counts }],
  );
  return {
    id,
    name: rows[0]?.name ?? '',
    tills: tills.map(({ till, name }) => ({ till, name })),
    countedAt: (tills.find(({ counts }) => counts) ?? tills[0])?.till ?? null,
  };
}

const DRAWERS = `
  select d.drawer as id, d.name, t.till, t.name as "tillName", t.counts_drawer as counts
  from evertill.drawer d left join evertill.till t on t.drawer = d.drawer and not t.revoked
  where d.shop = $1 order by d.created_at, d.drawer, t.created_at, t.till`;
