import { expect, test } from 'vitest';
import { base32, matchingStep, otpauthUri, stepAt, totpCode } from './totp.ts';

/** RFC 6238, appendix B: the key of its table for SHA-1. */
const secret = Buffer.from('12345678901234567890');

/** Its eight digits; ours are the last six of them. */
const table: [number, string][] = [
  [59, '94287082'],
  [1111111109, '07081804'],
  [1111111111, '14050471'],
  [1234567890, '89005924'],
  [2000000000, '69279037'],
  [20000000000, '65353130'],
];

test.each(table)('ACCESS-1 the code at %i s is that of RFC 6238, %s', (seconds, eight) => {
  expect(totpCode(secret, stepAt(seconds * 1000))).toBe(eight.slice(2));
});

test('ACCESS-1 a code holds one step before and after its own, and says which it was', () => {
  const now = 1234567890_000;
  const code = totpCode(secret, stepAt(now));
  expect(matchingStep(secret, code, now)).toBe(stepAt(now));
  expect(matchingStep(secret, code, now + 30_000)).toBe(stepAt(now));
  expect(matchingStep(secret, code, now - 30_000)).toBe(stepAt(now));
  expect(matchingStep(secret, code, now + 60_000)).toBeNull();
  expect(matchingStep(secret, code, now - 60_000)).toBeNull();
  for (const wrong of ['', '00592', '0059245', ' 05924', 'abcdef', 'äöüäöü'])
    expect(matchingStep(secret, wrong, now), wrong).toBeNull();
});

test('ACCESS-1 the secret is told to an app as RFC 4648 base 32 in a URI of its own', () => {
  expect(base32(Buffer.from('foobar'))).toBe('MZXW6YTBOI');
  expect(base32(secret)).toBe('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ');
  expect(otpauthUri(secret, 'Hollow & Hart', 'daniel@hollowandhart.example')).toBe(
    'otpauth://totp/Hollow%20%26%20Hart:daniel%40hollowandhart.example?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Hollow%20%26%20Hart',
  );
});
