/** Takes a settlement back: its flags are open again, and both acts stay on record. */
import type { PoolClient } from 'pg';
import * as z from 'zod/mini';
import { causeOf, maySettle } from '../../domain/settlement.ts';
import { decisionSchema, flagKindSchema } from '../../protocol/settlement-messages.ts';
import { queryRow } from '../database/query-rows.ts';
import { noteAct } from './note-act.ts';
import { notPermitted } from './office-route.ts';
import type { Caller } from './office-sign-in.ts';
import { answer, NOT_FOUND, refused, type Outcome } from './outcome.ts';
import { postReceipts } from './post-receipts.ts';

const ALREADY_DONE = refused(409, 'already-done', 'This settlement is taken back already.');
const rowSchema = z.object({
  kind: flagKindSchema,
  decision: decisionSchema,
  takenBackAt: z.nullable(z.int()),
});

export interface TakeBackAsked {
  readonly settlement: string;
  readonly why: string;
}

/** Call it in a transaction. */
export async function takeBackSettlement(
  client: PoolClient,
  caller: Caller,
  { settlement, why }: TakeBackAsked,
  now: number,
): Promise<Outcome<{ settlement: string }>> {
  const found = await queryRow(
    client,
    `select kind, decision, taken_back_at as "takenBackAt" from evertill.settlement
     where settlement = $1 and business = $2 for update`,
    [settlement, caller.business],
    rowSchema,
  );
  if (found === null) return NOT_FOUND;
  if (!maySettle(caller.role, causeOf[found.kind])) return notPermitted();
  if (found.takenBackAt !== null) return ALREADY_DONE;
  await client.query(
    `update evertill.settlement set taken_back_at = $2, taken_back_by = $3, taken_back_why = $4 where settlement = $1`,
    [settlement, now, caller.person, why.trim()],
  );
  if (found.decision === 'count') await postReceipts(client, settlement, false);
  await client.query(
    `update evertill.flag set settled_at = null, settled_by = null, settlement = null, decision = null, settled_in = null
     where settled_in = $1`,
    [settlement],
  );
  const detail = { settlement, kind: found.kind, decision: found.decision, why: why.trim() };
  await noteAct(client, caller, { act: 'settlementTakenBack', till: null, detail }, now);
  return answer({ settlement });
}
