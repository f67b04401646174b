/**
 * Appends what a till offers, in one transaction:
 *
 *   lock the till's head without waiting → place the batch by heads → if that is not enough, by the facts around it
 *   → insert batch and facts, move chain and head, all in one statement → commit
 *
 * No body is read and no business rule asked, so nothing that happened at a till can be refused here.
 */
import { inTransaction } from '../database/in-transaction.ts';
import type { Lender, Queryable } from '../database/query-rows.ts';
import { heldAround, readChain, type HeldChain } from './held-facts.ts';
import { insertBatch } from './insert-batch.ts';
import type { ChainPoint, OfferedBatch } from './offered-batch.ts';
import { placeAmong, placeByHead, type Placement } from './place-batch.ts';
import { noteReport } from './note-report.ts';
import { lockTill } from './lock-till.ts';
import type { Offer } from './offer.ts';

export type AppendResult =
  /** Another request of this till is being appended right now. */
  | { readonly is: 'busy' }
  | {
      readonly is: 'answered';
      /** How many facts are new in the ledger. */
      readonly appended: number;
      /** The highest fact of the chain just offered that the ledger holds. */
      readonly head: ChainPoint;
      readonly forkedAt: number | null;
      /** What the ledger needs next, when the batch began past it. */
      readonly expected: number | null;
      readonly quarantined: readonly number[];
    };

export function appendBatch(pool: Lender, offer: Offer): Promise<AppendResult> {
  return inTransaction(pool, async (client) => {
    const till = await lockTill(client, offer.batch.till);
    if (till === null) return { is: 'busy' };
    const chain = await readChain(client, offer.batch.till, offer.batch.inc);
    const placement = await place(client, offer.batch, chain);
    if (placement.is === 'new') await insertBatch(client, offer, till, { ...placement, chain });
    else if (offer.report !== null) {
      await noteReport(client, offer.batch.till, offer.report, offer.receivedAt);
    }
    return answer(offer.batch, chain, placement);
  });
}

async function place(client: Queryable, batch: OfferedBatch, chain: HeldChain | null): Promise<Placement> {
  return placeByHead(batch, chain) ?? placeAmong(batch, chain, await heldAround(client, batch));
}

function answer(batch: OfferedBatch, chain: HeldChain | null, placement: Placement): AppendResult {
  const forks = [chain?.forkedAt ?? null, placement.is === 'new' ? placement.forkedAt : null];
  const known = forks.filter((fork) => fork !== null);
  const head = placement.is === 'apart' ? placement.head : batch.tip;
  return {
    is: 'answered',
    appended: placement.is === 'new' ? placement.facts.length : 0,
    head: { no: head.no, hash: head.hash },
    forkedAt: known.length === 0 ? null : Math.min(...known),
    expected: placement.is === 'apart' ? placement.head.no + 1 : null,
    quarantined: batch.facts.filter((fact) => fact.quarantined !== null).map((fact) => fact.no),
  };
}
