import { expect, test } from 'vitest';
import { attemptThrottle } from './attempt-throttle.ts';

const limits = { triesMax: 3, whileMs: 60_000 };

test('OFFICE-2 after so many wrong tries a key waits until its while is over', () => {
  const throttle = attemptThrottle(limits);
  expect([0, 1, 2].map((now) => throttle.spend('a', now))).toEqual([0, 0, 0]);
  expect(throttle.spend('a', 10_000)).toBe(50_000);
  expect(throttle.spend('b', 10_000)).toBe(0);
  expect(throttle.spend('a', 60_000)).toBe(0);
});

test('OFFICE-2 waiting does not lengthen the wait', () => {
  const throttle = attemptThrottle(limits);
  for (const now of [0, 0, 0, 30_000, 59_999]) throttle.spend('a', now);
  expect(throttle.spend('a', 60_000)).toBe(0);
});

test('OFFICE-2 a right password gives all tries back', () => {
  const throttle = attemptThrottle(limits);
  for (const now of [0, 1, 2]) throttle.spend('a', now);
  throttle.giveBack('a');
  expect(throttle.spend('a', 3)).toBe(0);
});

test('OFFICE-2 a flood of keys is forgotten from the oldest on, never without bound', () => {
  const throttle = attemptThrottle({ triesMax: 1, whileMs: 60_000 });
  throttle.spend('first', 0);
  for (let key = 0; key < 10_000; key += 1) throttle.spend(`flood ${String(key)}`, 1);
  expect(throttle.spend('first', 2)).toBe(0);
  expect(throttle.spend('flood 9999', 2)).toBeGreaterThan(0);
});

test('OFFICE-2 OFFICE-49 a key is spent with its last try, until its while is over', () => {
  const throttle = attemptThrottle(limits);
  const seen = [0, 1, 2].map((now) => {
    throttle.spend('a', now);
    return throttle.isSpent('a', now);
  });
  expect(seen).toEqual([false, false, true]);
  expect([throttle.isSpent('a', 60_000), throttle.isSpent('b', 3)]).toEqual([false, false]);
});
