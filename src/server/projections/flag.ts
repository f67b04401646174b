/** A flag: something a person should look at, with its evidence. Facts are never refused; what disagrees is flagged. */
import { createHash } from 'node:crypto';
import type * as z from 'zod/mini';
import type { flagKindSchema } from '../../protocol/people-messages.ts';
import type { Queryable } from '../database/query-rows.ts';

export type FlagKind = z.infer<typeof flagKindSchema>;
export type FlagCause = 'moneyMissing' | 'givenTwice' | 'decideOnce' | 'goodToKnow';

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

export const causeOf = {
  unreadable: 'moneyMissing',
  fork: 'moneyMissing',
  brokenLink: 'moneyMissing',
  hole: 'moneyMissing',
  badSignature: 'moneyMissing',
  shiftMismatch: 'moneyMissing',
  refundTwice: 'givenTwice',
  refundOverSold: 'givenTwice',
  revokedTill: 'decideOnce',
  unknownProduct: 'decideOnce',
  unknownStaff: 'decideOnce',
  priceDiffers: 'decideOnce',
  clock: 'goodToKnow',
  journalDamaged: 'goodToKnow',
} as const satisfies Record<FlagKind, FlagCause>;

const EVIDENCE_TEXT_MAX = 500;

/** Raising a flag again changes nothing, also when it was settled meanwhile. */
export async function raiseFlag(client: Queryable, fact: FlaggedFact, flag: Flag): Promise<void> {
  await client.query(
    `insert into evertill.flag (flag, business, shop, till, inc, no, hash, kind, cause, subject, day, receipt, at, value, evidence)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15) on conflict do nothing`,
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
