import { expect, test } from 'vitest';
import { locksNow } from './idle-rule.ts';
import { recentFirst, remembered } from './recent-people.ts';

const MINUTE_MS = 60_000;

test('SCREEN-50 an untouched till locks after the shop’s minutes, five unless it says otherwise, never while it is held', () => {
  const after = (minutes: number, isHeld = false) => ({ untouchedMs: minutes * MINUTE_MS, isHeld });
  expect(locksNow({}, after(4.9))).toBe(false);
  expect(locksNow({}, after(5))).toBe(true);
  expect(locksNow({}, after(60, true))).toBe(false);
  expect(locksNow({ idleLockMinutes: 1 }, after(1))).toBe(true);
  expect(locksNow({ idleLockMinutes: 0 }, after(600))).toBe(false);
});

test('SCREEN-51 the last three people come first, the latest at the front; nobody is lost or doubled', () => {
  const staff = ['ada', 'bo', 'cy', 'dee', 'eve'].map((id) => ({ id }));
  const recent = ['bo', 'eve', 'cy', 'eve', 'gone'].reduce<string[]>(remembered, []);
  expect(recent).toEqual(['gone', 'eve', 'cy']);
  expect(recentFirst(staff, recent).map(({ id }) => id)).toEqual(['eve', 'cy', 'ada', 'bo', 'dee']);
});
