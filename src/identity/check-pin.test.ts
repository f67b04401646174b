import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import type { FactBody } from '../domain/fact-body.ts';
import { encodeBase64Url } from '../journal/base64url.ts';
import { sha256Hex } from '../journal/digest.ts';
import type { RosterStaff } from '../protocol/roster.ts';
import { approve, unlock } from './approve.ts';
import { readStanding, type PinPorts } from './check-pin.ts';
import { hashPin } from './hash-pin.ts';
import { signIn } from './sign-in.ts';

const MINUTE_MS = 60_000;
// The cheapest that the roster's schema allows: what is tested is the order of things, not the cost.
const pinParameters = { algorithm: 'argon2id', memoryKiB: 1024, passes: 1, lanes: 1 } as const;
const pepper = await crypto.subtle.importKey(
  'raw',
  new TextEncoder().encode('pepper of this till'),
  { name: 'HMAC', hash: 'SHA-256' },
  false,
  ['sign', 'verify'],
);

const amira = await person('amira', 'clerk', '2468');
const morgan = await person('morgan', 'manager', '135790');

async function person(id: string, role: RosterStaff['role'], pin: string): Promise<RosterStaff> {
  const salt = new TextEncoder().encode(`salt of ${id} ....`);
  const hash = await hashPin(pin, salt, pinParameters);
  const verifier = encodeBase64Url(new Uint8Array(await crypto.subtle.sign('HMAC', pepper, hash)));
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

/** A disk that outlives its till, and a clock that moves only when told. */
let disk: { budget: unknown; facts: FactBody[] };
let now: number;

beforeEach(() => {
  disk = { budget: null, facts: [] };
  now = 1_750_000_000_000;
});

function till(changes: Partial<PinPorts> = {}): PinPorts {
  return {
    changeBudget: (change) => {
      const { store, answer } = change(disk.budget);
      disk.budget = JSON.parse(JSON.stringify(store));
      return Promise.resolve(answer);
    },
    readBudget: () => Promise.resolve(disk.budget),
    now: () => now,
    newId: randomUUID,
    pepper,
    hashPin,
    unlocks: [],
    record: (happened) => {
      disk.facts.push(happened);
      return Promise.resolve();
    },
    ...changes,
  };
}

async function wrongTimes(times: number, staff = amira) {
  for (let made = 0; made < times; made += 1) {
    const standing = await readStanding(till(), staff);
    if (standing.is === 'wait') now = standing.waitUntil;
    await signIn(till(), staff, '0000');
  }
}

describe('signing in', () => {
  test('IDEN-31 P1 the right PIN signs in from the roster alone, and is recorded', async () => {
    expect(await signIn(till(), amira, '2468')).toEqual({ is: 'signedIn' });
    expect(disk.facts).toEqual([{ kind: 'signedIn', body: { staff: 'amira' } }]);
  });

  test('IDEN-31 a wrong PIN does not, and is recorded too', async () => {
    expect(await signIn(till(), amira, '2469')).toEqual({ is: 'wrong', triesLeft: 4, waitUntil: null });
    expect(disk.facts).toEqual([{ kind: 'signInFailed', body: { staff: 'amira', wrongInARow: 1 } }]);
  });

  test('IDEN-31 the PIN of one person is not the PIN of another, nor of another till', async () => {
    expect((await signIn(till(), morgan, '2468')).is).toBe('wrong');
    const algorithm = { name: 'HMAC', hash: 'SHA-256' };
    const otherTill = await crypto.subtle.importKey('raw', new Uint8Array(32), algorithm, false, [
      'sign',
      'verify',
    ]);
    expect((await signIn(till({ pepper: otherTill }), amira, '2468')).is).toBe('wrong');
  });

  test('a person without a PIN spends nothing', async () => {
    expect(await signIn(till(), { ...amira, verifier: null }, '2468')).toEqual({ is: 'noPin' });
    expect(disk.budget).toBeNull();
  });
});

describe('the budget', () => {
  test('IDEN-32 F46 the attempt is on disk before the PIN is looked at: a kill gives nothing back', async () => {
    const killed = till({ hashPin: () => Promise.reject(new Error('killed here')) });
    for (let made = 0; made < 5; made += 1) await signIn(killed, amira, '2468').catch(() => null);
    expect(await signIn(till(), amira, '2468')).toEqual({ is: 'wait', waitUntil: now + MINUTE_MS });
  });

  test('IDEN-32 F46 two windows share it', async () => {
    const [left, right] = [till(), till()];
    await Promise.all([1, 2, 3, 4, 5].map((at) => signIn(at % 2 === 0 ? left : right, amira, '0000')));
    expect((await signIn(left, amira, '2468')).is).toBe('wait');
    expect((await readStanding(right, amira)).is).toBe('wait');
  });

  test('IDEN-32 a store that cannot write lets nobody try', async () => {
    let looked = 0;
    const full = till({
      changeBudget: () => Promise.reject(new Error('disk full')),
      hashPin: (...given) => {
        looked += 1;
        return hashPin(...given);
      },
    });
    await expect(signIn(full, amira, '2468')).rejects.toThrow('disk full');
    expect(looked).toBe(0);
  });

  test('IDEN-20 the wait begins with the fifth wrong PIN and is told with it', async () => {
    await wrongTimes(4);
    expect(await signIn(till(), amira, '0000')).toEqual({
      is: 'wrong',
      triesLeft: 0,
      waitUntil: now + MINUTE_MS,
    });
    expect(await signIn(till(), amira, '2468')).toEqual({ is: 'wait', waitUntil: now + MINUTE_MS });
    now += MINUTE_MS;
    expect(await signIn(till(), amira, '2468')).toEqual({ is: 'signedIn' });
    expect(await readStanding(till(), amira)).toEqual({ is: 'free' });
  });

  test('IDEN-21 F46 the tenth locks, under an id that head office can clear', async () => {
    await wrongTimes(10);
    const locked = await readStanding(till(), amira);
    expect(locked.is).toBe('locked');
    expect(disk.facts.at(-1)).toMatchObject({ kind: 'lockedOut', body: { staff: 'amira' } });
    now += 24 * 60 * MINUTE_MS;
    expect((await signIn(till(), amira, '2468')).is).toBe('locked');
    const unlocks = locked.is === 'locked' ? [locked.lock] : [];
    expect(await signIn(till({ unlocks }), amira, '2468')).toEqual({ is: 'signedIn' });
  });

  test('a damaged budget is a fresh one: nobody is off for good', async () => {
    disk.budget = { till: 'torn' };
    expect(await signIn(till(), amira, '2468')).toEqual({ is: 'signedIn' });
  });
});

describe('approval', () => {
  test('IDEN-33 an approval names its approver and the digest of the very act', async () => {
    const outcome = await approve(till(), morgan, '135790', 'refund A1-000042 −£4.20');
    const digest = await sha256Hex('refund A1-000042 −£4.20');
    expect(outcome).toEqual({ is: 'approved', approval: { approver: 'morgan', digest } });
    expect(disk.facts).toEqual([
      { kind: 'approvalGiven', body: { approver: 'morgan', act: 'refund A1-000042 −£4.20', digest } },
    ]);
  });

  test('IDEN-33 a clerk cannot approve, and spends nothing', async () => {
    expect(await approve(till(), amira, '2468', 'anything')).toEqual({ is: 'notAllowed' });
    expect(disk.budget).toBeNull();
  });

  test('IDEN-33 guessing an approver at the approval sheet spends the same budget', async () => {
    for (let made = 0; made < 5; made += 1) await approve(till(), morgan, '000000', 'anything');
    expect((await signIn(till(), morgan, '135790')).is).toBe('wait');
  });

  test('IDEN-22 an approver frees a locked person', async () => {
    await wrongTimes(10);
    now += MINUTE_MS;
    expect((await unlock(till(), morgan, '000000', 'amira')).is).toBe('wrong');
    expect((await signIn(till(), amira, '2468')).is).toBe('locked');
    now += MINUTE_MS;
    expect((await unlock(till(), morgan, '135790', 'amira')).is).toBe('approved');
    expect(await signIn(till(), amira, '2468')).toEqual({ is: 'signedIn' });
  });
});
