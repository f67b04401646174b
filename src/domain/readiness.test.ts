import { expect, test } from 'vitest';
import {
  CATALOGUE_AGE_MS_MAX,
  CLOCK_OFF_MS_MAX,
  LEASE_LEFT_MS_MIN,
  readinessItems,
  readinessLight,
  ROOM_LEFT_BYTES_GONE,
  ROOM_LEFT_BYTES_LOW,
  SCANNER_TRIED_MS_MAX,
  type ReadinessItem,
  type ReadinessLight,
  type ReadinessSaid,
  type TillReadiness,
} from './readiness.ts';

const NOW = 1_750_000_000_000;
const SOUND: TillReadiness = {
  installed: true,
  persistent: true,
  room: { used: 50_000_000, quota: 4_000_000_000 },
  leaseUntil: NOW + 5 * LEASE_LEFT_MS_MIN,
  people: { all: 6, able: 6 },
  catalogue: { version: 12, currentAt: NOW - 180_000 },
  clock: { offsetMs: 900, isInDoubt: false },
  journal: 'sound',
  copies: 'equal',
  isKeyUsable: true,
  update: 'none',
  scannedAt: NOW - 60_000,
  wakeLock: 'held',
};
const roomLeft = (left: number) => ({ room: { used: 1_000, quota: 1_000 + left } });

test('P10 READY-1 a till that lacks nothing is ready, in every item', () => {
  const items = readinessItems(SOUND, NOW);
  expect(items.map(({ state }) => state)).toEqual(items.map(() => 'ready'));
  expect(readinessLight(items)).toBe('ready');
  expect(new Set(items.map(({ is }) => is)).size).toBe(13);
});

const table: readonly [ReadinessItem['is'], Partial<TillReadiness>, ReadinessSaid, ReadinessLight][] = [
  ['people', { people: { all: 6, able: 5 } }, 'someCannotSignIn', 'mind'],
  ['people', { people: { all: 6, able: 0 } }, 'nobodyCanSignIn', 'act'],
  ['people', { people: { all: 0, able: 0 } }, 'nobodyCanSignIn', 'act'],
  ['lease', { leaseUntil: NOW + LEASE_LEFT_MS_MIN + 1 }, 'leaseRuns', 'ready'],
  ['lease', { leaseUntil: NOW + LEASE_LEFT_MS_MIN }, 'leaseEndsSoon', 'mind'],
  ['lease', { leaseUntil: NOW }, 'leaseOver', 'mind'],
  ['catalogue', { catalogue: { version: null, currentAt: null } }, 'catalogueMissing', 'act'],
  ['catalogue', { catalogue: { version: 12, currentAt: null } }, 'catalogueBehind', 'mind'],
  [
    'catalogue',
    { catalogue: { version: 12, currentAt: NOW - CATALOGUE_AGE_MS_MAX } },
    'catalogueCurrent',
    'ready',
  ],
  [
    'catalogue',
    { catalogue: { version: 12, currentAt: NOW - CATALOGUE_AGE_MS_MAX - 1 } },
    'catalogueOld',
    'mind',
  ],
  ['journal', { journal: 'full' }, 'journalFull', 'act'],
  ['journal', { journal: 'cannotSave' }, 'journalCannotSave', 'act'],
  ['journal', { journal: 'fault' }, 'journalFault', 'act'],
  ['copies', { copies: 'one' }, 'oneCopyOnly', 'ready'],
  ['copies', { copies: 'unwritten' }, 'secondCopyUnwritten', 'mind'],
  ['key', { isKeyUsable: false }, 'keyUnusable', 'act'],
  ['storage', { persistent: false }, 'mayBeCleared', 'mind'],
  ['room', { room: null }, 'roomUntold', 'ready'],
  ['room', roomLeft(ROOM_LEFT_BYTES_LOW + 1), 'roomEnough', 'ready'],
  ['room', roomLeft(ROOM_LEFT_BYTES_LOW), 'roomLow', 'mind'],
  ['room', roomLeft(ROOM_LEFT_BYTES_GONE), 'roomGone', 'act'],
  ['installed', { installed: false }, 'inBrowserTab', 'mind'],
  ['clock', { clock: { offsetMs: CLOCK_OFF_MS_MAX, isInDoubt: false } }, 'clockRight', 'ready'],
  ['clock', { clock: { offsetMs: -CLOCK_OFF_MS_MAX - 1, isInDoubt: false } }, 'clockOff', 'mind'],
  ['clock', { clock: { offsetMs: 0, isInDoubt: true } }, 'clockInDoubt', 'mind'],
  ['version', { update: 'waits' }, 'newVersionWaits', 'ready'],
  ['version', { update: 'wentBack' }, 'wentBack', 'mind'],
  ['scanner', { scannedAt: null }, 'scannerNeverTried', 'ready'],
  ['scanner', { scannedAt: NOW - SCANNER_TRIED_MS_MAX - 1 }, 'scannerLongAgo', 'ready'],
  ['wakeLock', { wakeLock: 'notNeeded' }, 'staysAwake', 'ready'],
  ['wakeLock', { wakeLock: 'refused' }, 'mayDoze', 'ready'],
  ['wakeLock', { wakeLock: 'absent' }, 'cannotStayAwake', 'ready'],
];

test.each(table)(
  'READY-2 READY-3 %s with %j is said as %s, under the light %s',
  (item, lack, said, light) => {
    const items = readinessItems({ ...SOUND, ...lack }, NOW);
    expect(items.find(({ is }) => is === item)?.said).toBe(said);
    expect(readinessLight(items)).toBe(light);
    expect(items.filter(({ is, state }) => is !== item && state !== 'ready')).toEqual([]);
  },
);
