/** Writes down who did what in the office. */
import type { KnownAct } from '../../protocol/act-messages.ts';
import { tellChanged } from '../database/changed-channel.ts';
import type { Queryable } from '../database/query-rows.ts';
import type { Caller } from './office-sign-in.ts';

export interface OfficeAct {
  readonly act: KnownAct;
  /** Null: about no till. */
  readonly till: string | null;
  readonly detail: Readonly<Record<string, string>>;
}

export async function noteAct(
  database: Queryable,
  caller: Pick<Caller, 'business' | 'person'>,
  act: OfficeAct,
  now: number,
): Promise<void> {
  await tellChanged(database, caller.business);
  await noteQuietly(database, caller, act, now);
}

/** Of what shows on no screen that waits for it, such as a sign-in. */
export async function noteQuietly(
  database: Queryable,
  caller: Pick<Caller, 'business' | 'person'>,
  { act, till, detail }: OfficeAct,
  now: number,
): Promise<void> {
  await database.query(
    'insert into evertill.audit (business, at, person, till, act, detail) values ($1, $2, $3, $4, $5, $6)',
    [caller.business, now, caller.person, till, act, detail],
  );
}
