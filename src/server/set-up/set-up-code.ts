/**
 * The code with which whoever runs the server founds a business. It follows from the server's keys and from the last business that was
 * founded: every node prints the same one, nobody keeps it, and founding one ends it.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';
import * as z from 'zod/mini';
import { ENROLMENT_ALPHABET } from '../../protocol/enrol.ts';
import { queryRow, type Queryable } from '../database/query-rows.ts';
import { keyFromPepper } from '../key-from-pepper.ts';

const GROUPS = 3;
const GROUP_LENGTH = 4;
/** Sixty bits: guessed by nobody at the door's pace. */
export const SET_UP_CODE_LENGTH = GROUPS * GROUP_LENGTH;

/** @throws CannotStart where the pepper is not there. */
export function loadSetUpKey(keysFolder: string): Promise<Uint8Array> {
  return keyFromPepper(keysFolder, 'evertill set-up code');
}

/** @returns null before anybody has founded one; demo, drills and the canary are none. */
export async function newestBusiness(database: Queryable): Promise<string | null> {
  const text = 'select evertill.newest_real_business() as business';
  const row = await queryRow(database, text, [], z.object({ business: z.nullable(z.string()) }));
  return row?.business ?? null;
}

/** The one that founds the next business. */
export async function currentSetUpCode(database: Queryable, keysFolder: string): Promise<string> {
  return setUpCode(await loadSetUpKey(keysFolder), await newestBusiness(database));
}

/** In groups that are read aloud: `7K3M-9QTX-20FW`. */
export function setUpCode(key: Uint8Array, newest: string | null): string {
  const digest = createHmac('sha256', key)
    .update(JSON.stringify([newest]))
    .digest();
  const letters = [...digest.subarray(0, SET_UP_CODE_LENGTH)].map((byte) =>
    ENROLMENT_ALPHABET.charAt(byte % ENROLMENT_ALPHABET.length),
  );
  const groups = Array.from({ length: GROUPS }, (_, at) =>
    letters.slice(at * GROUP_LENGTH, (at + 1) * GROUP_LENGTH).join(''),
  );
  return groups.join('-');
}

/** As people type it: in any case, with or without dashes, O for 0. */
export function isSetUpCode(typed: string, key: Uint8Array, newest: string | null): boolean {
  const wanted = Buffer.from(plain(setUpCode(key, newest)));
  const given = Buffer.from(plain(typed));
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}

function plain(code: string): string {
  return code
    .toUpperCase()
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1')
    .replaceAll(/[^0-9A-Z]/g, '');
}
