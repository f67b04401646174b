/** Revokes a till, its open code with it, or takes that back: one transaction with a new roster version and a line in the audit, never a till's data. */
import type { PoolClient } from 'pg';
import { raiseVersion } from '../reference/raise-version.ts';
import { noteAct } from './note-act.ts';
import type { Caller } from './office-sign-in.ts';

export interface RevocationChange {
  readonly till: string;
  readonly revoked: boolean;
  readonly why: string;
}

/** Call it in a transaction. @returns false when there is no such till, or it already is as wanted. */
export async function changeRevocation(
  client: PoolClient,
  caller: Caller,
  { till, revoked, why }: RevocationChange,
  now: number,
): Promise<boolean> {
  if (!(await setRevoked(client, caller.business, till, revoked))) return false;
  await noteAct(
    client,
    caller,
    { act: revoked ? 'tillRevoked' : 'tillUnrevoked', till, detail: { why } },
    now,
  );
  return true;
}

/** The same without a line in the audit, as a part of another act. */
export async function setRevoked(
  client: PoolClient,
  business: string,
  till: string,
  revoked: boolean,
): Promise<boolean> {
  await raiseVersion(client, business, 'roster');
  const changed = await client.query(
    `update evertill.till set revoked = $3, revocation_number = revocation_number + 1
     where business = $1 and till = $2 and revoked <> $3`,
    [business, till, revoked],
  );
  if (changed.rowCount === 0) return false;
  if (revoked) await endOpenCodes(client, till);
  return true;
}

/** A code that lies about must not let a tablet in as a till that was just shut out. */
async function endOpenCodes(client: PoolClient, till: string): Promise<void> {
  await client.query('delete from evertill.enrolment_code where till = $1 and used_at is null', [till]);
}
