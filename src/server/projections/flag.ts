/** A flag: something a person should look at, with its evidence. Facts are never refused; what disagrees is flagged. */
import { createHash } from 'node:crypto';
import { causeOf, type FlagKind } from '../../domain/settlement.ts';
import type { Queryable } from '../database/query-rows.ts';

export interface Flag {
  readonly kind: FlagKind;
  /** What flags of this kind are grouped by (a product, a person); empty where each stands alone. */
  readonly subject: string;
  readonly receipt: string | null;
  /** Minor units at stake, signed; 0 where unknown. */
  readonly value: number;
  readonly evidence: readonly { readonly label: string; readonly text: string }[];
}

/** The fact a flag is raised on. */
export interface FlaggedFact {
  readonly business: string;
  readonly shop: string;
  readonly till: string;
  readonly inc: string;
  readonly no: number;
  readonly hash: string;
  readonly day: string;
  readonly at: number;
}

const EVIDENCE_TEXT_MAX = 500;

/**
 * Raising a flag again changes nothing, also when it was settled meanwhile. What was decided once, to keep it as it was rung, holds
 * for what comes later of the same question and day.
 */
export async function raiseFlag(client: Queryable, fact: FlaggedFact, flag: Flag): Promise<void> {
  await client.query(
    `insert into evertill.flag (flag, business, shop, till, inc, no, hash, kind, cause, subject, day, receipt, at, value, evidence,
       settled_at, settled_by, settlement, decision, settled_in)
     select $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15,
       kept.at, kept.person, kept.why, kept.decision, kept.settlement
     from (select 1) flag left join lateral (
       select * from evertill.settlement
       where shop = $3 and day = $11 and kind = $8 and subject = $10 and subject <> '' and decision = 'keep'
         and taken_back_at is null order by at desc limit 1
     ) kept on true on conflict do nothing`,
    [
      flagId(fact, flag),
      fact.business,
      fact.shop,
      fact.till,
      fact.inc,
      fact.no,
      fact.hash,
      flag.kind,
      causeOf[flag.kind],
      flag.subject,
      fact.day,
      flag.receipt,
      fact.at,
      flag.value,
      JSON.stringify(flag.evidence.map(({ label, text }) => ({ label, text: showable(text) }))),
    ],
  );
}

function flagId({ till, inc, no, hash }: FlaggedFact, { kind, subject }: Flag): string {
  return createHash('sha256')
    .update(JSON.stringify([kind, till, inc, no, hash, subject]))
    .digest('hex');
}

/** PostgreSQL has no place for U+0000. */
function showable(text: string): string {
  return text.replaceAll('\0', '').slice(0, EVIDENCE_TEXT_MAX);
}
