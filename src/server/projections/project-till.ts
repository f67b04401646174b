/**
 * Reads the facts of one till that the projections do not know yet, and moves its progress with them in one transaction: a
 * fact is projected exactly once, whatever dies in between, and by one server at a time.
 */
import type { PoolClient } from 'pg';
import * as z from 'zod/mini';
import { tellChanged } from '../database/changed-channel.ts';
import { inTransaction } from '../database/in-transaction.ts';
import { queryRow, queryRows, type Lender, type Queryable } from '../database/query-rows.ts';
import { isOfTheData } from './is-of-the-data.ts';
import { flagUnreadable, projectFact } from './project-fact.ts';
import { FACT_COLUMNS, factRowSchema, type FactRow } from './stored-fact.ts';
import { readTillPlace, type TillPlace } from './till-place.ts';

const FACTS_AT_ONCE_MAX = 200;

/** @returns whether there may be more to do. */
export async function projectTill(own: Lender, till: string): Promise<boolean> {
  try {
    return await projectSome(own, till, projectFact);
  } catch (error) {
    if (!isOfTheData(error)) throw error;
    // One fact of the batch cannot be written. Again, each on its own, to find and name it.
    return projectSome(own, till, projectCarefully);
  }
}

type ProjectOne = (client: PoolClient, place: TillPlace, row: FactRow) => Promise<void>;

function projectSome(own: Lender, till: string, projectOne: ProjectOne): Promise<boolean> {
  return inTransaction(own, async (client) => {
    const seq = await lockProgress(client, till);
    if (seq === null) return false;
    const rows = await readFacts(client, till, seq);
    const last = rows.at(-1);
    if (last === undefined) return false;
    const place = await readTillPlace(client, till);
    for (const row of rows) await projectOne(client, place, row);
    await client.query('update evertill.projection_progress set seq = $2 where till = $1', [till, last.seq]);
    await tellChanged(client, place.business);
    return rows.length === FACTS_AT_ONCE_MAX;
  });
}

/** @returns null while another server has it. */
async function lockProgress(client: Queryable, till: string): Promise<number | null> {
  await client.query(
    `insert into evertill.projection_progress (till, business)
     select till, business from evertill.till where till = $1 on conflict do nothing`,
    [till],
  );
  const row = await queryRow(
    client,
    'select seq from evertill.projection_progress where till = $1 for update skip locked',
    [till],
    z.object({ seq: z.int() }),
  );
  return row?.seq ?? null;
}

function readFacts(client: Queryable, till: string, after: number): Promise<FactRow[]> {
  return queryRows(
    client,
    `select ${FACT_COLUMNS} from evertill.fact where till = $1 and till_seq > $2 order by till_seq limit $3`,
    [till, after, FACTS_AT_ONCE_MAX],
    factRowSchema,
  );
}

async function projectCarefully(client: PoolClient, place: TillPlace, row: FactRow): Promise<void> {
  await client.query('savepoint fact');
  try {
    await projectFact(client, place, row);
  } catch (error) {
    if (!isOfTheData(error)) throw error;
    await client.query('rollback to savepoint fact');
    await flagUnreadable(client, place, row, error instanceof Error ? error.message : String(error));
  }
  await client.query('release savepoint fact');
}
