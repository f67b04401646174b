import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { openSecret, sealSecret } from './sealed-secret.ts';

const key = randomBytes(32);
const whose = { business: 'mine', person: 'p' };
const secret = randomBytes(20);

test('ACCESS-2 a second factor’s secret opens for its person with the server’s key alone', () => {
  const sealed = sealSecret(key, whose, secret);
  expect(openSecret(key, whose, sealed)).toEqual(secret);
  expect(sealed.includes(secret)).toBe(false);
  expect(sealSecret(key, whose, secret)).not.toEqual(sealed);
  expect(openSecret(randomBytes(32), whose, sealed)).toBeNull();
  expect(openSecret(key, { ...whose, person: 'q' }, sealed)).toBeNull();
  for (let place = 0; place < sealed.length; place += 1) {
    const altered = Buffer.from(sealed);
    altered.writeUInt8(altered.readUInt8(place) ^ 1, place);
    expect(openSecret(key, whose, altered)).toBeNull();
  }
  expect(openSecret(key, whose, Buffer.alloc(0))).toBeNull();
});
