/** Settles flags of one kind by one recorded act. Nothing about a flag changes but who settled it, when and why. */
import type { PoolClient } from 'pg';
import { uuidv7 } from 'uuidv7';
import * as z from 'zod/mini';
import { addMoney } from '../../domain/money.ts';
import { causeOf, decisionsOf, maySettle, needsReason } from '../../domain/settlement.ts';
import { moneySchema } from '../../protocol/scalars.ts';
import type { Flag, SettleRequest } from '../../protocol/settlement-messages.ts';
import { queryRows } from '../database/query-rows.ts';
import { NO_TILL } from './card-questions.ts';
import { noteAct } from './note-act.ts';
import { notPermitted } from './office-route.ts';
import type { Caller } from './office-sign-in.ts';
import { answer, refused, type Outcome, type Refused } from './outcome.ts';
import { postReceipts } from './post-receipts.ts';
import { readReconciliation } from './read-reconciliation.ts';
import type { Shop } from './shop-of-business.ts';

const CHANGED = refused(409, 'changed-meanwhile', 'Not all of these flags are open on this day.');
const NOT_ONE_KIND = refused(400, 'input-invalid', 'One act settles flags of one kind.');
const NO_SUCH_DECISION = refused(400, 'input-invalid', 'Flags of this kind are not settled so.');
const WHY_NEEDED = refused(400, 'input-invalid', 'This needs a reason in words.');

/** What comes to an act: the flags, the first of them for all where they are alike. */
type Question = readonly [Flag, ...Flag[]];

/** Call it in a transaction that locks the shop's decisions. */
export async function settleFlags(
  client: PoolClient,
  caller: Caller,
  shop: Shop,
  asked: SettleRequest,
  now: number,
): Promise<Outcome<{ settlement: string }>> {
  const { flags } = await readReconciliation(client, shop, asked.day, now);
  const [first, ...others] = flags.filter((flag) => asked.flags.includes(flag.id));
  if (first === undefined || others.length + 1 < new Set(asked.flags).size) return CHANGED;
  const refusal = refusalOf([first, ...others], caller, asked);
  if (refusal !== null) return refusal;
  const settlement = await record(client, caller, [first, ...others], asked, now);
  return answer({ settlement });
}

function refusalOf([first, ...others]: Question, caller: Caller, asked: SettleRequest): Refused | null {
  if (others.some((flag) => flag.kind !== first.kind)) return NOT_ONE_KIND;
  if (!maySettle(caller.role, causeOf[first.kind])) return notPermitted();
  if (!decisionsOf(first.kind).includes(asked.decision)) return NO_SUCH_DECISION;
  return needsReason(asked.decision) && asked.why.trim() === '' ? WHY_NEEDED : null;
}

async function record(
  client: PoolClient,
  caller: Caller,
  question: Question,
  asked: SettleRequest,
  now: number,
): Promise<string> {
  const [first] = question;
  const settlement = uuidv7();
  const why = asked.why.trim();
  const alike = await alikeBeyond(client, asked, question);
  const flags = [...question.map(({ id }) => id), ...alike.map(({ id }) => id)];
  const value = addMoney(...question.map((flag) => flag.value), ...alike.map((flag) => flag.value));
  await client.query(
    `insert into evertill.settlement
       (settlement, business, shop, day, at, person, kind, subject, flags, value, evidence, decision, why)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    [
      settlement,
      caller.business,
      asked.shop,
      asked.day,
      now,
      caller.person,
      first.kind,
      first.subject,
      flags,
      value,
      JSON.stringify(first.evidence),
      asked.decision,
      why,
    ],
  );
  await client.query(
    `update evertill.flag set settled_at = $3, settled_by = $4, settlement = $5, decision = $6, settled_in = $1
     where flag = any($2) and settled_at is null`,
    [settlement, flags, now, caller.person, why, asked.decision],
  );
  if (asked.decision === 'count') await postReceipts(client, settlement, true);
  await noteAct(
    client,
    caller,
    {
      act: 'flagsSettled',
      till: first.till === NO_TILL ? null : first.till,
      detail: { settlement, kind: first.kind, decision: asked.decision, why, flags: String(flags.length) },
    },
    now,
  );
  return settlement;
}

const alikeSchema = z.object({ id: z.string(), value: moneySchema });

/** What is decided once is decided for all of the day, also for those a long list leaves out. */
async function alikeBeyond(
  client: PoolClient,
  { shop, day }: SettleRequest,
  question: Question,
): Promise<z.infer<typeof alikeSchema>[]> {
  const [{ kind, subject, group }] = question;
  if (group !== 'decideOnce' || subject === '') return [];
  return queryRows(
    client,
    `select flag as id, value from evertill.flag
     where shop = $1 and day = $2 and kind = $3 and subject = $4 and settled_at is null and flag <> all($5)`,
    [shop, day, kind, subject, question.map(({ id }) => id)],
    alikeSchema,
  );
}
