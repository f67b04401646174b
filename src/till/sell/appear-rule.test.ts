import { expect, test } from 'vitest';
import { APPEAR_MS, typingAfter, type Typing } from './appear-rule.ts';

/** Whether the results came into sight while keys were still to come. */
function isFlashed(keys: number, everyMs: number): boolean {
  let typing: Typing | null = null;
  for (let at = 0; at < keys * everyMs; at += everyMs) {
    if (typing !== null && typing.appearsAt <= at) return true;
    typing = typingAfter(typing, at);
  }
  return false;
}

test.each([2, 10, 30, 55])(
  'SCREEN-5 a code scanned with %i ms between its keys flashes no results',
  (everyMs) => {
    expect(isFlashed(30, everyMs)).toBe(false);
  },
);

test.each([80, 110, 200])(
  'SCREEN-5 words typed with %i ms between the letters are found while one types',
  (everyMs) => {
    expect(isFlashed(6, everyMs)).toBe(true);
  },
);

test('SCREEN-5 one letter alone shows its results in a moment', () => {
  expect(typingAfter(null, 1_000).appearsAt).toBe(1_000 + APPEAR_MS);
});
