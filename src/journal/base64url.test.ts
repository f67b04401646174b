import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeBase64Url, decodeBase64UrlText, encodeBase64Url, encodeBase64UrlText } from './base64url.ts';

test('JOUR-5 any bytes travel as base64url and come back', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      const text = encodeBase64Url(bytes);
      expect(text).toBe(Buffer.from(bytes).toString('base64url'));
      expect(decodeBase64Url(text)).toEqual(new Uint8Array(bytes));
    }),
  );
});

test('JOUR-5 any text travels and comes back', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(decodeBase64UrlText(encodeBase64UrlText(text))).toBe(text);
    }),
  );
});

test.each(['a', 'abcde', 'a+b/', 'YQ==', 'ab c', 'ä'])('JOUR-5 %j is no base64url', (text) => {
  expect(decodeBase64Url(text)).toBeNull();
});

test('JOUR-5 bytes that are no UTF-8 are no text', () => {
  expect(decodeBase64UrlText(encodeBase64Url(new Uint8Array([0xff])))).toBeNull();
});
