import { expect, test } from 'vitest';
import { mayAutoSign, type DayToSign } from './may-auto-sign.ts';

const POLICY = { signsItselfOff: true, timeZone: 'Europe/London' };
/** Summer time: an hour ahead of UTC. */
const NOON_AFTER = Date.UTC(2025, 4, 7, 11);

const ready: DayToSign = { day: '2025-05-06', isSigned: false, drawers: { all: 2, counted: 2 }, open: 0 };
const may = (
  changes: Partial<DayToSign> = {},
  now = NOON_AFTER,
  policy: Parameters<typeof mayAutoSign>[1] = POLICY,
) => mayAutoSign({ ...ready, ...changes }, policy, now);

test('RECO-53 a day signs itself off from noon of the next one, by the shop’s own clock', () => {
  expect([may({}, NOON_AFTER - 1), may(), may({}, NOON_AFTER + 5 * 86_400_000)]).toEqual([false, true, true]);
});

test('RECO-53 only where the shop wishes it', () => {
  expect(may({}, NOON_AFTER, { timeZone: 'Europe/London' })).toBe(false);
});

test.each([
  ['it is signed', { isSigned: true }],
  ['a drawer was not counted', { drawers: { all: 2, counted: 1 } }],
  ['nothing was opened', { drawers: { all: 0, counted: 0 } }],
  ['anything is open', { open: 1 }],
])('RECO-53 not when %s', (_, changes) => {
  expect(may(changes)).toBe(false);
});
