/** What every change of a till begins and ends with: the till as the office sees it, a name nobody else has, a code. */
import type { PoolClient } from 'pg';
import type { TillCode, TillRow } from '../../protocol/office-till-messages.ts';
import { issueEnrolmentCode, type CodePurpose } from '../reference/enrolment-code.ts';
import type { Asked } from './office-route.ts';
import { answer, NOT_FOUND, refused, type Outcome } from './outcome.ts';
import { readTills } from './read-tills.ts';

export const NAME_TAKEN = refused(409, 'already-done', 'The shop already has a till of this name.');

/** @returns null when it is not a till of the caller's business. */
export async function tillOf({ input, caller, pool, now }: Asked<{ till: string }>): Promise<TillRow | null> {
  const [row] = await readTills(pool, { business: caller.business, shop: null, till: input.till }, now);
  return row ?? null;
}

/**
 * Two tills of one name cannot be told apart where it matters: in the drawer and in a revocation.
 * @param except the till that has the name already
 */
export async function hasTillNamed(
  client: PoolClient,
  shop: string,
  name: string,
  except: string | null = null,
): Promise<boolean> {
  await client.query('select 1 from evertill.shop where shop = $1 for update', [shop]);
  const { rowCount } = await client.query(
    'select 1 from evertill.till where shop = $1 and lower(name) = lower($2) and till is distinct from $3',
    [shop, name, except],
  );
  return rowCount !== 0;
}

export async function codeFor(
  client: PoolClient,
  till: string,
  now: number,
  use: { readonly purpose: CodePurpose; readonly lifeMs?: number } | null = null,
): Promise<Outcome<TillCode>> {
  const code = await issueEnrolmentCode(client, till, now, use?.lifeMs, use?.purpose);
  if (code === null) return NOT_FOUND;
  return answer({ till, name: code.tillName, code: code.code, expiresAt: code.expiresAt, issuedAt: now });
}
