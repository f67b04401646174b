/** What the ledger already holds of a till's incarnation. */
import * as z from 'zod/mini';
import { queryRow, queryRows, type Queryable } from '../database/query-rows.ts';
import type { ChainPoint, OfferedBatch } from './offered-batch.ts';

export interface HeldChain {
  /** The highest number held. */
  readonly head: ChainPoint;
  /** The lowest number of which two facts are held. */
  readonly forkedAt: number | null;
  /** The highest number in a declared hole, or of a fact not linked to the one held before it; 0 when there is none. Of what lies up to there the head proves nothing. */
  readonly doubtTo: number;
  /** The till's key the chain was begun under, where that was written down. */
  readonly tillKey: string | null;
}

/** What is known at the numbers of a batch and the one before it, of whatever branch. */
export interface HeldAround {
  readonly facts: readonly ChainPoint[];
  /** Ends of declared holes: a chain goes on from them, though the fact itself is not here. */
  readonly holeEnds: readonly ChainPoint[];
}

const chainSchema = z.object({
  no: z.int(),
  hash: z.string(),
  forkedAt: z.nullable(z.int()),
  doubtTo: z.int(),
  tillKey: z.nullable(z.string()),
});
const pointSchema = z.object({ no: z.int(), hash: z.string(), isHoleEnd: z.boolean() });

/** @returns null for an incarnation never heard of. */
export async function readChain(client: Queryable, till: string, inc: string): Promise<HeldChain | null> {
  const row = await queryRow(
    client,
    `select head_no as no, head_hash as hash, forked_at as "forkedAt", hole_to as "doubtTo", till_key as "tillKey"
     from evertill.chain where till = $1 and inc = $2`,
    [till, inc],
    chainSchema,
  );
  if (row === null) return null;
  const { no, hash, ...rest } = row;
  return { head: { no, hash }, ...rest };
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

/** Whether a declared hole ends there: the chain goes on from it, as from a fact that is held. */
export async function isHoleEnd(
  client: Queryable,
  till: string,
  inc: string,
  point: ChainPoint,
): Promise<boolean> {
  const { rowCount } = await client.query(
    'select 1 from evertill.hole where till = $1 and inc = $2 and to_no = $3 and after_hash = $4 limit 1',
    [till, inc, point.no, point.hash],
  );
  return rowCount === 1;
}

export async function heldAround(client: Queryable, batch: OfferedBatch): Promise<HeldAround> {
  const points = await queryRows(
    client,
    `select no, hash, false as "isHoleEnd" from evertill.fact where till = $1 and inc = $2 and no between $3 and $4
     union all
     select to_no, after_hash, true from evertill.hole where till = $1 and inc = $2 and to_no between $3 and $4`,
    [batch.till, batch.inc, batch.before.no, batch.tip.no],
    pointSchema,
  );
  return {
    facts: points.filter((point) => !point.isHoleEnd),
    holeEnds: points.filter((point) => point.isHoleEnd),
  };
}
