/** Binds a tablet's new key to the till its code stands for: one transaction, so a code is used once or not at all. */
import { randomBytes } from 'node:crypto';
import type { Pool } from 'pg';
import * as z from 'zod/mini';
import { signTillCertificate } from '../../journal/certificates.ts';
import type { EnrolAnswer } from '../../protocol/enrol.ts';
import { inTransaction } from '../database/in-transaction.ts';
import { queryRow, type Queryable } from '../database/query-rows.ts';
import { hashEnrolmentCode } from '../reference/enrolment-code.ts';
import type { ServerKeys } from '../server-keys.ts';
import { signedRosterFor } from './roster.ts';

const PEPPER_BYTES = 32;

const codeSchema = z.object({
  till: z.string(),
  name: z.string(),
  business: z.string(),
  shop: z.string(),
  series: z.string(),
  enrolments: z.int(),
  pepper: z.nullable(z.instanceof(Buffer)),
  /** The code was used, with the very key that asks again: its answer was lost. */
  isRepeat: z.boolean(),
});
type OpenCode = z.infer<typeof codeSchema>;

/** @param key the tablet's public key, SPKI base64url. @returns null when the code is wrong, used or too old. */
export function enrolTill(
  pool: Pool,
  code: string,
  key: string,
  keys: ServerKeys,
  now: number,
): Promise<EnrolAnswer | null> {
  return inTransaction(pool, async (client) => {
    const open = await findOpenCode(client, code, key, now);
    if (open === null) return null;
    const bound = await bind(client, open, code, key, now);
    return answer(client, open, bound, keys, now);
  });
}

function findOpenCode(client: Queryable, code: string, key: string, now: number): Promise<OpenCode | null> {
  return queryRow(
    client,
    `select till.till, till.name, till.business, till.shop, till.series, till.enrolments, till.pepper,
            code.used_at is not null as "isRepeat"
     from evertill.enrolment_code code join evertill.till using (till)
     where code.code_hash = $1 and code.expires_at > $2 and (code.used_at is null or till.public_key = $3)
     for update of code, till`,
    [hashEnrolmentCode(code), now, key],
    codeSchema,
  );
}

interface BoundTablet {
  readonly key: string;
  readonly pepper: Buffer;
  /** How many tablets have been this till before. */
  readonly before: number;
}

async function bind(
  client: Queryable,
  open: OpenCode,
  code: string,
  key: string,
  now: number,
): Promise<BoundTablet> {
  if (open.isRepeat && open.pepper !== null) {
    return { key, pepper: open.pepper, before: open.enrolments - 1 };
  }
  const pepper = randomBytes(PEPPER_BYTES);
  await client.query('update evertill.enrolment_code set used_at = $2 where code_hash = $1', [
    hashEnrolmentCode(code),
    now,
  ]);
  await client.query(
    `update evertill.till set public_key = $2, pepper = $3, enrolments = enrolments + 1, enrolled_at = $4
     where till = $1`,
    [open.till, key, pepper, now],
  );
  await client.query(
    `insert into evertill.audit (business, at, till, act, detail) values ($1, $2, $3, 'tillEnrolled', $4)`,
    [open.business, now, open.till, { key }],
  );
  return { key, pepper, before: open.enrolments };
}

async function answer(
  client: Queryable,
  open: OpenCode,
  bound: BoundTablet,
  keys: ServerKeys,
  now: number,
): Promise<EnrolAnswer> {
  const { till, business, shop } = open;
  const series = seriesOf(open.series, bound.before);
  const { privateKey, certificate: onlineKey } = keys.online;
  const claims = { kind: 'till', till, business, shop, series, key: bound.key, issued: now } as const;
  const roster = await signedRosterFor(client, till, keys, now);
  return {
    till,
    tillName: open.name,
    business,
    shop,
    series,
    root: keys.root,
    certificate: await signTillCertificate(claims, privateKey, onlineKey),
    onlineKey,
    pepper: bound.pepper.toString('base64url'),
    roster,
    serverEpoch: roster.roster.epoch,
    serverTime: now,
  };
}

/**
 * A tablet names its own later incarnations A1b, A1c …, perhaps without our ever hearing of it; so a new tablet for the same
 * till begins where those never come: A1z, A1zz.
 */
function seriesOf(series: string, tabletsBefore: number): string {
  return series + 'z'.repeat(tabletsBefore);
}
