/** One sale down to the fact it came from: the very bytes, and whether hash and link hold when they are reckoned again. */
import * as z from 'zod/mini';
import { sha256Hex } from '../../journal/digest.ts';
import { factBodySchema } from '../../protocol/fact-body.ts';
import { factSchema, NO_FACT_HASH } from '../../protocol/fact.ts';
import { saleRowSchema, type SaleDetail } from '../../protocol/people-messages.ts';
import { queryRow, type Queryable } from '../database/query-rows.ts';
import { SALE_COLUMNS, SALE_SOURCE } from './read-sales.ts';

export interface FactAsked {
  readonly business: string;
  readonly till: string;
  readonly inc: string;
  readonly no: number;
}

const detailSchema = z.extend(saleRowSchema, {
  hash: z.string(),
  prev: z.nullable(z.string()),
  bytes: z.string(),
  prevIsHere: z.nullable(z.boolean()),
  signature: z.string(),
  verified: z.boolean(),
  firstNo: z.int(),
  lastNo: z.int(),
});

/** Null when there is no such sale in this business. */
export async function readSaleDetail(database: Queryable, asked: FactAsked): Promise<SaleDetail | null> {
  const found = await queryRow(
    database,
    DETAIL,
    [asked.business, asked.till, asked.inc, asked.no],
    detailSchema,
  );
  if (found === null) return null;
  const { hash, prev, bytes, prevIsHere, signature, verified, firstNo, lastNo, ...row } = found;
  const { kind, body } = z.parse(factSchema, JSON.parse(bytes));
  const fact = z.parse(factBodySchema, { kind, body });
  if (fact.kind !== 'saleCompleted' && fact.kind !== 'refundGiven') return null;
  return {
    row,
    body: fact.body,
    fact: {
      bytes,
      hash,
      prev,
      signature: { text: signature, verified, firstNo, lastNo },
      receivedAt: row.receivedAt,
      hashHolds: (await sha256Hex(bytes)) === hash,
      linkHolds: prev === NO_FACT_HASH ? asked.no === 1 : prevIsHere,
    },
  };
}

const DETAIL = `
  select ${SALE_COLUMNS}, f.hash, f.prev, f.bytes, b.signature, b.signature_ok as verified,
    b.first_no as "firstNo", b.last_no as "lastNo",
    (select bool_or(e.hash = f.prev) from evertill.fact e where e.till = f.till and e.inc = f.inc and e.no = f.no - 1)
      as "prevIsHere"
  from ${SALE_SOURCE}
  join evertill.fact f on f.till = r.till and f.inc = r.inc and f.no = r.no and f.hash = r.hash
  join evertill.batch b on b.batch = f.batch
  where r.business = $1 and r.till = $2 and r.inc = $3 and r.no = $4`;
