/** Writes down who did what in the office. */
import { tellChanged } from '../database/changed-channel.ts';
import type { Queryable } from '../database/query-rows.ts';
import type { Caller } from './office-sign-in.ts';

export interface OfficeAct {
  readonly act:
    | 'tillAdded'
    | 'codeIssued'
    | 'tillRevoked'
    | 'tillUnrevoked'
    | 'journalImported'
    | 'tilesArranged'
    | 'flagsSettled'
    | 'settlementTakenBack'
    | 'productAdded'
    | 'productChanged'
    | 'productRetired'
    | 'productsImported'
    | 'importTakenBack'
    | 'drawerAssigned'
    | 'drawerChanged'
    | 'personAdded'
    | 'personChanged'
    | 'personEnded'
    | 'personBack'
    | 'pinMade'
    | 'officeAccountMade';
  /** Null: about no till. */
  readonly till: string | null;
  readonly detail: Readonly<Record<string, string>>;
}

export async function noteAct(
  database: Queryable,
  caller: Caller,
  { act, till, detail }: OfficeAct,
  now: number,
): Promise<void> {
  await tellChanged(database, caller.business);
  await database.query(
    'insert into evertill.audit (business, at, person, till, act, detail) values ($1, $2, $3, $4, $5, $6)',
    [caller.business, now, caller.person, till, act, detail],
  );
}
