/** Binds a tablet's new key to the till its code stands for: one transaction, so a code is used once or not at all. */
import type { Pool } from 'pg';
import * as z from 'zod/mini';
import { signTillCertificate } from '../../journal/certificates.ts';
import type { EnrolAnswer, EnrolRequest } from '../../protocol/enrol.ts';
import { PROTOCOL_VERSION, type Protocol } from '../../protocol/version.ts';
import { ofBusiness } from '../database/borrow-connection.ts';
import { businessOf } from '../database/business-of.ts';
import { tellChanged } from '../database/changed-channel.ts';
import { inTransaction } from '../database/in-transaction.ts';
import { queryRow, type Queryable } from '../database/query-rows.ts';
import { hashEnrolmentCode } from '../reference/enrolment-code.ts';
import type { ServerKeys } from '../server-keys.ts';
import { signedRosterFor } from './roster.ts';
import { seriesOf } from './series-of.ts';

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

/** @returns null when the code is wrong, used, too old, or of another till than the one to be re-keyed. */
export async function enrolTill(
  pool: Pool,
  { code, key, rekey, protocol }: EnrolRequest,
  keys: ServerKeys,
  now: number,
): Promise<EnrolAnswer | null> {
  const business = await businessOf(pool, 'code', hashEnrolmentCode(code));
  if (business === null) return null;
  return inTransaction(ofBusiness(pool, business), async (client) => {
    const open = await findOpenCode(client, code, key, now);
    if (open === null || (rekey !== undefined && rekey !== open.till)) return null;
    const bound = await bind(client, open, { code, key, isSameTablet: rekey !== undefined }, now);
    await tellChanged(client, business);
    // A tablet that does not say speaks the version that did not ask.
    const spoken = protocol === undefined ? 1 : PROTOCOL_VERSION;
    return answer(client, open, bound, { keys, now, protocol: spoken });
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
  /** Of an enrolment made before peppers followed from the keys folder. */
  readonly keptPepper: Buffer | null;
  /** How many tablets have been this till before. */
  readonly before: number;
}

interface Newcomer {
  readonly code: string;
  readonly key: string;
  /** It was this till before, and lost its key. */
  readonly isSameTablet: boolean;
}

async function bind(
  client: Queryable,
  open: OpenCode,
  { code, key, isSameTablet }: Newcomer,
  now: number,
): Promise<BoundTablet> {
  if (open.isRepeat) return { key, keptPepper: open.pepper, before: open.enrolments - 1 };
  await client.query('update evertill.enrolment_code set used_at = $2 where code_hash = $1', [
    hashEnrolmentCode(code),
    now,
  ]);
  await client.query(
    `update evertill.till set public_key = $2, pepper = null, enrolments = enrolments + 1, enrolled_at = $3
     where till = $1`,
    [open.till, key, now],
  );
  await client.query(
    `insert into evertill.audit (business, at, till, act, detail) values ($1, $2, $3, $4, $5)`,
    [open.business, now, open.till, actOf(open, isSameTablet), { key }],
  );
  return { key, keptPepper: null, before: open.enrolments };
}

function actOf({ enrolments }: OpenCode, isSameTablet: boolean): string {
  if (enrolments === 0) return 'tillEnrolled';
  return isSameTablet ? 'tillRekeyed' : 'tillReplaced';
}

async function answer(
  client: Queryable,
  open: OpenCode,
  bound: BoundTablet,
  { keys, now, protocol }: { keys: ServerKeys; now: number; protocol: Protocol },
): Promise<EnrolAnswer> {
  const { till, business, shop } = open;
  const series = seriesOf(open.series, bound.before);
  const { privateKey, certificate: onlineKey } = keys.online;
  const claims = { kind: 'till', till, business, shop, series, key: bound.key, issued: now } as const;
  const roster = await signedRosterFor(client, till, keys, now, protocol);
  return {
    till,
    tillName: open.name,
    business,
    shop,
    series,
    root: keys.root,
    certificate: await signTillCertificate(claims, privateKey, onlineKey),
    onlineKey,
    pepper: (bound.keptPepper ?? keys.pepperOf(till, bound.key)).toString('base64url'),
    roster,
    serverEpoch: roster.roster.epoch,
    serverTime: now,
  };
}
