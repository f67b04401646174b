/** Answers a till that pins a new root: the root, and what the old root had vouched for, vouched for anew. */
import type { Pool } from 'pg';
import * as z from 'zod/mini';
import { signTillCertificate } from '../../journal/certificates.ts';
import type { RepinAnswer } from '../../protocol/repin.ts';
import { PROTOCOL_VERSION } from '../../protocol/version.ts';
import { ofBusiness } from '../database/borrow-connection.ts';
import { businessOf } from '../database/business-of.ts';
import { inTransaction } from '../database/in-transaction.ts';

import { queryRow, type Queryable } from '../database/query-rows.ts';
import { hashEnrolmentCode } from '../reference/enrolment-code.ts';
import type { ServerKeys } from '../server-keys.ts';
import { signedRosterFor } from './roster.ts';
import { seriesOf } from './series-of.ts';

const tillSchema = z.object({
  till: z.string(),
  business: z.string(),
  shop: z.string(),
  series: z.string(),
  enrolments: z.int(),
  key: z.string(),
  enrolledAt: z.int(),
});

/**
 * The code serves until it is too old, also when it was used before: the answer may be lost, and gives away no secret.
 * @returns null when the code is wrong or too old.
 */
export async function repinTill(
  pool: Pool,
  code: string,
  keys: ServerKeys,
  now: number,
): Promise<RepinAnswer | null> {
  const own = await businessOf(pool, 'code', hashEnrolmentCode(code));
  if (own === null) return null;
  return inTransaction(ofBusiness(pool, own), async (client) => {
    const found = await findTill(client, code, now);
    if (found === null) return null;
    const { till, business, shop, key } = found;
    await noteRepin(client, found, code, now);
    const { privateKey, certificate: onlineKey } = keys.online;
    const series = seriesOf(found.series, found.enrolments - 1);
    const claims = { kind: 'till', till, business, shop, series, key, issued: found.enrolledAt } as const;
    const roster = await signedRosterFor(client, till, keys, now, PROTOCOL_VERSION);
    return {
      till,
      root: keys.root,
      onlineKey,
      certificate: await signTillCertificate(claims, privateKey, onlineKey),
      roster,
      serverEpoch: roster.roster.epoch,
      serverTime: now,
    };
  });
}

function findTill(client: Queryable, code: string, now: number): Promise<z.infer<typeof tillSchema> | null> {
  return queryRow(
    client,
    `select till.till, till.business, till.shop, till.series, till.enrolments, till.public_key as key,
            till.enrolled_at as "enrolledAt"
     from evertill.enrolment_code code join evertill.till using (till)
     where code.code_hash = $1 and code.expires_at > $2 and till.public_key is not null
     for update of code`,
    [hashEnrolmentCode(code), now],
    tillSchema,
  );
}

async function noteRepin(
  client: Queryable,
  { till, business }: z.infer<typeof tillSchema>,
  code: string,
  now: number,
): Promise<void> {
  await client.query(
    'update evertill.enrolment_code set used_at = coalesce(used_at, $2) where code_hash = $1',
    [hashEnrolmentCode(code), now],
  );
  await client.query(
    `insert into evertill.audit (business, at, till, act) values ($1, $2, $3, 'tillRepinned')`,
    [business, now, till],
  );
}
