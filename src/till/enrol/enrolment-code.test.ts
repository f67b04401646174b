import { expect, test } from 'vitest';
import { readCode, showCode } from './enrolment-code.ts';

test.each([
  ['fsk5 51ab', 'FSK551AB'],
  ['FSK5-51AB', 'FSK551AB'],
  ['oOiIlL12', '00111112'],
  ['  a b c d ', 'ABCD'],
  ['FSK551AB99', 'FSK551AB'],
  ['uU!?', ''],
])('SCREEN-19 an enrolment code typed as “%s” is read as “%s”', (typed, code) => {
  expect(readCode(typed)).toBe(code);
});

test('SCREEN-19 a code is shown in two groups, and reading what is shown changes nothing', () => {
  expect(showCode('FSK551AB')).toBe('FSK5 51AB');
  expect(showCode('FSK')).toBe('FSK');
  expect(readCode(showCode('FSK551AB'))).toBe('FSK551AB');
});
