/** GET /acts: who changed what in the office, the latest first. */
import type { FastifyInstance } from 'fastify';
import * as z from 'zod/mini';
import { actKindSchema, ACTS_OF_KIND, type ActsPage, type ActKind } from '../../protocol/act-messages.ts';
import { idSchema } from '../../protocol/scalars.ts';
import { queryRows, type Queryable } from '../database/query-rows.ts';
import { addOfficeRoute, type PeopleDependencies } from './office-route.ts';
import { answer } from './outcome.ts';

const ROWS_AT_ONCE = 100;
const cursorSchema = z.string().check(z.regex(/^\d{1,15}$/));

const actsInputSchema = z.object({
  person: z.optional(idSchema),
  kind: z.optional(actKindSchema),
  after: z.optional(cursorSchema),
});

export function addActsRoutes(app: FastifyInstance, dependencies: PeopleDependencies): void {
  addOfficeRoute(app, dependencies, {
    method: 'GET',
    path: '/acts',
    input: actsInputSchema,
    handle: async ({ input: { person = null, kind = null, after = null }, caller, pool }) =>
      answer(await readActs(pool, { business: caller.business, person, kind, after })),
  });
}

interface ActsWanted {
  readonly business: string;
  readonly person: string | null;
  readonly kind: ActKind | null;
  /** The row after which the list goes on. */
  readonly after: string | null;
}

const rowSchema = z.object({
  id: z.int(),
  at: z.int(),
  person: z.nullable(z.string()),
  till: z.nullable(z.string()),
  act: z.string(),
  detail: z.record(z.string(), z.unknown()),
  total: z.int(),
});

async function readActs(
  database: Queryable,
  { business, person, kind, after }: ActsWanted,
): Promise<ActsPage> {
  const rows = await queryRows(
    database,
    `with asked as (
       select * from evertill.audit
       where business = $1 and ($2::text is null or person = $2) and ($3::text[] is null or act = any($3)))
     select a.audit as id, a.at, coalesce(p.name, a.person) as person, coalesce(t.name, a.till) as till,
            a.act, a.detail, (select count(*) from asked) as total
     from asked a
     left join evertill.person p on p.business = a.business and p.person = a.person
     left join (select business, till, name from evertill.till) t on t.business = a.business and t.till = a.till
     where $4::bigint is null or a.audit < $4
     order by a.audit desc limit $5`,
    [business, person, kind === null ? null : ACTS_OF_KIND[kind], after, ROWS_AT_ONCE + 1],
    rowSchema,
  );
  const shown = rows.slice(0, ROWS_AT_ONCE);
  return {
    rows: shown.map(({ total: _, detail, ...row }) => ({ ...row, detail: textsOf(detail) })),
    after: rows.length > ROWS_AT_ONCE ? String(shown.at(-1)?.id ?? '') : null,
    total: rows[0]?.total ?? 0,
  };
}

/** What older servers wrote down may be no text. */
function textsOf(detail: Readonly<Record<string, unknown>>): Record<string, string> {
  const texts = Object.entries(detail).map(([name, value]) => [
    name,
    typeof value === 'string' ? value : JSON.stringify(value),
  ]);
  return z.parse(z.record(z.string(), z.string()), Object.fromEntries(texts));
}
