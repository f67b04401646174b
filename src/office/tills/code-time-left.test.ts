import { expect, test } from 'vitest';
import { codeTimeLeft, countdownText } from './code-time-left.ts';

const code = { issuedAt: 5_000_000, expiresAt: 5_600_000 };

test('OFFICE-15 a code counts down by its own life, even where the device’s clock is years off', () => {
  expect(codeTimeLeft(code, 100, 100)).toBe(600_000);
  expect(codeTimeLeft(code, 100, 60_100)).toBe(540_000);
  expect(codeTimeLeft(code, 100, 600_100)).toBe(0);
  expect(codeTimeLeft(code, 100, 0)).toBe(600_000);
});

test('OFFICE-15 the countdown reads as minutes and seconds', () => {
  expect([600_000, 599_999, 65_000, 1, 0].map(countdownText)).toEqual([
    '10:00',
    '10:00',
    '1:05',
    '0:01',
    '0:00',
  ]);
});
