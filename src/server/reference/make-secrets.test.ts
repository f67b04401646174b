import { expect, test } from 'vitest';
import { isCommonPin } from '../../domain/pin-rule.ts';
import { makePassword, makePin } from './make-secrets.ts';

test('STAFF-4 a PIN that the office makes is as long as the role asks, and no common one', () => {
  for (let turn = 0; turn < 500; turn += 1) {
    expect(makePin('clerk')).toMatch(/^\d{4}$/);
    const pin = makePin('supervisor');
    expect(pin).toMatch(/^\d{6}$/);
    expect(isCommonPin(pin)).toBe(false);
  }
});

test('STAFF-6 a first password has eighty random bits in groups that are read aloud', () => {
  const made = new Set(Array.from({ length: 50 }, makePassword));
  expect(made.size).toBe(50);
  for (const password of made) expect(password).toMatch(/^([0-9A-Z]{4}-){3}[0-9A-Z]{4}$/);
});
