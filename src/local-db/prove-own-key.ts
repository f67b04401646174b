/** Proves at the start that the till's own keys can still be used: the record of them may be there and hold none. */
import { sign, verify } from '../journal/keys.ts';
import type { Enrolment } from './enrolment.ts';
import { ONLY } from './journal-db.ts';
import { withLiveHandle } from './live-handle.ts';
import type { LocalDb } from './open-local-db.ts';

const PROBE = 'can this till still sign?';

/** @returns false only where there is a record of keys and none that works. */
export async function proveOwnKey(db: LocalDb): Promise<boolean> {
  const { enrolments } = db.journal;
  // Whether there is one can be told of a record that cannot be read.
  if ((await withLiveHandle(db.journal, () => enrolments.count())) === 0) return true;
  try {
    const row = await withLiveHandle(db.journal, () => enrolments.get(ONLY));
    return row !== undefined && (await canUse(row.value));
  } catch {
    // Browsers say it in many ways: DataError, NotFoundError, InvalidAccessError, a TypeError for what is no key any more.
    return false;
  }
}

async function canUse({ key, pepper }: Enrolment): Promise<boolean> {
  // Any verdict will do: a pepper that cannot be used throws.
  await crypto.subtle.verify('HMAC', pepper, new Uint8Array(32), new TextEncoder().encode(PROBE));
  return verify(key.publicKey, PROBE, await sign(key.privateKey, PROBE));
}
