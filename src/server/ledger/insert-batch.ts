/** Writes a batch, its facts, the chain's head and the till's head in one statement: one round trip, all or nothing. */
import { randomUUID } from 'node:crypto';
import type { Queryable } from '../database/query-rows.ts';
import { chainAfter } from './chain-after.ts';
import { marksOf, type HeldBefore } from './marks-of.ts';
import { reportText } from './note-report.ts';
import type { LockedTill, Offer } from './offer.ts';
import type { OfferedFact } from './offered-batch.ts';

interface NewFacts extends HeldBefore {
  readonly facts: readonly OfferedFact[];
}

const statement = `
with new_batch as (
  insert into evertill.batch
    (business, till, inc, first_no, last_no, last_hash, signature, signature_ok, till_key, received_at)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
  returning batch
), new_facts as (
  insert into evertill.fact
    (till, inc, no, hash, business, prev, kind, bytes, till_seq, batch, received_at, marks, quarantined)
  select $2, $3, no, hash, $1, prev, kind, bytes, $11 + place, batch, $10, string_to_array(marks, ' '), quarantined
  from new_batch, unnest($12::bigint[], $13::text[], $14::text[], $15::text[],
      (string_to_array($16::text, $26::text))[2:], $17::text[], $18::text[])
    with ordinality as given (no, hash, prev, kind, bytes, marks, quarantined, place)
), moved_chain as (
  insert into evertill.chain as held (till, inc, business, head_no, head_hash, forked_at, hole_to, till_key)
  values ($2, $3, $1, $23, $24, $19, $25, $22)
  on conflict (till, inc) do update set
    head_no = excluded.head_no,
    head_hash = excluded.head_hash,
    forked_at = excluded.forked_at,
    hole_to = excluded.hole_to
)
update evertill.till_head set
  last_seq = $11 + $20,
  report = coalesce($21, report),
  last_heard_at = case when $21::jsonb is null then last_heard_at else $10 end
where till = $2`;

export async function insertBatch(
  client: Queryable,
  offer: Offer,
  till: LockedTill,
  { facts, forkedAt, chain }: NewFacts,
): Promise<void> {
  const { batch } = offer;
  const { signatureOk, tillKey, isReplaced = false } = offer;
  const isImport = offer.report === null && !isReplaced;
  const brought = { signatureOk, tillKey, isImport, isReplaced, tip: batch.tip.no };
  // Nobody else moves the chain while its till's head is locked.
  const heads = chainAfter(chain, facts, { tip: batch.tip, forkedAt });
  const marks = facts.map((fact) => marksOf(fact, brought, till, { forkedAt, chain }));
  const separator = separatorOf(facts);
  await client.query(statement, [
    till.business,
    batch.till,
    batch.inc,
    batch.from,
    batch.tip.no,
    batch.tip.hash,
    offer.signature,
    offer.signatureOk,
    offer.tillKey,
    offer.receivedAt,
    till.lastSeq,
    facts.map((fact) => fact.no),
    facts.map((fact) => fact.hash),
    facts.map((fact) => fact.prev),
    facts.map((fact) => fact.kind),
    separator + facts.map((fact) => fact.bytes).join(separator),
    marks.map((of) => of.join(' ')),
    facts.map((fact) => fact.quarantined),
    heads.forkedAt,
    facts.length,
    offer.report === null ? null : reportText(offer.report),
    // A chain that another key made is not begun under ours: its next batches are recovered too.
    marks.some((of) => of.includes('recovered')) ? null : tillKey,
    heads.head.no,
    heads.head.hash,
    heads.doubtTo,
    separator,
  ]);
}

/**
 * The lines go as one text: as an array every quote of their JSON would be escaped and read back, which takes longer than all else here.
 * A line of the wire holds no line end; one out of a file may hold anything.
 */
function separatorOf(facts: readonly OfferedFact[]): string {
  return facts.some(({ bytes }) => bytes.includes('\n')) ? randomUUID() : '\n';
}
