/**
 * Writes down that somebody was refused at the office's door, for the account that was tried: at most once an hour for each
 * account and each way of being wrong, so that guessing fills no list. Never what was typed.
 */
import type { KnownAct } from '../../protocol/act-messages.ts';
import type { Queryable } from '../database/query-rows.ts';
import type { Caller } from './office-sign-in.ts';

export type RefusalAct = Extract<KnownAct, 'passwordWrong' | 'codeWrong' | 'signInHeld'>;

const ONCE_IN_MS = 60 * 60_000;

export async function noteRefusals(
  database: Queryable,
  { business, person }: Pick<Caller, 'business' | 'person'>,
  acts: readonly RefusalAct[],
  { device, now }: { readonly device: string; readonly now: number },
): Promise<void> {
  await database.query(
    `insert into evertill.audit (business, at, person, act, detail)
     select $1, $2, $3, act, $4 from unnest($5::text[]) act
     where not exists (
       select 1 from evertill.audit a
       where a.business = $1 and a.person = $3 and a.act = act.act and a.at > $6)`,
    [business, now, person, { device }, acts, now - ONCE_IN_MS],
  );
}
