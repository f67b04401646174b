import { expect, test } from 'vitest';
import { burstAfter, NO_BURST, scannedKey, type KeyAsPressed } from './scan-burst.ts';

const plain = (key: string, given: Partial<KeyAsPressed> = {}): KeyAsPressed => ({
  key,
  ctrl: false,
  alt: false,
  meta: false,
  altGraph: false,
  ...given,
});
/** What is read when these keys come so many milliseconds apart. */
const replay = (keys: readonly KeyAsPressed[], gapMs: number) =>
  keys.reduce(
    ({ burst, read, at }, pressed) => ({
      read: [...read, scannedKey(pressed, burst, at)],
      burst: burstAfter(burst, pressed.key, at),
      at: at + gapMs,
    }),
    { burst: NO_BURST, read: new Array<string | null>(), at: 1_000 },
  ).read;

test('SCREEN-6 a scanner that ends a code with Tab is heard as one that ends it with Enter', () => {
  const keys = Array.from('2000000000015').map((key) => plain(key));
  expect(replay([...keys, plain('Tab')], 12).at(-1)).toBe('Enter');
});

test('SCREEN-6 a key that comes late, as on a busy tablet, makes no fingers of a scanner', () => {
  let burst = NO_BURST;
  let at = 1_000;
  for (const [place, key] of Array.from('2000000000015').entries()) {
    at += place === 6 ? 150 : 12;
    burst = burstAfter(burst, key, at);
  }
  expect(scannedKey(plain('Tab'), burst, at + 90)).toBe('Enter');
  expect(scannedKey(plain('Tab'), burst, at + 900)).toBe('Tab');
});

test('SCREEN-6 Tab after typing is Tab: fingers are slower, and three quick keys are no code', () => {
  expect(replay([...Array.from('candle').map((key) => plain(key)), plain('Tab')], 90).at(-1)).toBe('Tab');
  expect(replay([...Array.from('can').map((key) => plain(key)), plain('Tab')], 12).at(-1)).toBe('Tab');
  expect(scannedKey(plain('Tab'), { keys: 13, from: 856, at: 1_000 }, 1_400)).toBe('Tab');
});

test('SCREEN-6 capitals with their Shift are one burst', () => {
  const keys = Array.from('CAN-').flatMap((key) => [plain('Shift'), plain(key)]);
  expect(replay([...keys, plain('Tab')], 8).at(-1)).toBe('Enter');
});

test('SCREEN-6 the separator of a GS1 code is read from Ctrl+]; every other shortcut stays one', () => {
  expect(replay([plain(']', { ctrl: true })], 5)).toEqual(['\u001d']);
  expect(
    replay([plain('v', { ctrl: true }), plain('a', { meta: true }), plain('d', { alt: true })], 5),
  ).toEqual([null, null, null]);
});

test('SCREEN-6 signs written with AltGr are typed, also where the browser says Ctrl and Alt', () => {
  expect(replay([plain('@', { ctrl: true, alt: true, altGraph: true })], 100)).toEqual(['@']);
});
