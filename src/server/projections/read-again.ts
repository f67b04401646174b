/**
 * Reads again, at a server's start, what an older one could not read: facts of a later version, and those it stumbled over. What
 * reads now is projected and its flag settled; the rest stays flagged until the next start.
 */
import type { Pool, PoolClient } from 'pg';
import * as z from 'zod/mini';
import { ofBusiness } from '../database/borrow-connection.ts';
import { businessesWith } from '../database/business-of.ts';
import { inTransaction } from '../database/in-transaction.ts';

import { queryRow, queryRows, type Connections, type Queryable } from '../database/query-rows.ts';
import { isOfTheData } from './is-of-the-data.ts';
import { projectFact } from './project-fact.ts';
import { FACT_COLUMNS, factRowSchema, readStoredFact } from './stored-fact.ts';
import { readTillPlace } from './till-place.ts';

const FLAGS_AT_ONCE_MAX = 100;
const READ_NOW = 'Read after an update of the server.';

const unreadSchema = z.object({
  flag: z.string(),
  till: z.string(),
  inc: z.string(),
  no: z.int(),
  hash: z.string(),
});
type Unread = z.infer<typeof unreadSchema>;

export async function readAgain(pool: Pool, now: number, signal?: AbortSignal): Promise<void> {
  for (const business of await businessesWith(pool, 'unread'))
    await readAgainOf(ofBusiness(pool, business), now, signal);
}

async function readAgainOf(own: Connections, now: number, signal: AbortSignal | undefined): Promise<void> {
  let after = '';
  while (signal?.aborted !== true) {
    const unread = await findUnread(own, after);
    for (const one of unread) await inTransaction(own, (client) => tryAgain(client, one, now));
    const last = unread.at(-1);
    if (last === undefined) return;
    after = last.flag;
  }
}

function findUnread(own: Queryable, after: string): Promise<Unread[]> {
  return queryRows(
    own,
    `select flag, till, inc, no, hash from evertill.flag
     where kind = 'unreadable' and settled_at is null and flag > $1 order by flag limit $2`,
    [after, FLAGS_AT_ONCE_MAX],
    unreadSchema,
  );
}

async function tryAgain(client: PoolClient, unread: Unread, now: number): Promise<void> {
  if (!(await isStillUnread(client, unread))) return;
  const { till, inc, no, hash } = unread;
  const row = await queryRow(
    client,
    `select ${FACT_COLUMNS} from evertill.fact where till = $1 and inc = $2 and no = $3 and hash = $4`,
    [till, inc, no, hash],
    factRowSchema,
  );
  if (row === null || readStoredFact(row).is === 'unreadable') return;
  await client.query('savepoint fact');
  try {
    await projectFact(client, await readTillPlace(client, till), row);
  } catch (error) {
    if (!isOfTheData(error)) throw error;
    await client.query('rollback to savepoint fact');
    return;
  }
  await client.query('update evertill.flag set settled_at = $2, settlement = $3 where flag = $1', [
    unread.flag,
    now,
    READ_NOW,
  ]);
}

/** Under the till's progress: one server at a time writes a till's projections. */
async function isStillUnread(client: Queryable, { flag, till }: Unread): Promise<boolean> {
  await client.query('select 1 from evertill.projection_progress where till = $1 for update', [till]);
  const { rowCount } = await client.query(
    'select 1 from evertill.flag where flag = $1 and settled_at is null',
    [flag],
  );
  return rowCount === 1;
}
