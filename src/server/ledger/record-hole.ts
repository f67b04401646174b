/**
 * Records a hole that a till declared, and moves its chain over it, so that what comes after can be appended. A hole begins
 * where the ledger's knowledge ends: at the journal's beginning, after a held fact, or after another hole.
 */
import type { Hole } from '../../protocol/hole.ts';
import { inTransaction } from '../database/in-transaction.ts';
import type { Lender, Queryable } from '../database/query-rows.ts';
import { isHeld, readChain, type HeldChain } from './held-facts.ts';
import { lockTill } from './lock-till.ts';
import { noteReport } from './note-report.ts';
import { JOURNAL_START, type ChainPoint } from './offered-batch.ts';
import { nearestHead } from './place-batch.ts';
import type { HeadAnswer } from './probe-head.ts';

export type HoleResult =
  /** Another request of this till is being appended right now. */
  { readonly is: 'busy' } | ({ readonly is: 'answered'; readonly isNew: boolean } & HeadAnswer);

export interface DeclaredHole {
  readonly hole: Hole;
  readonly tillKey: string;
  readonly receivedAt: number;
}

export function recordHole(pool: Lender, declared: DeclaredHole): Promise<HoleResult> {
  const { till, inc, to, after, report } = declared.hole;
  const end = { no: to, hash: after };
  return inTransaction(pool, async (client) => {
    const locked = await lockTill(client, till);
    if (locked === null) return { is: 'busy' };
    const chain = await readChain(client, till, inc);
    await noteReport(client, till, report, declared.receivedAt);
    const forkedAt = chain?.forkedAt ?? null;
    if (await isHeld(client, till, inc, end)) return answer(end, forkedAt, false);
    if (!(await beginsAtKnown(client, declared.hole))) return apart(end, chain);
    const isNew = await insertHole(client, declared, locked.business);
    await moveChain(client, declared, locked.business);
    return answer(end, forkedAt, isNew);
  });
}

function answer(head: ChainPoint, forkedAt: number | null, isNew: boolean): HoleResult {
  return { is: 'answered', isNew, head, forkedAt, expected: null };
}

function apart(end: ChainPoint, chain: HeldChain | null): HoleResult {
  const head = nearestHead(end, chain);
  return { is: 'answered', isNew: false, head, forkedAt: chain?.forkedAt ?? null, expected: head.no + 1 };
}

async function beginsAtKnown(client: Queryable, { till, inc, from }: Hole): Promise<boolean> {
  if (from === JOURNAL_START.no + 1) return true;
  const { rowCount } = await client.query(
    `select 1 from evertill.fact where till = $1 and inc = $2 and no = $3
     union all select 1 from evertill.hole where till = $1 and inc = $2 and to_no = $3 limit 1`,
    [till, inc, from - 1],
  );
  return rowCount === 1;
}

async function insertHole(
  client: Queryable,
  { hole, tillKey, receivedAt }: DeclaredHole,
  business: string,
): Promise<boolean> {
  const { till, inc, from, to, after, hashes, why } = hole;
  const { rowCount } = await client.query(
    `insert into evertill.hole (till, inc, from_no, to_no, after_hash, business, hashes, why, till_key, received_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict do nothing`,
    [till, inc, from, to, after, business, hashes ?? null, why, tillKey, receivedAt],
  );
  return rowCount === 1;
}

/** Forward only, and without a key, for who made what is missing is not known: a hole below the head is about facts already passed. */
async function moveChain(client: Queryable, { hole }: DeclaredHole, business: string): Promise<void> {
  await client.query(
    `insert into evertill.chain as held (till, inc, business, head_no, head_hash, hole_to)
     values ($1, $2, $3, $4, $5, $4)
     on conflict (till, inc) do update set
       head_no = greatest(held.head_no, excluded.head_no),
       head_hash = case when excluded.head_no > held.head_no then excluded.head_hash else held.head_hash end,
       hole_to = greatest(held.hole_to, excluded.hole_to)`,
    [hole.till, hole.inc, business, hole.to, hole.after],
  );
}
