import { expect, test } from 'vitest';
import { keypadKeyOf } from '../../ui/keypad-digits.ts';
import { NO_PIN, pinStep, waitSeconds, type PinEntry } from './pin-entry.ts';

const type = (digits: string, length = 4, from: PinEntry = NO_PIN) =>
  Array.from(digits).reduce((entry, digit) => {
    const key = keypadKeyOf(digit);
    return key === null ? entry : pinStep(entry, { is: 'key', key, length });
  }, from);

test('SCREEN-22 the last digit of a PIN starts the check, leading zeros count, and no digit counts meanwhile', () => {
  expect(type('048')).toMatchObject({ digits: '048', stage: 'typing' });
  expect(type('0482')).toMatchObject({ digits: '0482', stage: 'checking' });
  expect(type('04829')).toMatchObject({ digits: '0482', stage: 'checking' });
  expect(type('04829', 6)).toMatchObject({ stage: 'typing' });
});

test('SCREEN-22 after a wrong PIN the dots are empty, and the first new digit takes the words away', () => {
  const wrong = pinStep(type('0482'), {
    is: 'refused',
    refusal: { is: 'wrong', triesLeft: 4, waitUntil: null },
  });
  expect(wrong).toMatchObject({ digits: '', stage: 'typing', refusal: { triesLeft: 4 } });
  expect(type('1', 4, wrong).refusal).toBeNull();
});

test('SCREEN-22 a wait counts down in whole seconds to nothing', () => {
  expect(waitSeconds({ is: 'wait', waitUntil: 61_500 }, 1_000)).toBe(61);
  expect(waitSeconds({ is: 'wrong', triesLeft: 0, waitUntil: 60_000 }, 60_001)).toBe(0);
  expect(waitSeconds({ is: 'wrong', triesLeft: 3, waitUntil: null }, 0)).toBe(0);
  expect(waitSeconds(null, 0)).toBe(0);
});
