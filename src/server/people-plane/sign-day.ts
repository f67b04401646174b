/** A signature under a day: exactly what was seen, each till's head with it. Nothing of it is ever changed. */
import type { PoolClient } from 'pg';
import type { Day } from '../../domain/trading-day.ts';
import type { Reconciliation } from '../../protocol/people-messages.ts';
import { signedHeadSchema, type SignedHead } from '../../protocol/sign-off-messages.ts';
import { inTransaction } from '../database/in-transaction.ts';
import { queryRows, type Lender, type Queryable } from '../database/query-rows.ts';
import { readReconciliation } from './read-reconciliation.ts';
import type { Shop } from './shop-of-business.ts';

export interface SignatureWanted {
  readonly business: string;
  readonly shop: Shop;
  readonly day: Day;
  readonly now: number;
  /** Null: the day signs itself. */
  readonly person: string | null;
  readonly why: string;
  /** Looks at the day as it is signed. */
  readonly mayBeSigned: (day: Reconciliation) => boolean;
}

/** @returns the number of the signature; null when the day may not be signed as it stands, or somebody was faster. */
export async function signDay(own: Lender, wanted: SignatureWanted): Promise<number | null> {
  try {
    return await inTransaction(own, (client) => sign(client, wanted));
  } catch (error) {
    if (isOvertaken(error)) return null;
    throw error;
  }
}

async function sign(client: PoolClient, wanted: SignatureWanted): Promise<number | null> {
  const { business, shop, day, now, person, why, mayBeSigned } = wanted;
  await client.query('set transaction isolation level repeatable read');
  const seen = await readReconciliation(client, shop, day, now);
  if (!seen.signOff.maySign || !mayBeSigned(seen)) return null;
  const number = seen.signOff.signatures.length + 1;
  await client.query(
    `insert into evertill.sign_off (shop, day, number, business, at, person, why, heads, figures, open)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      ...[shop.shop, day, number, business, now, person, why],
      ...[await readHeads(client, shop.shop), seen.signOff.figures, seen.signOff.open].map((part) =>
        JSON.stringify(part),
      ),
    ],
  );
  await client.query(
    `insert into evertill.audit (business, at, person, act, detail) values ($1, $2, $3, 'daySigned', $4)`,
    [business, now, person, { shop: shop.shop, day, number: String(number), why }],
  );
  return number;
}

/** What was read of each till, not what has arrived: the figures are made of that. */
function readHeads(database: Queryable, shop: string): Promise<SignedHead[]> {
  return queryRows(
    database,
    `select t.till, t.name as "tillName", p.seq, f.inc, f.no, f.hash, (
       select r.receipt from evertill.receipt r where r.till = t.till and r.seq <= p.seq order by r.seq desc limit 1
     ) as "lastReceipt"
     from evertill.till t join evertill.projection_progress p using (till)
     join evertill.fact f on f.till = t.till and f.till_seq = p.seq
     where t.shop = $1 order by t.created_at, t.till`,
    [shop],
    signedHeadSchema,
  );
}

/** Somebody else signed the same day meanwhile: a serialization failure, or the number is taken. */
function isOvertaken(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return code === '40001' || code === '23505';
}
