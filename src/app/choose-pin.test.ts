import 'fake-indexeddb/auto';
import { liveQuery } from 'dexie';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { hashPin } from '../identity/hash-pin.ts';
import { encodeBase64Url } from '../journal/base64url.ts';
import { openText } from '../journal/sealed-box.ts';
import { readPeopleHere, readRosterHere } from '../local-db/people-here.ts';
import type { PersonHere } from '../local-db/person-here.ts';
import { withPeopleHere } from '../local-db/person-here.ts';
import { applyRoster, readRoster } from '../local-db/roster.ts';
import { factsAfter, readBranches } from '../local-db/watermark.ts';
import type { Roster, RosterStaff } from '../protocol/roster.ts';
import { factBodySchema } from '../protocol/fact-body.ts';
import { makeTrialTill, trialActing, type TrialTill } from '../testing/trial-till.ts';
import type { AccessPort, Choosing } from '../till/till-ports.ts';
import { tillAccess } from './till-access.ts';

const DAY_MS = 86_400_000;
const FORGOT: Choosing = { is: 'pinSet', staff: 's-amira' };
const ZOE: Choosing = { is: 'personAdded', staff: 's-zoe', name: 'Zoë' };

let till: TrialTill;
let office: CryptoKeyPair;
let roster: Roster;
let people: readonly PersonHere[];
let access: AccessPort;
let version: number;

beforeEach(async () => {
  till = await makeTrialTill();
  office = await crypto.subtle.generateKey({ name: 'ECDH', namedCurve: 'P-256' }, true, ['deriveBits']);
  version = 1;
  await roll([
    await person('s-amira', 'clerk', '2468'),
    await person('s-sam', 'supervisor', '246813'),
    await person('s-morgan', 'manager', '135790'),
  ]);
  access = tillAccess({
    db: till.db,
    enrolment: () => till.enrolment,
    roster: () => roster,
    peopleHere: () => people,
    hashPin,
    actingAs: (staff) => trialActing(0, staff),
    clock: {
      now: () => trialActing().moment.anchored,
      anchored: () => trialActing().moment.anchored,
      day: () => '2025-05-06',
      moment: () => trialActing().moment,
      hear: () => undefined,
      isInDoubt: () => false,
    },
  });
});
afterEach(() => till.close());

/** Head office's next roster. */
async function roll(staff: RosterStaff[], dayLater = 0): Promise<void> {
  version += 1;
  const spki = new Uint8Array(await crypto.subtle.exportKey('spki', office.publicKey));
  const signed = await till.roster({ version, staff, sealedBox: encodeBase64Url(spki) });
  const acting = trialActing();
  const moment = { ...acting.moment, anchored: acting.moment.anchored + dayLater * DAY_MS };
  expect((await applyRoster(till.db, signed, { ...acting, moment })).is).toBe('recorded');
  await lookAgain();
}

async function lookAgain(): Promise<void> {
  const signed = await readRoster(till.db);
  if (signed === null) throw new Error('no roster');
  roster = signed.roster;
  people = await readPeopleHere(till.db);
}

async function person(id: string, role: RosterStaff['role'], pin: string): Promise<RosterStaff> {
  const pinParameters = { algorithm: 'argon2id', memoryKiB: 1024, passes: 1, lanes: 1 } as const;
  const salt = new TextEncoder().encode(`the salt of ${id} ${pin}`);
  const mac = await crypto.subtle.sign(
    'HMAC',
    till.enrolment.pepper,
    await hashPin(pin, salt, pinParameters),
  );
  const verifier = encodeBase64Url(new Uint8Array(mac));
  return {
    ...{ id, name: id, role, verifier, pinParameters },
    pinLength: pin.length,
    pinSalt: encodeBase64Url(salt),
  };
}

async function choose(who: Choosing, pin: string, approver = 's-morgan', approverPin = '135790') {
  const vouched = await access.vouch(approver, approverPin, who);
  if (vouched.is !== 'approved') return vouched;
  const outcome = await access.choosePin(who, pin, vouched.approval);
  await lookAgain();
  return outcome;
}

async function facts() {
  const [branch] = await readBranches(till.db);
  return factsAfter(till.db, branch?.inc ?? '', 0, 500);
}

test('IDEN-55 P2 who forgot a PIN chooses one before an approver: the old one is over here at once', async () => {
  expect(await choose(FORGOT, '9071')).toMatchObject({ is: 'chosen', person: { role: 'clerk' } });
  expect((await access.signIn('s-amira', '2468')).is).toBe('wrong');
  expect(await access.signIn('s-amira', '9071')).toEqual({ is: 'signedIn' });
});

test('IDEN-55 P2 somebody new sells here at once as a clerk, and approves nothing', async () => {
  expect(await choose(ZOE, '9071')).toMatchObject({ is: 'chosen', person: { name: 'Zoë', role: 'clerk' } });
  expect(await access.signIn('s-zoe', '9071')).toEqual({ is: 'signedIn' });
  expect((await access.approve('s-zoe', '9071', 'anything')).is).toBe('notAllowed');
});

test('IDEN-55 a manager whose PIN was chosen here has a clerk’s rights here until the roster says it', async () => {
  await choose({ is: 'pinSet', staff: 's-morgan' }, '804213');
  expect(await access.signIn('s-morgan', '804213')).toEqual({ is: 'signedIn' });
  expect((await access.approve('s-morgan', '804213', 'anything')).is).toBe('notAllowed');
  const all = roster.staff.filter(({ id }) => id !== 's-morgan');
  await roll([...all, await person('s-morgan', 'manager', '804213')]);
  expect(people).toEqual([]);
  expect((await access.approve('s-morgan', '804213', 'anything')).is).toBe('approved');
});

test('IDEN-52 who stands lower vouches for nobody above, and that spends no try', async () => {
  const manager: Choosing = { is: 'pinSet', staff: 's-morgan' };
  expect(await choose(manager, '804213', 's-sam', '246813')).toEqual({ is: 'notAllowed' });
  expect(await choose(FORGOT, '9071', 's-amira', '2468')).toEqual({ is: 'notAllowed' });
  expect(await choose(FORGOT, '9071', 's-sam', '246813')).toMatchObject({ is: 'chosen' });
});

test('IDEN-33 the approval is for that person alone', async () => {
  const vouched = await access.vouch('s-morgan', '135790', FORGOT);
  if (vouched.is !== 'approved') throw new Error('the right PIN');
  expect(await access.choosePin(ZOE, '9071', vouched.approval)).toEqual({ is: 'cannotSave' });
  expect(await readPeopleHere(till.db)).toEqual([]);
});

test('IDEN-53 the fact names who and who vouched; name and PIN only head office can read', async () => {
  await choose(ZOE, '9071');
  const row = (await facts()).find(({ kind }) => kind === 'personAdded');
  const fact: unknown = JSON.parse(row?.bytes ?? '{}');
  expect(fact).toMatchObject({ by: { staff: 's-morgan', approval: { approver: 's-morgan' } } });
  const told = factBodySchema.parse(fact);
  if (told.kind !== 'personAdded') throw new Error('not that kind');
  for (const { bytes } of await facts()) expect(bytes).not.toMatch(/Zoë|9071/);
  const { business, till: id } = till.enrolment;
  const sealedFor = { business, till: id, kind: 'personAdded', staff: 's-zoe' };
  const opened = await openText(office.privateKey, sealedFor, told.body.sealed);
  expect(JSON.parse(opened ?? '')).toEqual({ name: 'Zoë', pin: '9071' });
});

test('IDEN-22 F46 a locked person whose PIN is chosen anew has a fresh budget', async () => {
  for (let made = 0; made < 5; made += 1) await access.signIn('s-amira', '0000');
  expect((await access.standingOf('s-amira')).is).toBe('wait');
  await choose(FORGOT, '9071');
  expect(await access.standingOf('s-amira')).toEqual({ is: 'free' });
});

test('IDEN-56 another PIN on the roster, or the person off it, ends the one chosen here', async () => {
  await choose(FORGOT, '9071');
  const unchanged = roster.staff;
  await roll(unchanged);
  expect(await access.signIn('s-amira', '9071')).toEqual({ is: 'signedIn' });
  await roll([await person('s-amira', 'clerk', '3571')]);
  expect(await access.signIn('s-amira', '3571')).toEqual({ is: 'signedIn' });
  expect(await readPeopleHere(till.db)).toEqual([]);
  await choose({ is: 'pinSet', staff: 's-amira' }, '9071', 's-morgan');
  await roll([]);
  expect(withPeopleHere(roster, people).staff).toEqual([]);
});

test('IDEN-56 somebody new stays until head office knows, and not for ever after it has decided otherwise', async () => {
  await choose(ZOE, '9071');
  const { leaseDays } = roster.policy;
  await roll(roster.staff, leaseDays + 1);
  expect(people).toHaveLength(1);
  const [branch] = await readBranches(till.db);
  if (branch === undefined) throw new Error('no branch');
  await till.db.journal.branches.put({ ...branch, acknowledged: branch.head });
  await roll(roster.staff, leaseDays - 1);
  expect(people).toHaveLength(1);
  await roll(roster.staff, leaseDays + 1);
  expect(people).toEqual([]);
});

test('IDEN-57 whoever was added here is somebody at every moment while the roster that names them is taken', async () => {
  await choose(ZOE, '9071');
  const isNamed: boolean[] = [];
  const watching = liveQuery(() => readRosterHere(till.db)).subscribe((here) => {
    isNamed.push(here?.staff.some(({ id }) => id === 's-zoe') ?? false);
  });
  await expect.poll(() => isNamed.length).toBe(1);
  await roll([await person('s-zoe', 'clerk', '9071'), await person('s-morgan', 'manager', '135790')]);
  expect(people).toEqual([]);
  await expect.poll(() => isNamed.length).toBeGreaterThan(1);
  watching.unsubscribe();
  expect(isNamed).not.toContain(false);
});
