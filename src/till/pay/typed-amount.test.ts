import { expect, test } from 'vitest';
import type { KeypadKey } from '../../ui/keypad-digits.ts';
import { readDigits, typeDigit } from './typed-amount.ts';

const type = (...keys: readonly KeypadKey[]) => keys.reduce(typeDigit, '');

test('SCREEN-18 digits are read as a cash register reads them', () => {
  expect(readDigits(type('1', '8', '6', '0'))).toEqual({ is: 'amount', amount: 1860 });
  expect(readDigits(type('0', '0', '5', '00'))).toEqual({ is: 'amount', amount: 500 });
  expect(readDigits(type('1', 'backspace'))).toEqual({ is: 'nothing' });
  expect(readDigits(type('1', '2', 'clear'))).toEqual({ is: 'nothing' });
});

test('SCREEN-18 what is longer than an amount is none, and one press takes it away', () => {
  const long = type('1', '2', '3', '4', '5', '6', '7', '8');
  expect(readDigits(long)).toEqual({ is: 'tooLong' });
  expect(typeDigit(long, 'backspace')).toBe('');
});
