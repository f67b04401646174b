import { expect, test } from 'vitest';
import { hearKey, NOTHING_HELD } from './held-scan.ts';

/** What comes of these keys, so many milliseconds apart. */
function hear(keys: readonly string[], gapMs: number, isCommitting: boolean) {
  let held = NOTHING_HELD;
  const heard = keys.map((key, place) => {
    const next = hearKey(held, key, 1_000 + place * gapMs, isCommitting);
    held = next.held;
    return next.heard;
  });
  return { heard, keys: held.keys };
}

const receipt = [...Array.from('A7-001042'), 'Enter'];

test('SCREEN-110 what is scanned while a sale is being committed waits for the next one, key by key', () => {
  const { heard, keys } = hear(receipt, 8, true);
  expect(new Set(heard)).toEqual(new Set(['held']));
  expect(keys).toEqual(receipt);
  expect(hear(['Shift', 'Tab', 'Escape'], 8, true)).toEqual({
    heard: ['passes', 'passes', 'passes'],
    keys: [],
  });
});

test('SCREEN-110 the keys of a slow scan are held as well: nobody types while a sale is committed', () => {
  expect(hear(receipt, 200, true).keys).toEqual(receipt);
});

test('SCREEN-110 a scanner that runs wild is held up to a limit', () => {
  expect(
    hear(
      Array.from({ length: 1_000 }, () => '5'),
      2,
      true,
    ).keys,
  ).toHaveLength(400);
});

test('SCREEN-111 the Enter of a scanned code takes no money, that of typed digits does', () => {
  expect(hear(receipt, 8, false).heard.at(-1)).toBe('scanEnded');
  expect(hear([...Array.from('4011'), 'Enter'], 30, false).heard.at(-1)).toBe('scanEnded');
  expect(hear([...Array.from('2000'), 'Enter'], 110, false).heard.at(-1)).toBe('passes');
  expect(hear(['5', '0', 'Enter'], 20, false).heard.at(-1)).toBe('passes');
});
