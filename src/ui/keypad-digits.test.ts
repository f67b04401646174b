import { expect, test } from 'vitest';
import {
  AMOUNT_RULE,
  keypadKeyOf,
  PIN_RULE,
  pressKey,
  typedMinorUnits,
  type KeypadKey,
} from './keypad-digits.ts';

function pressAll(keys: readonly KeypadKey[], rule = AMOUNT_RULE): string {
  return keys.reduce((typed, key) => pressKey(typed, key, rule), '');
}

test('digits of an amount push in from the right', () => {
  const typed = pressAll(['1', '8', '6', '0']);
  expect(typed).toBe('1860');
  expect(typedMinorUnits(typed)).toBe(1860);
  expect(typedMinorUnits(pressAll(['2', '00']))).toBe(200);
  expect(typedMinorUnits('')).toBe(0);
});

test('an amount has no leading zeros, a PIN keeps them', () => {
  expect(pressAll(['0', '00', '5'])).toBe('5');
  expect(pressAll(['0', '0', '7', '1'], PIN_RULE)).toBe('0071');
});

test('backspace takes the last digit, clear takes all, and neither minds emptiness', () => {
  expect(pressAll(['1', '2', 'backspace'])).toBe('1');
  expect(pressAll(['backspace', '4', 'backspace', 'backspace'])).toBe('');
  expect(pressAll(['1', '2', 'clear'])).toBe('');
});

test('a key that would pass the limit changes nothing', () => {
  const full = pressAll(['1', '2', '3', '4', '5', '6']);
  expect(pressKey(full, '00', AMOUNT_RULE)).toBe(full);
  expect(pressKey(full, '7', AMOUNT_RULE)).toBe('1234567');
  expect(pressKey('1234567', '8', AMOUNT_RULE)).toBe('1234567');
});

test('a keyboard has the same keys', () => {
  expect(keypadKeyOf('7')).toBe('7');
  expect(keypadKeyOf('Backspace')).toBe('backspace');
  expect(keypadKeyOf('a')).toBeNull();
  expect(keypadKeyOf('Enter')).toBeNull();
});
