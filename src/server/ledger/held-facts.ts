/** What the ledger already holds of a till's incarnation. */
import * as z from 'zod/mini';
import { queryRow, queryRows, type Queryable } from '../database/query-rows.ts';
import type { ChainPoint, OfferedBatch } from './offered-batch.ts';

export interface HeldChain {
  /** The fact appended last. */
  readonly head: ChainPoint;
  /** The lowest number of which two facts are held. */
  readonly forkedAt: number | null;
}

const chainSchema = z.object({ no: z.int(), hash: z.string(), forkedAt: z.nullable(z.int()) });
const pointSchema = z.object({ no: z.int(), hash: z.string() });

/** @returns null for an incarnation never heard of. */
export async function readChain(client: Queryable, till: string, inc: string): Promise<HeldChain | null> {
  const row = await queryRow(
    client,
    `select head_no as no, head_hash as hash, forked_at as "forkedAt"
     from evertill.chain where till = $1 and inc = $2`,
    [till, inc],
    chainSchema,
  );
  return row === null ? null : { head: { no: row.no, hash: row.hash }, forkedAt: row.forkedAt };
}

export async function isHeld(
  client: Queryable,
  till: string,
  inc: string,
  point: ChainPoint,
): Promise<boolean> {
  const { rowCount } = await client.query(
    'select 1 from evertill.fact where till = $1 and inc = $2 and no = $3 and hash = $4',
    [till, inc, point.no, point.hash],
  );
  return rowCount === 1;
}

/** Every held fact, of whatever branch, with a number of the batch or the one before it. */
export function heldAround(client: Queryable, batch: OfferedBatch): Promise<ChainPoint[]> {
  return queryRows(
    client,
    'select no, hash from evertill.fact where till = $1 and inc = $2 and no between $3 and $4',
    [batch.till, batch.inc, batch.before.no, batch.tip.no],
    pointSchema,
  );
}
