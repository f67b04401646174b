/** Enrolment codes: eight characters a person reads aloud, once, and soon; the database keeps only their hash. */
import { createHash, randomBytes } from 'node:crypto';
import * as z from 'zod/mini';
import { ENROLMENT_ALPHABET } from '../../protocol/enrol.ts';
import { ENROLMENT_CODE_LENGTH, ENROLMENT_CODE_LIFE_MS } from '../../protocol/limits.ts';
import { queryRow, type Queryable } from '../database/query-rows.ts';

export interface EnrolmentCode {
  readonly till: string;
  readonly tillName: string;
  readonly code: string;
  readonly expiresAt: number;
}

/** `replace`: for a tablet that takes the till over. `spare`: for the safe. Else it follows from whether a tablet has enrolled. */
export type CodePurpose = 'replace' | 'spare';

/** A till has one open code: a new one ends the others. @returns null when there is no such till. */
export async function issueEnrolmentCode(
  client: Queryable,
  till: string,
  now: number,
  lifeMs: number = ENROLMENT_CODE_LIFE_MS,
  purpose: CodePurpose | null = null,
): Promise<EnrolmentCode | null> {
  const found = await queryRow(
    client,
    'select business, name, public_key is not null as enrolled from evertill.till where till = $1',
    [till],
    z.object({ business: z.string(), name: z.string(), enrolled: z.boolean() }),
  );
  if (found === null) return null;
  await client.query('delete from evertill.enrolment_code where till = $1 and used_at is null', [till]);
  const code = makeEnrolmentCode();
  const expiresAt = now + lifeMs;
  await client.query(
    `insert into evertill.enrolment_code (code_hash, business, till, purpose, created_at, expires_at)
     values ($1, $2, $3, $4, $5, $6)`,
    [
      hashEnrolmentCode(code),
      found.business,
      till,
      purpose ?? (found.enrolled ? 'rekey' : 'enrol'),
      now,
      expiresAt,
    ],
  );
  return { till, tillName: found.name, code, expiresAt };
}

export function hashEnrolmentCode(code: string): string {
  return createHash('sha256').update(`evertill enrolment code ${code}`).digest('hex');
}

/** Five random bits a character: the alphabet has 32. */
function makeEnrolmentCode(): string {
  return Array.from(randomBytes(ENROLMENT_CODE_LENGTH), (byte) => ENROLMENT_ALPHABET.charAt(byte & 31)).join(
    '',
  );
}
