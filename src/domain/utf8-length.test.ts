import fc from 'fast-check';
import { expect, test } from 'vitest';
import { utf8Length } from './utf8-length.ts';

test('SALE-7 bytes are counted as the wire encodes them', () => {
  expect(['', 'a', 'é', '茶', '🫖'].map(utf8Length)).toEqual([0, 1, 2, 3, 4]);
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(utf8Length(text)).toBe(new TextEncoder().encode(text).length);
    }),
  );
});
