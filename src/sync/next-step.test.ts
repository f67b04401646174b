import { describe, expect, test } from 'vitest';
import { NO_MONEY } from '../domain/money.ts';
import type { Contact } from '../local-db/contact.ts';
import type { Branch } from '../journal/branch.ts';
import { nextPullStep, REPULL_MS_MIN, type PullSnapshot } from './next-pull-step.ts';
import { nextSendingStep, type SendingSnapshot } from './next-sending-step.ts';
import { nextSignInStep } from './sign-in-lane.ts';
import { FRESH_PACE } from './pace.ts';

function branch(inc: string, head: number, acknowledged: number): Branch {
  const point = (no: number) => ({ no, hash: `${inc}-${String(no)}` });
  const none = { sales: 0, value: NO_MONEY };
  return {
    inc,
    rank: 1,
    is: 'current',
    series: 'A1',
    head: point(head),
    sums: none,
    acknowledged: point(acknowledged),
    acknowledgedSums: none,
    nextReceipt: 1,
    lastReceipt: null,
  };
}

function sending(given: Partial<SendingSnapshot>) {
  return nextSendingStep({
    now: 100_000,
    branches: [branch('one', 9, 9)],
    pace: FRESH_PACE,
    heardAt: 99_000,
    ...given,
  });
}

describe('SYNC-8 what the sending lane does next', () => {
  test('SYNC-8 what waits goes first, the oldest branch before the current one', () => {
    const branches = [branch('one', 9, 4), branch('two', 3, 0)];
    expect(sending({ branches })).toEqual({
      is: 'push',
      inc: 'one',
      chain: 'one',
      after: { no: 4, hash: 'one-4' },
      limit: 500,
    });
  });

  test('SYNC-9 nothing goes out before its time', () => {
    const pace = { ...FRESH_PACE, retryAt: 104_000 };
    expect(sending({ pace, branches: [branch('one', 9, 4)] })).toEqual({ is: 'wait', ms: 4_000 });
  });

  test('SYNC-8 an open circuit sends no facts, only a probe', () => {
    const pace = { ...FRESH_PACE, circuit: 'open' } as const;
    expect(sending({ pace, branches: [branch('one', 9, 4)] })).toMatchObject({
      is: 'probe',
      after: { no: 4 },
    });
  });

  test('SYNC-15 an idle till asks every fifteen seconds, and at once when it never heard anything', () => {
    expect(sending({})).toEqual({ is: 'wait', ms: 14_000 });
    expect(sending({ heardAt: 85_000 })).toMatchObject({ is: 'probe', inc: 'one' });
    expect(sending({ heardAt: null })).toMatchObject({ is: 'probe', inc: 'one' });
  });

  test('SYNC-15 a tablet that is not enrolled waits', () => {
    expect(sending({ branches: [] }).is).toBe('wait');
  });
});

const contact: Contact = {
  serverEpoch: 'epoch-1',
  serverTime: 0,
  wall: 0,
  mono: 0,
  boot: 'b',
  rosterVersion: 3,
  catalogueVersion: 7,
  revocation: { number: 0, revoked: false },
  safe: null,
};

function pulling(given: Partial<PullSnapshot>) {
  return nextPullStep({
    now: 1_000_000,
    contact,
    held: {
      roster: { epoch: 'epoch-1', version: 3 },
      catalogue: { epoch: 'epoch-1', version: 7 },
      cursor: 'c',
    },
    pace: FRESH_PACE,
    readAt: { roster: 990_000, catalogue: 990_000 },
    ...given,
  });
}

describe('SYNC-15 what the pulling lane does next', () => {
  test('SYNC-15 with all versions held it asks again after its time', () => {
    expect(pulling({})).toEqual({ is: 'wait', ms: 50_000 });
    expect(pulling({ readAt: { roster: 990_000, catalogue: 900_000 } })).toEqual({
      is: 'pullCatalogue',
      cursor: 'c',
    });
    expect(pulling({ readAt: { roster: 600_000, catalogue: 990_000 } })).toEqual({ is: 'pullRoster' });
  });

  test('SYNC-15 news is pulled, the roster before the catalogue', () => {
    const news = { ...contact, rosterVersion: 4, catalogueVersion: 8 };
    expect(pulling({ contact: news })).toEqual({ is: 'pullRoster' });
    expect(pulling({ contact: { ...contact, catalogueVersion: 8 } })).toEqual({
      is: 'pullCatalogue',
      cursor: 'c',
    });
  });

  test('SYNC-12 F39 another epoch is news, whatever its versions', () => {
    const restored = { ...contact, serverEpoch: 'epoch-2', rosterVersion: 1, catalogueVersion: 1 };
    expect(pulling({ contact: restored })).toEqual({ is: 'pullRoster' });
  });

  test('SYNC-15 a server that tells of news it does not have is not asked in a busy loop', () => {
    const news = { ...contact, catalogueVersion: 8 };
    expect(pulling({ contact: news, readAt: { roster: 990_000, catalogue: 999_000 } })).toEqual({
      is: 'wait',
      ms: REPULL_MS_MIN - 1_000,
    });
  });

  test('SYNC-15 before the first sealed answer there is nothing to go by', () => {
    expect(pulling({ contact: null }).is).toBe('wait');
    expect(pulling({ held: null }).is).toBe('wait');
  });
});

test('SYNC-14 the sign-in check comes once a minute, and sooner while one failure may be nothing', () => {
  expect(nextSignInStep(null, 0.5).afterMs).toBe(0);
  expect(nextSignInStep(0, 0.5).afterMs).toBe(60_000);
  expect(nextSignInStep(1, 0.5).afterMs).toBe(3_000);
  expect(nextSignInStep(2, 0).afterMs).toBe(2_250);
  expect(nextSignInStep(3, 0.5).afterMs).toBe(60_000);
});
