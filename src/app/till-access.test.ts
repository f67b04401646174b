import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { hashPin } from '../identity/hash-pin.ts';
import { encodeBase64Url } from '../journal/base64url.ts';
import type { LocalDb } from '../local-db/open-local-db.ts';
import { readBranches, factsAfter } from '../local-db/watermark.ts';
import { readRoster } from '../local-db/roster.ts';
import { applyRoster } from '../local-db/roster.ts';
import type { Roster, RosterStaff } from '../protocol/roster.ts';
import { makeTrialTill, trialActing, type TrialTill } from '../testing/trial-till.ts';
import type { AccessPort } from '../till/till-ports.ts';
import { tillAccess } from './till-access.ts';

const MINUTE_MS = 60_000;
/** The tablet slept: what people read is this far ahead of the anchor. */
const AHEAD_MS = 3 * 60 * MINUTE_MS;

let till: TrialTill;
let roster: Roster;
let anchored: number;

beforeEach(async () => {
  anchored = Date.UTC(2025, 4, 6, 8);
  till = await makeTrialTill();
  const staff = [await person('s-amira', 'clerk', '2468'), await person('s-morgan', 'manager', '135790')];
  await applyRoster(till.db, await till.roster({ version: 2, staff }), trialActing());
  roster = await stored();
});
afterEach(() => till.close());

async function stored(): Promise<Roster> {
  const signed = await readRoster(till.db);
  if (signed === null) throw new Error('no roster');
  return signed.roster;
}

async function person(id: string, role: RosterStaff['role'], pin: string): Promise<RosterStaff> {
  const pinParameters = { algorithm: 'argon2id', memoryKiB: 1024, passes: 1, lanes: 1 } as const;
  const salt = new TextEncoder().encode(`the salt of ${id}`);
  const hash = await hashPin(pin, salt, pinParameters);
  const verifier = encodeBase64Url(
    new Uint8Array(await crypto.subtle.sign('HMAC', till.enrolment.pepper, hash)),
  );
  return {
    id,
    name: id,
    role,
    pinLength: pin.length,
    pinSalt: encodeBase64Url(salt),
    pinParameters,
    verifier,
  };
}

/** A window of the till, as after a start. */
function accessOf(db: LocalDb): AccessPort {
  return tillAccess({
    db,
    enrolment: () => till.enrolment,
    roster: () => roster,
    peopleHere: () => [],
    hashPin,
    actingAs: (staff) => trialActing(0, staff),
    clock: {
      now: () => anchored + AHEAD_MS,
      anchored: () => anchored,
      day: () => '2025-05-06',
      moment: () => trialActing().moment,
      hear: () => undefined,
      isInDoubt: () => false,
    },
  });
}

async function kinds(): Promise<readonly string[]> {
  const [branch] = await readBranches(till.db);
  const facts = await factsAfter(till.db, branch?.inc ?? '', 0, 500);
  return facts.map((fact) => fact.kind);
}

async function guess(times: number, access = accessOf(till.db)) {
  for (let made = 0; made < times; made += 1) {
    const standing = await access.standingOf('s-amira');
    if (standing.is === 'wait') anchored = standing.waitUntil - AHEAD_MS;
    await access.signIn('s-amira', '0000');
  }
}

test('IDEN-31 P1 a clerk on the stored roster signs in, and the journal says so', async () => {
  expect(await accessOf(till.db).signIn('s-amira', '2468')).toEqual({ is: 'signedIn' });
  expect((await kinds()).at(-1)).toBe('signedIn');
});

test('IDEN-31 nobody who is not on the roster signs in', async () => {
  expect(await accessOf(till.db).signIn('s-gone', '2468')).toEqual({ is: 'unknownPerson' });
  expect(await accessOf(till.db).standingOf('s-gone')).toEqual({ is: 'free' });
});

test('IDEN-32 F46 windows and restarts spend one budget from the disk', async () => {
  await guess(3);
  const other = accessOf(await till.openWindow());
  await guess(2, other);
  const wait = { is: 'wait', waitUntil: anchored + MINUTE_MS + AHEAD_MS };
  expect(await accessOf(till.db).signIn('s-amira', '2468')).toEqual(wait);
  expect(await other.standingOf('s-amira')).toEqual(wait);
});

test('IDEN-21 F46 after ten wrong PINs only a roster that clears the lock, or an approver, lets the clerk in', async () => {
  await guess(10);
  expect((await kinds()).at(-1)).toBe('lockedOut');
  anchored += 24 * 60 * MINUTE_MS;
  const access = accessOf(till.db);
  const locked = await access.signIn('s-amira', '2468');
  expect(locked.is).toBe('locked');

  const lock = 'lock' in locked ? String(locked.lock) : '';
  roster = { ...roster, unlocks: [lock] };
  expect(await access.standingOf('s-amira')).toEqual({ is: 'free' });
  roster = { ...roster, unlocks: [] };
  expect((await access.unlock('s-morgan', '135790', 's-amira')).is).toBe('approved');
  expect(await access.signIn('s-amira', '2468')).toEqual({ is: 'signedIn' });
});

test('IDEN-33 an approval is a fact of its own', async () => {
  expect((await accessOf(till.db).approve('s-morgan', '135790', 'refund 4.20')).is).toBe('approved');
  expect((await kinds()).at(-1)).toBe('approvalGiven');
});
