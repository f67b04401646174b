import { expect, test } from 'vitest';
import { gtinCheckDigit, isGtin } from './gtin.ts';

test('CAT-3 the check digit of every GTIN length', () => {
  expect(gtinCheckDigit('1234567')).toBe(0);
  expect(gtinCheckDigit('400638133393')).toBe(1);
  expect(['12345670', '036000291452', '4006381333931', '14006381333938'].every(isGtin)).toBe(true);
});

test('CAT-3 a wrong digit, another length or a letter is not a GTIN', () => {
  expect(['4006381333932', '400638133393', '40063813339311', '', '85123A', '1234567O'].some(isGtin)).toBe(
    false,
  );
});
