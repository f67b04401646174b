import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalBytes, canonicalText } from './canonical.ts';

test('JOUR-1 the example of RFC 8785 section 3.2.2, without its fractions', () => {
  const value = {
    string: '€$\u000f\nA\'B"\\\\"/',
    literals: [null, true, false],
    numbers: [333333333, 4, -7],
  };
  expect(canonicalText(value)).toBe(
    '{"literals":[null,true,false],"numbers":[333333333,4,-7],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
  );
});

test('JOUR-1 keys are sorted by UTF-16 code units', () => {
  expect(canonicalText({ '\u20ac': 1, '\r': 2, '\ud83d\ude00': 3, 1: 4, '\ufb33': 5 })).toBe(
    '{"\\r":2,"1":4,"\u20ac":1,"\ud83d\ude00":3,"\ufb33":5}',
  );
});

test('JOUR-1 the order in which keys were written makes no difference', () => {
  expect(canonicalBytes({ a: 1, b: { d: [], c: '' } })).toEqual(
    canonicalBytes({ b: { c: '', d: [] }, a: 1 }),
  );
});

test('JOUR-1 what was read back is written as the same bytes', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 3 }), (value) => {
      const whole: unknown = JSON.parse(JSON.stringify(value), (_, item: unknown) =>
        typeof item === 'number' ? Math.trunc(item % 1e9) + 0 : item,
      );
      const text = canonicalText(whole);
      expect(text).toBe(canonicalize(whole));
      expect(canonicalText(JSON.parse(text))).toBe(text);
    }),
  );
});

test.each([
  ['a fraction', { price: 1.5 }],
  ['minus zero', { price: -0 }],
  ['more than a safe integer', { price: 2 ** 53 }],
  ['NaN', { price: NaN }],
  ['undefined', { price: undefined }],
  ['a date', { at: new Date(0) }],
  ['a map', { lines: new Map() }],
  ['half a surrogate pair', { name: '\ud83d' }],
])('JOUR-1 %s is refused', (_name, value) => {
  expect(() => canonicalText(value)).toThrow();
});
