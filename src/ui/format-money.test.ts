import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatMoney } from './format-money.ts';

const pounds = { currency: 'GBP', digits: 2, locale: 'en-GB' };

test('money is written with its currency, its digits and a true minus', () => {
  expect(formatMoney(2854, pounds)).toBe('£28.54');
  expect(formatMoney(620485, pounds)).toBe('£6,204.85');
  expect(formatMoney(-120, pounds)).toBe('−£1.20');
  expect(formatMoney(0, pounds)).toBe('£0.00');
  expect(formatMoney(-0, pounds)).toBe('£0.00');
});

test('a whole sum may leave its zeros out, a broken one never', () => {
  expect(formatMoney(3000, { ...pounds, fraction: 'whenNeeded' })).toBe('£30');
  expect(formatMoney(3050, { ...pounds, fraction: 'whenNeeded' })).toBe('£30.50');
});

test('a receipt column has figures only, a difference shows both signs', () => {
  expect(formatMoney(640, { ...pounds, shows: 'number' })).toBe('6.40');
  expect(formatMoney(200, { ...pounds, sign: 'always' })).toBe('+£2.00');
  expect(formatMoney(0, { ...pounds, sign: 'always' })).toBe('£0.00');
});

test('digits and places follow the currency and the locale', () => {
  expect(formatMoney(500, { currency: 'JPY', digits: 0, locale: 'en-GB' })).toBe('¥500');
  expect(formatMoney(1234, { currency: 'KWD', digits: 3, locale: 'en-GB', shows: 'number' })).toBe('1.234');
  expect(formatMoney(123456, { currency: 'EUR', digits: 2, locale: 'de-DE' })).toBe('1.234,56\u00a0€');
});

test('no amount loses or gains a minor unit on its way to the screen', () => {
  const amounts = fc.integer({ min: -(10 ** 13), max: 10 ** 13 });
  fc.assert(
    fc.property(amounts, fc.constantFrom(0, 2, 3), (amount, digits) => {
      const text = formatMoney(amount, { ...pounds, digits, shows: 'number' });
      expect(Number(text.replace('−', '-').replace(/[,.]/g, ''))).toBe(amount);
    }),
  );
});
